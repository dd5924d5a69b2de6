package se.tillsyn.ingest.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of standard CSV: UTF-8 without byte order mark, comma, CRLF, decimal point, ISO dates, header row, an
 * empty field where there is no value. Numbers are written so that reading them gives the same number back; no locale
 * takes part.
 *
 * @param <R> row type
 */
public final class CsvTableWriter<R> implements TableWriter<R> {

    private final Table<R> table;
    private final CsvWriter writer;
    private final String[] fields;

    /** Creates the file, which must not exist, and writes the header row. */
    public CsvTableWriter(Path file, Table<R> table) throws IOException {
        this.table = table;
        writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW));
        fields = new String[table.columns().size()];
        writer.writeRecord(table.columnNames());
    }

    @Override
    public void write(R row) {
        List<Column<R>> columns = table.columns();
        for (int i = 0; i < fields.length; i++) {
            String field = fieldOf(columns.get(i), row);
            fields[i] = field == null ? "" : field;
        }
        writer.writeRecord(fields);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static <R> @Nullable String fieldOf(Column<R> column, R row) {
        if (column instanceof Column.Text<R> text) {
            return text.value().of(row);
        }
        if (column instanceof Column.Whole<R> whole) {
            return Integer.toString(whole.value().applyAsInt(row));
        }
        if (column instanceof Column.OptionalWhole<R> whole) {
            return textOf(whole.value().of(row));
        }
        if (column instanceof Column.Real<R> real) {
            return number(real.value().applyAsDouble(row));
        }
        if (column instanceof Column.OptionalReal<R> real) {
            Double value = real.value().of(row);
            return value == null ? null : number(value);
        }
        if (column instanceof Column.Day<R> day) {
            return textOf(day.value().of(row));
        }
        if (column instanceof Column.Flag<R> flag) {
            return Boolean.toString(flag.value().test(row));
        }
        if (column instanceof Column.OptionalFlag<R> flag) {
            return textOf(flag.value().of(row));
        }
        throw new AssertionError(column);
    }

    private static @Nullable String textOf(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Shortest decimal that reads back as the same number; whole numbers without a point, no exponent. */
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return new java.math.BigDecimal(Double.toString(value)).toPlainString();
    }
}
