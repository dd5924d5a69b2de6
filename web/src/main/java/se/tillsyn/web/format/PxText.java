package se.tillsyn.web.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Keywords of a PX file. A text is at most 256 characters on a line and goes on in another pair of quotation marks; a
 * quotation mark within a text has no spelling and becomes an apostrophe.
 */
final class PxText {

    private static final int LONGEST = 250;
    private static final String END = ";\r\n";

    private final Writer out;

    PxText(Writer out) {
        this.out = out;
    }

    Writer writer() {
        return out;
    }

    /** A text as part of a keyword. */
    static String key(String text) {
        return '"' + clean(text) + '"';
    }

    void plain(String keyword, String value) throws IOException {
        out.write(keyword + "=" + value + END);
    }

    void texts(String keyword, String text) throws IOException {
        out.write(keyword + "=");
        quoted(text);
        out.write(END);
    }

    void list(String keyword, List<String> texts) throws IOException {
        list(keyword, "", texts);
    }

    void list(String keyword, String before, List<String> texts) throws IOException {
        out.write(keyword + "=" + before);
        int width = 0;
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                out.write(width > LONGEST ? ",\r\n" : ",");
                width = width > LONGEST ? 0 : width;
            }
            quoted(texts.get(i));
            width += texts.get(i).length() + 3;
        }
        out.write(END);
    }

    private void quoted(String text) throws IOException {
        String clean = clean(text);
        for (int start = 0; start == 0 || start < clean.length(); start += LONGEST) {
            out.write(start == 0 ? "\"" : "\r\n\"");
            out.write(clean.substring(start, Math.min(clean.length(), start + LONGEST)));
            out.write('"');
        }
    }

    private static String clean(String text) {
        return text.replace('"', '\'')
                .replace('\u2212', '-')
                .replace("\u2265", ">=")
                .replace("\u2264", "<=")
                .replaceAll("\\s+", " ");
    }
}
