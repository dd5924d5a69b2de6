package se.tillsyn.ingest.deidentification;

import java.util.function.UnaryOperator;

/** Ways to write an identity number, given as twelve digits (or with a letter as the ninth). */
enum Spelling {
    LONG(n -> n),
    SHORT(n -> n.substring(2)),
    DASH(n -> shortWith(n, "-")),
    LONG_DASH(n -> longWith(n, "-")),
    PLUS(n -> shortWith(n, "+")),
    LONG_PLUS(n -> longWith(n, "+")),
    BLANK(n -> shortWith(n, " ")),
    LONG_BLANK(n -> longWith(n, " ")),
    DASH_BETWEEN_BLANKS(n -> longWith(n, " - ")),
    SHORT_DASH_BETWEEN_BLANKS(n -> shortWith(n, " - ")),
    TWO_DASHES(n -> shortWith(n, "--")),
    DOT(n -> shortWith(n, ".")),
    SLASH(n -> longWith(n, "/")),
    COLON(n -> shortWith(n, ":")),
    UNDERSCORE(n -> longWith(n, "_")),
    EN_DASH(n -> shortWith(n, "\u2013")),
    EM_DASH(n -> longWith(n, "\u2014")),
    HYPHEN(n -> shortWith(n, "\u2010")),
    NON_BREAKING_HYPHEN(n -> longWith(n, "\u2011")),
    FIGURE_DASH(n -> shortWith(n, "\u2012")),
    HORIZONTAL_BAR(n -> shortWith(n, "\u2015")),
    MINUS(n -> longWith(n, "\u2212")),
    SMALL_HYPHEN(n -> shortWith(n, "\uFE63")),
    FULL_WIDTH_HYPHEN(n -> shortWith(n, "\uFF0D")),
    FULL_WIDTH_PLUS(n -> shortWith(n, "\uFF0B")),
    SOFT_HYPHEN(n -> longWith(n, "\u00AD")),
    NO_BREAK_SPACE(n -> shortWith(n, "\u00A0")),
    NARROW_NO_BREAK_SPACE(n -> shortWith(n, "\u202F")),
    THIN_SPACE(n -> longWith(n, "\u2009")),
    IDEOGRAPHIC_SPACE(n -> shortWith(n, "\u3000")),
    TAB(n -> shortWith(n, "\t")),
    LINE_BREAK(n -> longWith(n, "\r\n")),
    ZERO_WIDTH(n -> spaced(n, "\u200B")),
    BYTE_ORDER_MARK("\uFEFF"::concat),
    BIDI(n -> "\u202E" + shortWith(n, "\u200E-\u200F") + "\u202C"),
    WORD_JOINER(n -> shortWith(n, "\u2060-\u2060")),
    NUL(n -> longWith(n, "\u0000")),
    COMBINING_MARKS(n -> spaced(n, "\u0332")),
    KEYCAPS(n -> spaced(n, "\uFE0F\u20E3")),
    FULL_WIDTH_DIGITS(n -> inDigits(shortWith(n, "-"), 0xFF10)),
    ARABIC_DIGITS(n -> inDigits(n, 0x0660)),
    DEVANAGARI_DIGITS(n -> inDigits(shortWith(n, "-"), 0x0966)),
    BOLD_DIGITS(n -> inDigits(n, 0x1D7CE)),
    SUPERSCRIPT_ONE(n -> n.replace('1', '\u00B9')),
    CIRCLED_DIGITS(n -> n.replace('1', '\u2460').replace('9', '\u2468')),
    EVERY_DIGIT_SPACED(n -> spaced(n, " ")),
    EVERY_SHORT_DIGIT_SPACED(n -> spaced(n.substring(2), " ")),
    EVERY_DIGIT_DASHED(n -> spaced(n, "-")),
    EVERY_SHORT_DIGIT_DOTTED(n -> spaced(n.substring(2), ".")),
    EVERY_DIGIT_THIN_SPACED(n -> spaced(n.substring(2), "\u2009")),
    SPACED_WITH_DASH(n -> spaced(n.substring(0, 8), " ") + " - " + spaced(n.substring(8), " ")),
    GROUPS_BY_BLANKS(n -> groups(n, " ", 2, 4, 6, 8)),
    GROUPS_BY_DASHES(n -> groups(n, "-", 4, 6, 8)),
    GROUPS_BY_SLASHES(n -> groups(n, "/", 4, 6, 8)),
    SHORT_GROUPS_BY_DOTS(n -> groups(n.substring(2), ".", 2, 4, 6)),
    SHORT_GROUPS_BY_DASHES(n -> groups(n.substring(2), "-", 2, 4, 6)),
    DATE_THEN_SERIAL(n -> groups(n.substring(0, 8), "-", 4, 6) + " " + n.substring(8)),
    SHORT_DATE_THEN_SERIAL(n -> groups(n.substring(2, 8), "-", 2, 4) + n.substring(8)),
    FOURS(n -> groups(n, " ", 4, 8)),
    PAIRS(n -> groups(n.substring(2), " ", 2, 4, 6, 8)),
    PAIRS_BY_DASHES(n -> groups(n, "-", 2, 4, 6, 8, 10)),
    THREES(n -> groups(n, " ", 3, 6, 9)),
    SERIAL_IN_PAIRS(n -> groups(n.substring(2), " ", 6, 8)),
    LABELLED(n -> "pnr:" + shortWith(n, "-")),
    IN_A_SENTENCE(n -> "Ärendet gäller " + shortWith(n, "-") + ", född i landet."),
    AFTER_A_YEAR(n -> "HSN 2014 " + shortWith(n, "-")),
    IN_QUOTES(n -> "'" + n + "'"),
    AS_A_FORMULA(n -> "=\"" + n.substring(2) + "\""),
    GLUED_TO_LETTERS(n -> "pnr" + n + "v"),
    SHORT_GLUED_TO_LETTERS(n -> "v" + n.substring(2) + "v"),
    DASH_GLUED_TO_LETTERS(n -> "P" + shortWith(n, "-") + "P"),
    AS_AN_ID(n -> "V-" + n + "-01"),
    SHORT_AS_AN_ID(n -> "U-" + n.substring(2) + "-7"),
    DASH_AS_AN_ID(n -> "F-" + shortWith(n, "-") + "-HEMMAPLAN"),
    LONG_DASH_AS_AN_ID(n -> longWith(n, "-") + "-003"),
    AFTER_A_SERIAL(n -> "V-0000123-" + shortWith(n, "-")),
    AS_A_FILE_NAME(n -> "akt_" + n.substring(2) + ".csv"),
    DASH_AS_A_FILE_NAME(n -> longWith(n, "-") + " (2).csv.gz");

    @SuppressWarnings("ImmutableEnumChecker") // the forms hold nothing
    private final UnaryOperator<String> form;

    Spelling(UnaryOperator<String> form) {
        this.form = form;
    }

    String of(String number) {
        return form.apply(number);
    }

    private static String shortWith(String number, String mark) {
        return groups(number.substring(2), mark, 6);
    }

    private static String longWith(String number, String mark) {
        return groups(number, mark, 8);
    }

    private static String spaced(String number, String mark) {
        return String.join(mark, number.split(""));
    }

    private static String groups(String number, String mark, int... before) {
        StringBuilder grouped = new StringBuilder(number);
        for (int i = before.length - 1; i >= 0; i--) {
            grouped.insert(before[i], mark);
        }
        return grouped.toString();
    }

    private static String inDigits(String number, int zero) {
        StringBuilder written = new StringBuilder();
        number.chars().forEach(c -> written.appendCodePoint(c >= '0' && c <= '9' ? zero + c - '0' : c));
        return written.toString();
    }
}
