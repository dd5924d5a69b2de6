package se.tillsyn.analytics.change;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.tillsyn.ingest.table.CsvTableWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Lays changes out, as they come: as CSV, as JSON, and as a table of the first ones with totals. */
public final class ChangeFiles {

    /** Rows that the table on a terminal shows. */
    public static final int SHOWN = 40;

    private ChangeFiles() {}

    /** Writes {@code changes.csv}; the file must not exist. */
    public static long csv(Path file, ReleaseComparison comparison) throws IOException {
        long[] rows = {0};
        try (CsvTableWriter<Change> writer = new CsvTableWriter<>(file, ChangeTable.TABLE)) {
            comparison.forEach(change -> {
                writer.write(change);
                rows[0]++;
            });
        }
        return rows[0];
    }

    /** Writes {@code {"from", "to", "changes": [...], "totals": {...}}}; replaces the file. */
    public static void json(Path file, String from, String to, ReleaseComparison comparison) throws IOException {
        Map<ChangeKind, Long> totals = new EnumMap<>(ChangeKind.class);
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("from", from);
            json.writeStringProperty("to", to);
            json.writeArrayPropertyStart("changes");
            comparison.forEach(change -> {
                totals.merge(change.kind(), 1L, Long::sum);
                write(json, change);
            });
            json.writeEndArray();
            json.writeObjectPropertyStart("totals");
            for (ChangeKind kind : ChangeKind.values()) {
                json.writeNumberProperty(kind.name(), totals.getOrDefault(kind, 0L));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Change change) {
        json.writeStartObject();
        json.writeStringProperty("table", change.table());
        for (int i = 0; i < ComparedTable.KEYS.size(); i++) {
            if (!change.keys().get(i).isEmpty()) {
                json.writeStringProperty(
                        ComparedTable.KEYS.get(i), change.keys().get(i));
            }
        }
        json.writeStringProperty("column", change.column());
        if (!change.before().isEmpty()) {
            json.writeStringProperty("before", change.before());
        }
        if (!change.after().isEmpty()) {
            json.writeStringProperty("after", change.after());
        }
        json.writeStringProperty("kind", change.kind().name());
        json.writeStringProperty("reason", change.reason());
        json.writeEndObject();
    }

    /** Prints the first changes as a table, then how many there are of each kind. */
    public static void print(PrintWriter out, ReleaseComparison comparison) throws IOException {
        Map<ChangeKind, Long> totals = new EnumMap<>(ChangeKind.class);
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"table", "row", "column", "before", "after", "kind", "reason"});
        comparison.forEach(change -> {
            totals.merge(change.kind(), 1L, Long::sum);
            if (rows.size() <= SHOWN) {
                rows.add(new String[] {
                    change.table(),
                    String.join(
                            "/",
                            change.keys().stream().filter(key -> !key.isEmpty()).toList()),
                    change.column(),
                    change.before(),
                    change.after(),
                    change.kind().name(),
                    change.reason()
                });
            }
        });
        long all = totals.values().stream().mapToLong(Long::longValue).sum();
        if (all > 0) {
            printAligned(out, rows);
        }
        if (all > SHOWN) {
            out.printf(Locale.ROOT, "... and %d more; --csv FILE or --json FILE has all.%n", all - SHOWN);
        }
        out.printf(Locale.ROOT, "%d numbers differ", all);
        totals.forEach((kind, count) -> out.printf(Locale.ROOT, ", %s %d", kind, count));
        out.println();
        out.flush();
    }

    private static void printAligned(PrintWriter out, List<String[]> rows) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
