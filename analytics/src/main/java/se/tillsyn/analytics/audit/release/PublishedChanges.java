package se.tillsyn.analytics.audit.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.analytics.release.Status;

/**
 * What {@code changes.csv} tells: every number in it must be one that a table shows. One after the change stands in this release, one
 * before it in an earlier one, and of a cell that is withheld now none is told.
 */
final class PublishedChanges {

    private static final String TABLE = "table";
    private static final String COLUMN = "column";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String NAME = "changes";

    /** Columns about operations, which are public whatever becomes of the files. */
    private static final String OPERATIONS = "unit";

    private record Told(String column, String before, String after, CellKey key) {}

    private final Consumer<Breach> breaches;
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Map<List<String>, List<Told>>> ofTable = new HashMap<>();

    private PublishedChanges(Consumer<Breach> breaches) {
        this.breaches = breaches;
    }

    /** Reads the file, where the release has one. */
    static PublishedChanges read(Path release, Consumer<Breach> breaches) throws IOException {
        PublishedChanges changes = new PublishedChanges(breaches);
        Path file = release.resolve(ReleaseLayout.CHANGES);
        if (Files.exists(file)) {
            try (CsvRows rows = CsvRows.standard(file)) {
                changes.enter(rows);
            }
        }
        return changes;
    }

    private void enter(CsvRows rows) throws IOException {
        List<String> header = rows.header();
        int first = header.indexOf(TABLE);
        int column = header.indexOf(COLUMN);
        if (first < 0 || column < first || !header.contains(BEFORE) || !header.contains(AFTER)) {
            breaches.accept(Breach.ofTable(BreachKind.MALFORMED, NAME, "expected its columns"));
            return;
        }
        keys.addAll(header.subList(first + 1, column));
        Map<String, Integer> places = CsvRows.places(header);
        for (List<String> fields = rows.next(); fields != null; fields = rows.next()) {
            if (fields.size() != header.size()) {
                breaches.accept(Breach.ofTable(BreachKind.MALFORMED, NAME, "expected as many fields as columns"));
                continue;
            }
            TableRow row = new TableRow(NAME, places, fields);
            ofTable.computeIfAbsent(row.text(TABLE), any -> new HashMap<>())
                    .computeIfAbsent(keyOf(row), any -> new ArrayList<>())
                    .add(new Told(row.text(COLUMN), row.text(BEFORE), row.text(AFTER), row.key()));
        }
    }

    private List<String> keyOf(TableRow row) {
        return keys.stream().map(row::text).toList();
    }

    private @Nullable List<Told> told(TableRow row) {
        Map<List<String>, List<Told>> ofRow = ofTable.get(row.table());
        return ofRow == null ? null : ofRow.get(keyOf(row));
    }

    /** Compares what is told of a row of this release with the row. */
    void check(TableRow row) {
        List<Told> all = told(row);
        if (all == null) {
            return;
        }
        List<Told> left = new ArrayList<>();
        for (Told told : all) {
            String shown = row.text(told.column());
            if (!told.after().isEmpty() && !told.after().equals(shown)) {
                breaches.accept(Breach.of(BreachKind.FORMATS_DIFFER, NAME, told.key(), told.column()));
            }
            if (shown.isEmpty() && !told.before().isEmpty() && isWithheld(row, told.column())) {
                breaches.accept(Breach.of(BreachKind.BUNDLE_NOT_WHOLE, NAME, told.key(), told.column()));
            }
            left.add(new Told(told.column(), told.before(), "", told.key()));
        }
        all.clear();
        all.addAll(left);
    }

    private static boolean isWithheld(TableRow row, String column) {
        return !column.startsWith(OPERATIONS)
                && row.places().keySet().stream()
                        .filter(name -> name.endsWith("status") && !name.startsWith(OPERATIONS))
                        .anyMatch(name -> row.text(name).equals(Status.SUPPRESSED.code()));
    }

    /** Compares what is told of a row of an earlier release with the row. */
    void checkEarlier(TableRow row) {
        List<Told> all = told(row);
        if (all != null) {
            all.replaceAll(told -> told.before().equals(row.text(told.column()))
                    ? new Told(told.column(), "", told.after(), told.key())
                    : told);
        }
    }

    /** Numbers that no table read so far has shown are breaches. */
    void finish(boolean earlierWereRead) {
        ofTable.values().stream()
                .flatMap(rows -> rows.values().stream())
                .flatMap(List::stream)
                .filter(told -> !told.after().isEmpty()
                        || (earlierWereRead && !told.before().isEmpty()))
                .forEach(
                        told -> breaches.accept(Breach.of(BreachKind.FORMATS_DIFFER, NAME, told.key(), told.column())));
    }
}
