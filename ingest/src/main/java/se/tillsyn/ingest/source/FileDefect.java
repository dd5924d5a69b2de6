package se.tillsyn.ingest.source;

import java.io.Serializable;
import se.tillsyn.ingest.profile.LocalText;

/**
 * One reason why a file is refused. Never holds anything out of the file but numbers.
 *
 * @param rule what is broken
 * @param line line in the file, from 1; 0 = the whole file
 * @param column position of the column, from 1; 0 = none
 * @param name a column's name out of the layout; empty = none
 * @param expected a number, where the rule has one
 * @param found a number, where the rule has one
 */
public record FileDefect(FileRule rule, long line, int column, String name, long expected, long found)
        implements Serializable {

    /** A defect of the file as a whole. */
    public static FileDefect ofFile(FileRule rule) {
        return new FileDefect(rule, 0, 0, "", 0, 0);
    }

    static FileDefect atLine(FileRule rule, long line, long expected, long found) {
        return new FileDefect(rule, line, 0, "", expected, found);
    }

    static FileDefect missing(String name) {
        return new FileDefect(FileRule.MISSING_COLUMN, 1, 0, name, 0, 0);
    }

    static FileDefect atColumn(FileRule rule, int column, long found) {
        return new FileDefect(rule, 1, column, "", 0, found);
    }

    /** The reason in words. */
    public LocalText message() {
        return new LocalText(fill(rule.text().sv()), fill(rule.text().en()));
    }

    private String fill(String text) {
        return text.replace("{line}", Long.toString(line))
                .replace("{column}", Integer.toString(column))
                .replace("{expected}", Long.toString(expected))
                .replace("{found}", Long.toString(found))
                .replace("{name}", name);
    }
}
