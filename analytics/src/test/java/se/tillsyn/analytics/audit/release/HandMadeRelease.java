package se.tillsyn.analytics.audit.release;

import static se.tillsyn.ingest.table.Column.optionalReal;
import static se.tillsyn.ingest.table.Column.optionalText;
import static se.tillsyn.ingest.table.Column.optionalWhole;
import static se.tillsyn.ingest.table.Column.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.PublishedIndicator;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.ValueColumns;
import se.tillsyn.ingest.table.Column;
import se.tillsyn.ingest.table.CsvTableWriter;
import se.tillsyn.ingest.table.ParquetTableWriter;
import se.tillsyn.ingest.table.Table;
import se.tillsyn.ingest.table.TableWriter;

/**
 * A release folder made by hand: a nation 00 of counties 01 and 02, with municipalities 0101 to 0104 and 0201, of which 0101 and 0201
 * are the group G. Topic T counts case files, topic W persons' waits. No manifest.
 */
final class HandMadeRelease {

    static final Thresholds THRESHOLDS = new Thresholds(10, 5, 20);
    static final String ALL = RateColumns.TOTAL;

    private final Path folder;
    private final Map<String, List<Row>> tables = new TreeMap<>();

    /** A row of a rate table; one with status {@code c} has no numbers unless a test leaves one. */
    record Row(
            String region,
            String period,
            String age,
            String type,
            @Nullable Integer assessed,
            @Nullable Integer deficient,
            @Nullable Double rate,
            String status) {

        Row withRate(double other) {
            return new Row(region, period, age, type, assessed, deficient, other, status);
        }
    }

    HandMadeRelease(Path folder) {
        this.folder = folder;
    }

    static Row shown(String region, String period, String age, String type, int deficient, int assessed) {
        return new Row(region, period, age, type, assessed, deficient, (double) deficient / assessed, "");
    }

    static Row shown(String region, int deficient, int assessed) {
        return shown(region, "2020", ALL, ALL, deficient, assessed);
    }

    static Row withheld(String region, String period, String age, String type) {
        return new Row(region, period, age, type, null, null, null, "c");
    }

    static Row withheld(String region) {
        return withheld(region, "2020", ALL, ALL);
    }

    HandMadeRelease with(String table, Row... rows) {
        tables.computeIfAbsent(table, any -> new ArrayList<>()).addAll(List.of(rows));
        return this;
    }

    /** Writes everything, both formats. */
    Path write() throws IOException {
        Files.createDirectories(folder.resolve("tables"));
        Files.createDirectories(folder.resolve("codelists"));
        Files.writeString(
                folder.resolve("codelists/regions.csv"),
                "code,parent\r\n00,\r\n01,00\r\n02,00\r\n0101,01\r\n0102,01\r\n0103,01\r\n0104,01\r\n0201,02\r\n");
        Files.writeString(folder.resolve("codelists/region_group_members.csv"), "group,region\r\nG,0101\r\nG,0201\r\n");
        Files.writeString(
                folder.resolve("codelists/observed_units.csv"), "code,protected\r\nCASE,true\r\nBOARD,false\r\n");
        Files.write(
                folder.resolve("indicators.json"),
                PublishedIndicator.toJson(
                        List.of(indicator("T", "CASE"), indicator("W", "CASE"), indicator("U", "BOARD"))));
        for (Map.Entry<String, List<Row>> table : tables.entrySet()) {
            boolean values =
                    table.getKey().startsWith("waits") || table.getKey().startsWith("measured");
            write(values ? waits(table.getKey()) : rates(table.getKey()), table.getValue());
        }
        return folder;
    }

    <R> void write(Table<R> table, List<R> rows) throws IOException {
        Files.createDirectories(folder.resolve("tables"));
        Path parquet = folder.resolve("tables/" + table.name() + ".parquet");
        Path csv = folder.resolve("tables/" + table.name() + ".csv");
        Files.deleteIfExists(parquet);
        Files.deleteIfExists(csv);
        try (TableWriter<R> one = new ParquetTableWriter<>(parquet, table, Map.of());
                TableWriter<R> other = new CsvTableWriter<>(csv, table)) {
            for (R row : rows) {
                one.write(row);
                other.write(row);
            }
        }
    }

    private static PublishedIndicator indicator(String topic, String unit) {
        LocalText none = new LocalText("", "");
        return new PublishedIndicator(
                topic,
                "RATE",
                none,
                none,
                List.of(topic),
                unit,
                null,
                List.of(),
                null,
                List.of(),
                new PublishedIndicator.Exclusions(List.of(), none),
                null,
                "NONE",
                new PublishedIndicator.Requirement(null, null, null, "NOT_STATED"),
                List.of(),
                null,
                none,
                none,
                "2020-01-01");
    }

    private static List<Column<Row>> codes(String topic) {
        return List.of(
                text(RateColumns.TOPIC, row -> topic),
                text(RateColumns.REGION, Row::region),
                text(RateColumns.PERIOD, Row::period),
                text(RateColumns.AGE_GROUP, Row::age),
                text(RateColumns.OPERATION_TYPE, Row::type));
    }

    static Table<Row> rates(String name) {
        List<Column<Row>> columns = new ArrayList<>(codes("T"));
        columns.addAll(List.of(
                optionalWhole(RateColumns.CASES_ASSESSED, Row::assessed),
                optionalWhole(RateColumns.CASES_DEFICIENT, Row::deficient),
                optionalReal(RateColumns.CASE_RATE, Row::rate),
                optionalText(RateColumns.CASE_RATE_METHOD, row -> null),
                text(RateColumns.CASE_STATUS, Row::status),
                optionalWhole(RateColumns.UNITS_ASSESSED, row -> null),
                optionalWhole(RateColumns.UNITS_DEFICIENT, row -> null)));
        return new Table<>(name, columns);
    }

    /** Waits: assessed are all values, deficient those who still wait, the rate is the median where there is one. */
    static Table<Row> waits(String name) {
        List<Column<Row>> columns = new ArrayList<>(codes("W"));
        columns.addAll(List.of(
                optionalWhole(ValueColumns.N, Row::assessed),
                optionalWhole(ValueColumns.WAITING, Row::deficient),
                text(ValueColumns.STATUS, Row::status),
                optionalReal(ValueColumns.MEDIAN, Row::rate),
                text(ValueColumns.MEDIAN_STATUS, row -> row.rate() == null ? "c" : ""),
                optionalReal(ValueColumns.P90, row -> null),
                text(ValueColumns.P90_STATUS, row -> "c")));
        return new Table<>(name, columns);
    }
}
