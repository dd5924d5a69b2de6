package se.tillsyn.ingest.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of CSV: UTF-8, CRLF, ISO dates, header row, an empty field where there is no value. Standard: no byte
 * order mark, comma, decimal point. For Excel in Swedish: byte order mark, semicolon, decimal comma, and a {@code '} before a
 * text that a spreadsheet would take for a formula. Numbers are written so that reading them gives the same number back; no
 * locale takes part.
 *
 * @param <R> row type
 */
public final class CsvTableWriter<R> implements TableWriter<R> {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    /** The two ways of writing. */
    private enum Dialect {
        STANDARD,
        EXCEL_SV
    }

    private final Table<R> table;
    private final Dialect dialect;
    private final CsvWriter writer;
    private final String[] fields;

    /** Creates the file, which must not exist, and writes the header row. */
    public CsvTableWriter(Path file, Table<R> table) throws IOException {
        this(file, table, Dialect.STANDARD);
    }

    /** The same for Excel in Swedish. */
    public static <R> CsvTableWriter<R> excelSv(Path file, Table<R> table) throws IOException {
        return new CsvTableWriter<>(file, table, Dialect.EXCEL_SV);
    }

    private CsvTableWriter(Path file, Table<R> table, Dialect dialect) throws IOException {
        this.table = table;
        this.dialect = dialect;
        Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        if (dialect == Dialect.EXCEL_SV) {
            text.write('\uFEFF');
        }
        writer = CsvWriter.builder()
                .fieldSeparator(dialect == Dialect.EXCEL_SV ? ';' : ',')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
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

    private @Nullable String fieldOf(Column<R> column, R row) {
        if (column instanceof Column.Text<R> text) {
            return guarded(text.value().of(row));
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

    /** Numbers are no text: {@code -0,5} stays a number. */
    private @Nullable String guarded(@Nullable String text) {
        boolean formula = dialect == Dialect.EXCEL_SV
                && text != null
                && !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static @Nullable String textOf(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Shortest decimal that reads back as the same number; whole numbers without a point, no exponent. */
    private String number(double value) {
        String standard = standard(value);
        return dialect == Dialect.EXCEL_SV ? standard.replace('.', ',') : standard;
    }

    private static String standard(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return new java.math.BigDecimal(Double.toString(value)).toPlainString();
    }
}
