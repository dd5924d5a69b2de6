package se.tillsyn.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is what is read, with and without dictionaries, with all, some and no values. */
class TableScanTest {

    private record Row(
            String id,
            @Nullable String code,
            @Nullable Integer count,
            @Nullable Boolean flag,
            @Nullable Double value,
            @Nullable Integer never) {}

    private static final Table<Row> TABLE = new Table<>(
            "rows",
            List.of(
                    Column.text("id", Row::id),
                    Column.optionalText("code", Row::code),
                    Column.optionalWhole("count", Row::count),
                    Column.optionalFlag("flag", Row::flag),
                    Column.optionalReal("value", Row::value),
                    Column.optionalWhole("never", Row::never)));

    @Test
    void readsWhatWasWritten(@TempDir Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            // At first every count and no value is there, later some are: pages of each kind.
            boolean late = i > 20_000;
            rows.add(new Row(
                    "id-" + i,
                    random.nextInt(9) == 0 ? null : "c" + random.nextInt(400),
                    late && random.nextBoolean() ? null : (Integer) random.nextInt(12),
                    random.nextInt(3) == 0 ? null : (Boolean) random.nextBoolean(),
                    late && random.nextInt(4) == 0 ? (Double) random.nextDouble() : null,
                    null));
        }
        Path file = folder.resolve("rows.parquet");
        try (TableWriter<Row> writer = new ParquetTableWriter<>(file, TABLE, Map.of())) {
            for (Row row : rows) {
                writer.write(row);
            }
        }

        List<Row> read = new ArrayList<>();
        List<String> names = List.of("never", "id", "code", "count", "flag", "value");
        try (TableScan scan = new TableScan(file, TABLE, names)) {
            while (scan.next()) {
                for (int row = 0; row < scan.rows(); row++) {
                    Long count = number(scan.column(3), row);
                    Long flag = number(scan.column(4), row);
                    Long value = number(scan.column(5), row);
                    assertEquals(ScannedColumn.ABSENT, scan.column(0).id(row));
                    read.add(new Row(
                            String.valueOf(text(scan.column(1), row)),
                            text(scan.column(2), row),
                            count == null ? null : count.intValue(),
                            flag == null ? null : flag == 1,
                            value == null ? null : Double.longBitsToDouble(value),
                            null));
                }
            }
        }

        assertEquals(rows, read);
    }

    private static @Nullable String text(ScannedColumn column, int row) {
        int id = column.id(row);
        if (id == ScannedColumn.ABSENT) {
            return null;
        }
        String text = column.text(id);
        assertEquals(ScannedColumn.hashOf(text), column.textHash(id));
        return text;
    }

    private static @Nullable Long number(ScannedColumn column, int row) {
        int id = column.id(row);
        return id == ScannedColumn.ABSENT ? null : (Long) column.number(id);
    }
}
