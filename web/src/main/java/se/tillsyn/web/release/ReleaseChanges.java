package se.tillsyn.web.release;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;

/**
 * What {@code changes.csv} tells: how many numbers differ from the predecessor's, by kind and by table, and the ones that
 * concern rates of whole regions, the first {@link #LISTED} in the order of the file.
 *
 * @param total lines of the file
 * @param byKind number of lines of each kind, {@code NEW}, {@code CHANGED}, …
 * @param byTable number of lines of each table
 * @param listed changes to show
 */
public record ReleaseChanges(
        int total, Map<String, Integer> byKind, Map<String, Integer> byTable, List<Change> listed) {

    /** Most changes that a page lists; the file holds them all. */
    public static final int LISTED = 100;

    private static final List<String> RATES = List.of("case_rate", "unit_rate");

    /** A number that differs; texts are empty where the file says nothing. */
    public record Change(
            String topic,
            String region,
            String period,
            String column,
            String before,
            String after,
            String kind,
            String reason) {}

    public ReleaseChanges {
        byKind = Map.copyOf(byKind);
        byTable = Map.copyOf(byTable);
        listed = List.copyOf(listed);
    }

    /** Reads the file; without one, which is so in a first release, nothing has changed. */
    static ReleaseChanges read(ReleaseFolder folder) throws IOException {
        Path file = folder.file(ReleaseLayout.CHANGES);
        Map<String, Integer> byKind = new TreeMap<>();
        Map<String, Integer> byTable = new TreeMap<>();
        List<Change> listed = new ArrayList<>();
        int total = 0;
        if (Files.isRegularFile(file)) {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                for (NamedCsvRecord row : rows) {
                    total++;
                    byKind.merge(row.getField("kind"), 1, Integer::sum);
                    byTable.merge(row.getField("table"), 1, Integer::sum);
                    if (listed.size() < LISTED && toList(row)) {
                        listed.add(change(row));
                    }
                }
            }
        }
        return new ReleaseChanges(total, byKind, byTable, listed);
    }

    /** Numbers that were published before and differ now, of rates of whole regions. */
    private static boolean toList(NamedCsvRecord row) {
        return row.getField("table").startsWith("rates_")
                && !row.getField("kind").equals("NEW")
                && RATES.contains(row.getField("column"))
                && RateColumns.TOTAL.equals(field(row, RateColumns.AGE_GROUP))
                && RateColumns.TOTAL.equals(field(row, RateColumns.OPERATION_TYPE));
    }

    private static Change change(NamedCsvRecord row) {
        return new Change(
                field(row, RateColumns.TOPIC),
                field(row, RateColumns.REGION),
                field(row, RateColumns.PERIOD),
                row.getField("column"),
                row.getField("before"),
                row.getField("after"),
                row.getField("kind"),
                field(row, "reason"));
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }
}
