package se.tillsyn.web.format;

import se.tillsyn.web.language.Language;
import se.tillsyn.web.table.CsvDialect;

/**
 * How a file is to be written. What a format has no use for it leaves aside.
 *
 * @param separator between fields of CSV; 0 for that of the dialect
 * @param base address of the API without a slash at its end, for links
 * @param release asked for by name, to be repeated in links; empty for the one served
 */
public record FormatOptions(
        Language language,
        Labels labels,
        boolean title,
        char separator,
        CsvDialect dialect,
        String base,
        String release) {

    /** What stands for a value. */
    public enum Labels {
        CODES,
        TEXTS,
        BOTH
    }

    /** As a format is written unless something else is asked for. */
    public static FormatOptions of(Language language, String base, String release) {
        return new FormatOptions(language, Labels.BOTH, false, '\0', CsvDialect.STANDARD, base, release);
    }

    /** Address of a part of the API in the language and release of the answer. */
    String address(String path) {
        return base + path + "?lang=" + language.code() + (release.isEmpty() ? "" : "&release=" + release);
    }
}
