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

    private TableCsv() {}

    /** The file; labels in one language. */
    public static byte[] bytes(ViewTable table, Language language, CsvDialect dialect) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(dialect.separator())
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
        return (dialect.start() + text).getBytes(StandardCharsets.UTF_8);
    }

    private static String written(@Nullable Object value, CsvDialect dialect) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return dialect.number(number.toPlainString());
        }
        if (value instanceof Boolean flag) {
            return flag.toString();
        }
        return dialect.text(value.toString());
    }
}
