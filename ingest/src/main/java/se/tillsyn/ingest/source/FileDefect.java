package se.tillsyn.ingest.source;

import java.io.Serializable;
import java.util.Locale;
import se.tillsyn.ingest.profile.LocalText;

/**
 * One reason why a file is refused. Never holds anything out of the file but numbers.
 *
 * @param rule what is broken
 * @param line line in the file, of Parquet the row, from 1; 0 = the whole file
 * @param column position of the column, from 1, or of the character in the line where the rule says so; 0 = none
 * @param name a column's name out of the layout; empty = none
 * @param detail a word of this program's own (a kind of file, a separator, a type); empty = none
 * @param expected a number, where the rule has one
 * @param found a number, where the rule has one
 */
public record FileDefect(FileRule rule, long line, int column, String name, String detail, long expected, long found)
        implements Serializable {

    /** A defect of the file as a whole. */
    public static FileDefect ofFile(FileRule rule) {
        return new FileDefect(rule, 0, 0, "", "", 0, 0);
    }

    static FileDefect foreign(ForeignType type) {
        return new FileDefect(FileRule.FOREIGN_TYPE, 0, 0, "", type.name(), 0, 0);
    }

    static FileDefect atLine(FileRule rule, long line, long expected, long found) {
        return new FileDefect(rule, line, 0, "", "", expected, found);
    }

    static FileDefect missing(String name) {
        return new FileDefect(FileRule.MISSING_COLUMN, 1, 0, name, "", 0, 0);
    }

    static FileDefect atColumn(FileRule rule, int column, long found) {
        return new FileDefect(rule, 1, column, "", "", 0, found);
    }

    static FileDefect atPlace(FileRule rule, long line, int column, String name) {
        return new FileDefect(rule, line, column, name, "", 0, 0);
    }

    /** The same at another line. */
    FileDefect at(long otherLine) {
        return new FileDefect(rule, otherLine, column, name, detail, expected, found);
    }

    /** The reason in words. */
    public LocalText message() {
        if (rule == FileRule.FOREIGN_TYPE) {
            ForeignType type = ForeignType.valueOf(detail);
            return new LocalText(
                    rule.text().sv().replace("{type}", type.text().sv()) + " "
                            + type.advice().sv(),
                    rule.text().en().replace("{type}", type.text().en()) + " "
                            + type.advice().en());
        }
        return new LocalText(fill(rule.text().sv()), fill(rule.text().en()));
    }

    private String fill(String text) {
        return withPlace(text)
                .replace("{column}", Integer.toString(column))
                .replace("{expected}", Long.toString(expected))
                .replace("{found}", Long.toString(found))
                .replace("{code}", String.format(Locale.ROOT, "U+%04X", found))
                .replace("{name}", name)
                .replace("{detail}", detail);
    }

    /** A header that stands on no line, as that of Parquet, is spoken of without one. */
    private String withPlace(String text) {
        if (line > 0) {
            return text.replace("{line}", Long.toString(line));
        }
        int start = text.startsWith("Rad {line}: ") || text.startsWith("Line {line}: ") ? text.indexOf(": ") + 2 : 0;
        String rest = text.substring(start).replace("{line}", "0");
        return start == 0 ? rest : rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }
}
