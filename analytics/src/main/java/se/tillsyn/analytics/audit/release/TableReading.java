package se.tillsyn.analytics.audit.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.ReleaseLayout;

/** Reads a release's tables, each format on its own, and compares them cell by cell. */
final class TableReading {

    private static final String CSV = ".csv";
    private static final String PARQUET = ".parquet";
    private static final String GUARD = "'";

    private final Path release;
    private final Path tables;
    private final boolean allFormats;
    private final Consumer<Breach> breaches;

    private TableReading(Path release, boolean allFormats, Consumer<Breach> breaches) {
        this.release = release;
        tables = release.resolve("tables");
        this.allFormats = allFormats;
        this.breaches = breaches;
    }

    /**
     * Reads every format.
     *
     * @param release folder of the release
     * @param breaches takes what is found
     */
    static TableReading ofAllFormats(Path release, Consumer<Breach> breaches) {
        return new TableReading(release, true, breaches);
    }

    /** Reads CSV only, of a release whose formats were compared when it was published. */
    static TableReading ofCsv(Path release) {
        return new TableReading(release, false, breach -> {});
    }

    /** Names of all tables, in order. A file in a format that is not read here is a breach: nobody has looked into it. */
    List<String> names() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (String file : files(tables)) {
            int ending = file.indexOf('.');
            String format = ending < 0 ? "" : file.substring(ending);
            if (format.equals(CSV) || format.equals(PARQUET)) {
                names.add(file.substring(0, ending));
            } else {
                breaches.accept(Breach.ofTable(
                        BreachKind.FORMATS_DIFFER, file, "expected .csv or .parquet, found another format"));
            }
        }
        for (String file : files(excel())) {
            if (names.stream().noneMatch(name -> excel(name).endsWith(file))) {
                breaches.accept(Breach.ofTable(
                        BreachKind.FORMATS_DIFFER, file, "expected a table of the release, found another file"));
            }
        }
        return List.copyOf(names);
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private Path excel() {
        return release.resolve(ReleaseLayout.excelSv("")).resolveSibling("");
    }

    private Path excel(String name) {
        return release.resolve(ReleaseLayout.excelSv(name));
    }

    /**
     * Reads a table in all formats.
     *
     * @param rows takes each row as CSV has it
     */
    void read(String name, Consumer<TableRow> rows) throws IOException {
        Path csv = tables.resolve(name + CSV);
        Path parquet = tables.resolve(name + PARQUET);
        boolean hasParquet = allFormats && Files.exists(parquet);
        boolean hasExcel = allFormats && Files.exists(excel(name));
        if (!Files.exists(csv)
                || (allFormats && !hasParquet)
                || (allFormats && !hasExcel && Files.isDirectory(excel()))) {
            breaches.accept(Breach.ofTable(
                    BreachKind.FORMATS_DIFFER, name, "expected the table in every format, found some of them"));
        }
        try (CsvRows one = Files.exists(csv) ? CsvRows.standard(csv) : null;
                ParquetRows other = hasParquet ? new ParquetRows(parquet) : null;
                CsvRows third = hasExcel ? CsvRows.excelSv(excel(name)) : null) {
            if (one == null) {
                return;
            }
            boolean sameParquet = other != null && one.header().equals(other.header());
            boolean sameExcel = third != null && one.header().equals(third.header());
            if ((other != null && !sameParquet) || (third != null && !sameExcel)) {
                breaches.accept(Breach.ofTable(BreachKind.FORMATS_DIFFER, name, "expected the same columns"));
            }
            compare(name, one, sameParquet ? other : null, sameExcel ? third : null, rows);
        }
    }

    private void compare(
            String name, CsvRows one, @Nullable ParquetRows other, @Nullable CsvRows third, Consumer<TableRow> rows)
            throws IOException {
        Map<String, Integer> places = CsvRows.places(one.header());
        for (List<String> fields = one.next(); fields != null; fields = one.next()) {
            if (fields.size() != one.header().size()) {
                breaches.accept(Breach.ofTable(BreachKind.MALFORMED, name, "expected as many fields as columns"));
                continue;
            }
            TableRow row = new TableRow(name, places, fields);
            if (other != null) {
                compare(row, one.header(), other.next());
            }
            if (third != null) {
                compareExcel(row, one.header(), third.next());
            }
            hand(row, rows);
        }
        if (third != null && third.next() != null) {
            breaches.accept(Breach.ofTable(BreachKind.FORMATS_DIFFER, name, "expected as many rows as in CSV"));
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

    /** A row with a figure that is none is named and not looked at further: nobody can tell what it says. */
    private void hand(TableRow row, Consumer<TableRow> rows) {
        try {
            rows.accept(row);
        } catch (MalformedFigureException e) {
            breaches.accept(Breach.of(BreachKind.MALFORMED, row.table(), row.key(), e.column()));
        }
    }

    private void compare(TableRow row, List<String> header, @Nullable Object @Nullable [] other) {
        for (int column = 0; column < header.size(); column++) {
            if (other == null || !isSame(row.fields().get(column), other[column])) {
                breaches.accept(Breach.of(BreachKind.FORMATS_DIFFER, row.table(), row.key(), header.get(column)));
            }
        }
    }

    private void compareExcel(TableRow row, List<String> header, @Nullable List<String> other) {
        List<String> fields = other == null ? new ArrayList<>() : other;
        for (int column = 0; column < header.size(); column++) {
            boolean same =
                    fields.size() == header.size() && isSameInExcel(row.fields().get(column), fields.get(column));
            if (!same) {
                breaches.accept(Breach.of(BreachKind.FORMATS_DIFFER, row.table(), row.key(), header.get(column)));
            }
        }
    }

    /** A decimal comma, and a guard before what a spreadsheet would take for a formula. */
    private static boolean isSameInExcel(String text, String excel) {
        return text.equals(excel) || text.equals(excel.replace(',', '.')) || (GUARD + text).equals(excel);
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
