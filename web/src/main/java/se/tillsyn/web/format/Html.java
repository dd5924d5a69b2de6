package se.tillsyn.web.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import se.tillsyn.web.dataset.Cells;
import se.tillsyn.web.dataset.DatasetTexts;
import se.tillsyn.web.dataset.Note;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.language.Language;

/** A page with one long table, its caption and the notes that must be shown. */
final class Html implements SliceWriter {

    @Override
    public void write(Slice slice, FormatOptions options, OutputStream out) throws IOException {
        Language language = options.language();
        String title = HtmlUtils.htmlEscape(Titles.of(slice, language));
        Writer html = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        html.write("<!DOCTYPE html>\n<html lang=\"" + language.code() + "\">\n<head><meta charset=\"utf-8\"><title>"
                + title + "</title></head>\n<body>\n");
        if (options.title()) {
            html.write("<h1>" + title + "</h1>\n");
        }
        html.write("<table>\n<caption>" + title + "</caption>\n<thead>");
        LongRows rows = new LongRows(slice, options);
        List<String> headings = new ArrayList<>(rows.textHeadings());
        headings.add(language.of(DatasetTexts.of("heading.value")));
        row(html, headings);
        html.write("</thead>\n<tbody>\n");
        html.flush();
        body(rows, out);
        html.write("</tbody>\n</table>\n");
        for (Note note : slice.dataset().notes()) {
            if (note.mandatory()) {
                html.write("<p>" + HtmlUtils.htmlEscape(language.of(note.text())) + "</p>\n");
            }
        }
        html.write("<p>"
                + HtmlUtils.htmlEscape(language.of(slice.dataset().release().publisher())) + ", "
                + slice.dataset().release().release() + "</p>\n</body>\n</html>\n");
        html.flush();
    }

    private static void body(LongRows rows, OutputStream out) throws IOException {
        Bytes bytes = new Bytes(out);
        Cells cells = rows.cells();
        rows.forEach(
                texts -> texts.stream()
                        .map(text -> "<th scope=\"row\">" + HtmlUtils.htmlEscape(text) + "</th>")
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8),
                (pieces, cell) -> {
                    bytes.ascii("<tr>");
                    for (byte[] piece : pieces) {
                        bytes.put(piece);
                    }
                    bytes.ascii("<td>");
                    bytes.ascii(
                            cells.hasNumber(cell)
                                    ? cells.plain(cell)
                                    : cells.status(cell).symbol());
                    bytes.ascii("</td></tr>\n");
                });
        bytes.flush();
    }

    private static void row(Writer html, List<String> texts) throws IOException {
        html.write("<tr>");
        for (String text : texts) {
            html.write("<th scope=\"col\">" + HtmlUtils.htmlEscape(text) + "</th>");
        }
        html.write("</tr>");
    }
}
