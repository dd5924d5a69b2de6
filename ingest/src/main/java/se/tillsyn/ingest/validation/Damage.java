package se.tillsyn.ingest.validation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a text that is not as expected what befell it on its way: a spreadsheet that took it for something else, a
 * wrong character set, letters that only look right. Asked for refused texts alone.
 */
final class Damage {

    /** Texts beyond this length are no value that went wrong. */
    private static final int LONGEST = 200;

    private static final Pattern SERIAL_DAY = Pattern.compile("[2-7][0-9]{4}(?:[.,][0-9]+)?");
    private static final Pattern EXPONENT = Pattern.compile("-?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+");
    private static final Pattern COMMA = Pattern.compile("-?[0-9]+,[0-9]+");
    private static final Pattern GROUPED =
            Pattern.compile("-?[0-9]{1,3}(?:[ \\u00A0\\u202F.,'\\u2019][0-9]{3})+(?:[.,][0-9]+)?");
    private static final Pattern DAY_OF_MONTH = Pattern.compile(
            "(?:[0-9]{1,4}[-./ ])?(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[ck]t|nov|de[ck])[a-z]*\\.?"
                    + "(?:[-./ ]?[0-9]{1,4})?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_DATE = Pattern.compile(
            "[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}(?:[T ].*)?|[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{2,4}");
    private static final Pattern SPREADSHEET_ERROR = Pattern.compile("#{2,}|#[A-ZÅÄÖ/0-9]+[!?]?");
    private static final Set<String> SYMBOLS = Set.of(
            "..",
            ".",
            ":",
            "-",
            "–",
            "—",
            "*",
            "x",
            "?",
            "nan",
            "inf",
            "-inf",
            "infinity",
            "-infinity",
            "n/a",
            "na",
            "null",
            "none",
            "nil",
            "saknas",
            "okänt",
            "unknown",
            "uppgift saknas",
            "ej tillämpligt");
    private static final Pattern BOUND = Pattern.compile("[<>≤≥~]=?\\s*[0-9]+.*");
    /** UTF-8 read as if it were Windows-1252, once or twice. */
    private static final Pattern MOJIBAKE = Pattern.compile("[\\u00C2\\u00C3][\\u0080-\\u00BF\\u0152-\\u2122]");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Damage() {}

    /** What befell a text that should be a day, or {@code null}. */
    static @Nullable Rule ofDay(String text) {
        Rule general = ofAny(text);
        if (general != null) {
            return general;
        }
        return text.length() <= LONGEST && SERIAL_DAY.matcher(text).matches() ? Rule.EXCEL_DAY_NUMBER : null;
    }

    /** What befell a text that should be a number, or {@code null}. */
    static @Nullable Rule ofNumber(String text) {
        Rule general = ofAny(text);
        if (general != null || text.length() > LONGEST) {
            return general;
        }
        if (SYMBOLS.contains(text.toLowerCase(Locale.ROOT))
                || BOUND.matcher(text).matches()) {
            return Rule.SYMBOL;
        }
        if (EXPONENT.matcher(text).matches()) {
            return Rule.EXCEL_EXPONENT;
        }
        if (DAY_OF_MONTH.matcher(text).matches() || ANY_DATE.matcher(text).matches()) {
            return Rule.EXCEL_MADE_DATE;
        }
        if (COMMA.matcher(text).matches()) {
            return Rule.DECIMAL_COMMA;
        }
        if (GROUPED.matcher(text).matches()) {
            return Rule.DIGITS_GROUPED;
        }
        String plain = looks(text);
        return !plain.equals(text) && Texts.number(plain) != null ? Rule.LOOK_ALIKE : null;
    }

    /** What befell a text that should be a code, or {@code null}. */
    static @Nullable Rule ofCode(String text, CodePeriods codes) {
        if (text.length() > LONGEST) {
            return null;
        }
        Rule general = ofAny(text);
        if (general != null) {
            return general;
        }
        if (codes.find("0" + text) != null) {
            return Rule.EXCEL_LEADING_ZERO;
        }
        if (EXPONENT.matcher(text).matches()) {
            return Rule.EXCEL_EXPONENT;
        }
        if (DAY_OF_MONTH.matcher(text).matches() || ANY_DATE.matcher(text).matches()) {
            return Rule.EXCEL_MADE_DATE;
        }
        String plain = looks(text);
        return !plain.equals(text) && codes.find(plain) != null ? Rule.LOOK_ALIKE : null;
    }

    /** What befell a text that should be a key, or {@code null}. */
    static @Nullable Rule ofId(String text) {
        Rule general = ofAny(text);
        if (general != null || text.length() > LONGEST) {
            return general;
        }
        if (EXPONENT.matcher(text).matches()) {
            return Rule.EXCEL_EXPONENT;
        }
        String plain = looks(text);
        return !plain.equals(text) && Texts.isId(plain) ? Rule.LOOK_ALIKE : null;
    }

    /** What befell a text of any kind, or {@code null}. */
    static @Nullable Rule ofAny(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        if (SPREADSHEET_ERROR.matcher(text).matches()) {
            return Rule.EXCEL_ERROR;
        }
        if (text.indexOf('\uFFFD') >= 0
                || text.chars().anyMatch(Character::isISOControl)
                || MOJIBAKE.matcher(text).find()) {
            return Rule.BROKEN_TEXT;
        }
        if (INVISIBLE.matcher(text).find()) {
            return Rule.LOOK_ALIKE;
        }
        boolean blankAtAnEnd = !text.isEmpty() && (isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1)));
        return blankAtAnEnd ? Rule.BLANKS : null;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** The text in the ASCII letters that its letters look like. */
    private static String looks(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFKC).toCharArray()) {
            int at = ALIKE.indexOf(c);
            plain.append(at < 0 ? c : ASCII.charAt(at));
        }
        return plain.toString();
    }

    /** Cyrillic and Greek letters and dashes, and below each the ASCII character that it looks like. */
    private static final String ALIKE =
            "\u0410\u0412\u0415\u0405\u0406\u0408\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425\u0423\u0417"
                    + "\u0430\u0435\u043E\u0440\u0441\u0445\u0443\u0456\u0458\u0455"
                    + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03BF\u03BD"
                    + "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";

    private static final String ASCII = "ABESIJKMHOPCTXY3" + "aeopcxyijs" + "ABEZHIKMNOPTYXov" + "----------";
}
