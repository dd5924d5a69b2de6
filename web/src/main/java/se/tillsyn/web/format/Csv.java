package se.tillsyn.web.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.table.CsvDialect;

/** CSV: one row per cell, codes and names, {@code value} empty and {@code status} filled where there is no number. */
final class Csv implements SliceWriter {

    @Override
    public void write(Slice slice, FormatOptions options, OutputStream out) throws IOException {
        CsvDialect dialect = options.dialect();
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(dialect.start());
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(options.separator() == 0 ? dialect.separator() : options.separator())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        LongRows rows = new LongRows(slice, options);
        if (options.title()) {
            csv.writeRecord(dialect.text(Titles.of(slice, options.language())));
        }
        List<String> header = new ArrayList<>(rows.textFields());
        header.add(LongRows.VALUE);
        header.add(LongRows.STATUS);
        csv.writeRecord(header);
        rows.forEach((texts, cell) -> {
            List<String> record = new ArrayList<>(texts.size() + 2);
            for (String value : texts) {
                record.add(dialect.text(value));
            }
            record.add(dialect.number(rows.cells().plain(cell)));
            record.add(rows.cells().status(cell).code());
            csv.writeRecord(record);
        });
        csv.flush();
    }
}
