package se.tillsyn.web.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import se.tillsyn.web.dataset.Cells;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.table.CsvDialect;

/** CSV: one row per cell, codes and names, {@code value} empty and {@code status} filled where there is no number. */
final class Csv implements SliceWriter {

    private static final LineDelimiter LINE_END = LineDelimiter.CRLF;

    @Override
    public void write(Slice slice, FormatOptions options, OutputStream out) throws IOException {
        CsvDialect dialect = options.dialect();
        char separator = options.separator() == 0 ? dialect.separator() : options.separator();
        LongRows rows = new LongRows(slice, options);
        Bytes bytes = new Bytes(out);
        bytes.text(dialect.start());
        if (options.title()) {
            bytes.text(record(List.of(dialect.text(Titles.of(slice, options.language()))), separator) + LINE_END);
        }
        List<String> header = new ArrayList<>(rows.textFields());
        header.add(LongRows.VALUE);
        header.add(LongRows.STATUS);
        bytes.text(record(header, separator) + LINE_END);
        Cells cells = rows.cells();
        String between = String.valueOf(separator);
        rows.forEach(
                texts -> (record(texts.stream().map(dialect::text).toList(), separator) + separator)
                        .getBytes(StandardCharsets.UTF_8),
                (pieces, cell) -> {
                    for (byte[] piece : pieces) {
                        bytes.put(piece);
                    }
                    bytes.ascii(dialect.number(cells.plain(cell)));
                    bytes.ascii(between);
                    bytes.ascii(cells.status(cell).code());
                    bytes.ascii(LINE_END.toString());
                });
        bytes.flush();
    }

    /** Fields in quotation marks where they need them. */
    private static String record(List<String> fields, char separator) {
        StringWriter text = new StringWriter();
        CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LINE_END)
                .bufferSize(0)
                .build(text)
                .writeRecord(fields);
        return text.getBuffer()
                .substring(0, text.getBuffer().length() - LINE_END.toString().length());
    }
}
