package se.tillsyn.web.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.language.Language;

/** Writes a view's table as CSV: one header row of keys, codes and labels, numbers as published. */
public final class TableCsv {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private TableCsv() {}

    /** The file; labels in one language. */
    public static byte[] bytes(ViewTable table, Language language, CsvDialect dialect) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(dialect == CsvDialect.EXCEL_SV ? ';' : ',')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(table.fields().stream().map(ViewTable.Field::key).toList());
            for (List<@Nullable Object> row : table.records(language)) {
                csv.writeRecord(
                        row.stream().map(value -> written(value, dialect)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String mark = dialect == CsvDialect.EXCEL_SV ? BYTE_ORDER_MARK : "";
        return (mark + text).getBytes(StandardCharsets.UTF_8);
    }

    private static String written(@Nullable Object value, CsvDialect dialect) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            String plain = number.toPlainString();
            return dialect == CsvDialect.EXCEL_SV ? plain.replace('.', ',') : plain;
        }
        if (value instanceof Boolean flag) {
            return flag.toString();
        }
        return text(value.toString(), dialect);
    }

    /** Text as it is, but in the spreadsheet dialect never the start of a formula. */
    private static String text(String text, CsvDialect dialect) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula && dialect == CsvDialect.EXCEL_SV ? "'" + text : text;
    }
}
