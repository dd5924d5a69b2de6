package se.tillsyn.web.format;

import se.tillsyn.web.language.Language;
import se.tillsyn.web.table.CsvDialect;

/**
 * How a file is to be written. What a format has no use for it leaves aside.
 *
 * @param base address of the API without a slash at its end, for links
 * @param separator between fields of CSV; 0 for that of the dialect
 */
public record FormatOptions(
        Language language, Labels labels, boolean title, char separator, CsvDialect dialect, String base) {

    /** What stands for a value. */
    public enum Labels {
        CODES,
        TEXTS,
        BOTH
    }

    /** As a format is written unless something else is asked for. */
    public static FormatOptions of(Language language, String base) {
        return new FormatOptions(language, Labels.BOTH, false, '\0', CsvDialect.STANDARD, base);
    }
}
