package se.tillsyn.analytics.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.Status;

/**
 * Compares the published tables of two releases number by number. Both are read once from front to back beside each other;
 * what differs is handed on by table, then by row, totals first, then by column. A number that either release withholds
 * is never handed on, nor is one that the later release no longer has in a table that does not say why: it may be
 * withheld there.
 */
public final class ReleaseComparison {

    private static final String TABLES = "tables";
    private static final String CSV = ".csv";
    /** Tables that rest on the years before as well. */
    private static final String LATEST = "latest_";

    private final Edition earlier;
    private final Edition later;
    private final Corrections corrections;

    public ReleaseComparison(Edition earlier, Edition later, Corrections corrections) {
        this.earlier = earlier;
        this.later = later;
        this.corrections = corrections;
    }

    /** Takes changes in their order. */
    @FunctionalInterface
    public interface Handler {
        void take(Change change) throws IOException;
    }

    /** Hands on every changed number. */
    public void forEach(Handler handler) throws IOException {
        TreeSet<String> names = new TreeSet<>(tablesOf(earlier));
        names.addAll(tablesOf(later));
        for (String name : names) {
            Path before = earlier.folder().resolve(TABLES).resolve(name + CSV);
            Path after = later.folder().resolve(TABLES).resolve(name + CSV);
            try (@Nullable SortedRows old = Files.exists(before) ? SortedRows.open(before) : null;
                    @Nullable SortedRows now = Files.exists(after) ? SortedRows.open(after) : null) {
                new Pair(name, old, now, handler).compare();
            }
        }
    }

    private static Set<String> tablesOf(Edition edition) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(edition.folder().resolve(TABLES))) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                // Dialects beside the standard CSV hold the same numbers.
                if (name.endsWith(CSV) && name.indexOf('.') == name.length() - CSV.length()) {
                    names.add(name.substring(0, name.length() - CSV.length()));
                }
            }
        }
        return names;
    }

    /** One table in both releases, either of which may lack it. */
    private final class Pair {

        private final String name;
        private final @Nullable SortedRows old;
        private final @Nullable SortedRows now;
        private final Handler handler;

        Pair(String name, @Nullable SortedRows old, @Nullable SortedRows now, Handler handler) {
            this.name = name;
            this.old = old;
            this.now = now;
            this.handler = handler;
        }

        void compare() throws IOException {
            while (keyOf(old) != null || keyOf(now) != null) {
                int order = order(keyOf(old), keyOf(now));
                row(order <= 0 ? old : null, order >= 0 ? now : null);
                if (order <= 0 && old != null) {
                    old.next();
                }
                if (order >= 0 && now != null) {
                    now.next();
                }
            }
        }

        /** What is at its end comes after everything. */
        private static int order(@Nullable List<String> before, @Nullable List<String> after) {
            if (before == null) {
                return 1;
            }
            return after == null ? -1 : SortedRows.ORDER.compare(before, after);
        }

        private static @Nullable List<String> keyOf(@Nullable SortedRows rows) {
            return rows == null || rows.row() == null ? null : rows.key();
        }

        private void row(@Nullable SortedRows before, @Nullable SortedRows after) throws IOException {
            SortedRows named = after != null ? after : before;
            if (named == null) {
                return;
            }
            if (after != null) {
                for (String column : after.table().numbers().keySet()) {
                    number(named.key(), column, Seen.of(before, column), Seen.of(after, column));
                }
            }
            if (before != null) {
                for (String column : before.table().numbers().keySet()) {
                    if (after == null || !after.table().numbers().containsKey(column)) {
                        number(named.key(), column, Seen.of(before, column), Seen.NOTHING);
                    }
                }
            }
        }

        private void number(List<String> keys, String column, Seen before, Seen after) throws IOException {
            ChangeKind kind = kindOf(before, after);
            if (kind == null) {
                return;
            }
            boolean mayRepeat = kind != ChangeKind.NOW_WITHHELD && (kind != ChangeKind.WITHDRAWN || before.tellsWhy());
            handler.take(new Change(
                    name,
                    keys,
                    column,
                    mayRepeat ? before.text() : "",
                    after.text(),
                    kind,
                    corrections.reason(
                            keys.get(ComparedTable.TOPIC), keys.get(ComparedTable.PERIOD), name.startsWith(LATEST))));
        }
    }

    private static @Nullable ChangeKind kindOf(Seen before, Seen after) {
        if (before.isNumber() && after.isNumber()) {
            return before.text().equals(after.text()) ? null : ChangeKind.CHANGED;
        }
        if (after.isNumber()) {
            return before.withheld() ? ChangeKind.NOW_PUBLISHED : ChangeKind.NEW;
        }
        if (before.isNumber()) {
            return after.withheld() ? ChangeKind.NOW_WITHHELD : ChangeKind.WITHDRAWN;
        }
        return null;
    }

    /**
     * A number as one release has it.
     *
     * @param text as in the CSV, empty for none
     * @param withheld whether its status says so
     * @param tellsWhy whether its table says why numbers are missing
     */
    private record Seen(String text, boolean withheld, boolean tellsWhy) {

        static final Seen NOTHING = new Seen("", false, false);

        static Seen of(@Nullable SortedRows rows, String column) {
            List<String> row = rows == null ? null : rows.row();
            ComparedTable.Figure number =
                    rows == null ? null : rows.table().numbers().get(column);
            if (rows == null || row == null || number == null) {
                return NOTHING;
            }
            boolean withheld = number.status() >= 0 && row.get(number.status()).equals(Status.SUPPRESSED.code());
            // A number beside the sign for withheld would be a damaged release: it is not read.
            return new Seen(
                    withheld ? "" : row.get(number.place()),
                    withheld,
                    rows.table().tellsWhy());
        }

        boolean isNumber() {
            return !text.isEmpty();
        }
    }
}
