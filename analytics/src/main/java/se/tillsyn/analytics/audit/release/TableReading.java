package se.tillsyn.analytics.audit.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a release's tables, each format on its own, and compares them cell by cell. */
final class TableReading {

    private static final String CSV = ".csv";
    private static final String PARQUET = ".parquet";

    private final Path tables;
    private final List<String> formats;
    private final Consumer<Breach> breaches;

    private TableReading(Path release, List<String> formats, Consumer<Breach> breaches) {
        tables = release.resolve("tables");
        this.formats = formats;
        this.breaches = breaches;
    }

    /**
     * Reads every format.
     *
     * @param release folder of the release
     * @param breaches takes what is found
     */
    static TableReading ofAllFormats(Path release, Consumer<Breach> breaches) {
        return new TableReading(release, List.of(CSV, PARQUET), breaches);
    }

    /** Reads CSV only, of a release whose formats were compared when it was published. */
    static TableReading ofCsv(Path release) {
        return new TableReading(release, List.of(CSV), breach -> {});
    }

    /** Names of all tables, in order. A file in a format that is not read here is a breach: nobody has looked into it. */
    List<String> names() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(tables)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                int ending = name.indexOf('.');
                String format = ending < 0 ? "" : name.substring(ending);
                if (format.equals(CSV) || format.equals(PARQUET)) {
                    names.add(name.substring(0, ending));
                } else {
                    breaches.accept(Breach.ofTable(
                            BreachKind.FORMATS_DIFFER, name, "expected .csv or .parquet, found another format"));
                }
            }
        }
        return List.copyOf(names);
    }

    /**
     * Reads a table in both formats.
     *
     * @param rows takes each row as CSV has it
     */
    void read(String name, Consumer<TableRow> rows) throws IOException {
        Path csv = tables.resolve(name + CSV);
        Path parquet = tables.resolve(name + PARQUET);
        boolean hasParquet = formats.contains(PARQUET) && Files.exists(parquet);
        if (!Files.exists(csv) || (formats.contains(PARQUET) && !hasParquet)) {
            breaches.accept(Breach.ofTable(
                    BreachKind.FORMATS_DIFFER, name, "expected the table as CSV and as Parquet, found one of them"));
        }
        try (CsvRows one = Files.exists(csv) ? new CsvRows(csv) : null;
                ParquetRows other = hasParquet ? new ParquetRows(parquet) : null) {
            if (one == null) {
                return;
            }
            if (other != null && !one.header().equals(other.header())) {
                breaches.accept(Breach.ofTable(BreachKind.FORMATS_DIFFER, name, "expected the same columns"));
            }
            compare(name, one, other != null && one.header().equals(other.header()) ? other : null, rows);
        }
    }

    private void compare(String name, CsvRows one, @Nullable ParquetRows other, Consumer<TableRow> rows)
            throws IOException {
        Map<String, Integer> places = new HashMap<>();
        for (String column : one.header()) {
            places.put(column, places.size());
        }
        for (List<String> fields = one.next(); fields != null; fields = one.next()) {
            TableRow row = new TableRow(name, places, fields);
            if (other != null) {
                compare(row, one.header(), other.next());
            }
            rows.accept(row);
        }
        if (other != null) {
            if (other.next() != null) {
                breaches.accept(Breach.ofTable(BreachKind.FORMATS_DIFFER, name, "expected as many rows as in CSV"));
                while (other.next() != null) {
                    // Read to the end, so that statistics are compared with all rows.
                }
            }
            other.traces().forEach(trace -> breaches.accept(Breach.ofTable(BreachKind.TRACE_IN_FILE, name, trace)));
        }
    }

    private void compare(TableRow row, List<String> header, @Nullable Object @Nullable [] other) {
        for (int column = 0; column < header.size(); column++) {
            if (other == null || !isSame(row.fields().get(column), other[column])) {
                breaches.accept(Breach.of(BreachKind.FORMATS_DIFFER, row.table(), row.key(), header.get(column)));
            }
        }
    }

    private static boolean isSame(String text, @Nullable Object value) {
        if (value == null) {
            return text.isEmpty();
        }
        try {
            return value instanceof Double number
                    ? !text.isEmpty() && Double.parseDouble(text) == number
                    : text.equals(value.toString());
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
