package se.tillsyn.web.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * How a language writes numbers and dates. Swedish: decimal comma, no-break space (U+00A0) between thousands and before
 * the percent sign, minus sign U+2212. Percentages have one decimal, rounded half away from zero from the published
 * proportion.
 */
public final class Numbers {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char MINUS = '\u2212';
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final Language language;

    public Numbers(Language language) {
        this.language = language;
    }

    /** A proportion in percent with its sign, {@code 81,3 %}. */
    public String percent(double proportion) {
        return points(proportion) + percentSign();
    }

    /** A proportion in percent without the sign, {@code 81,3}. */
    public String points(double proportion) {
        return decimal(rounded(proportion));
    }

    /** A proportion in whole percent with its sign, {@code 56 %}. */
    public String wholePercent(double proportion) {
        return wholePoints(proportion) + percentSign();
    }

    /** A proportion in whole percent without the sign, {@code 56}. */
    public String wholePoints(double proportion) {
        return decimal(hundredfold(proportion).setScale(0, RoundingMode.HALF_UP));
    }

    /** Two limits in percent without the sign, {@code 72,3–87,8}. */
    public String limits(double lower, double upper) {
        return points(lower) + "–" + points(upper);
    }

    /** A difference of proportions in percentage points with its sign, {@code +12,3} or {@code −4,0}. */
    public String signedPoints(double difference) {
        BigDecimal points = rounded(difference);
        return (points.signum() > 0 ? "+" : "") + decimal(points);
    }

    /** A number with so many decimals. */
    public String fixed(double number, int decimals) {
        return decimal(BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** A number with one decimal, or none when it is whole: {@code 59,5}, {@code 60}. */
    public String brief(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
        return decimal(rounded.stripTrailingZeros().scale() <= 0 ? rounded.setScale(0, RoundingMode.HALF_UP) : rounded);
    }

    /** A whole number, thousands parted. */
    public String whole(long number) {
        return decimal(BigDecimal.valueOf(number));
    }

    /** Where a proportion lies on a line from 0 to 1, for drawings: percent, the same in every language. */
    public String place(double proportion) {
        return hundredfold(proportion).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /** The day of an instant, as Stockholm counts days. */
    public String day(Instant instant) {
        String pattern = "d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(instant.atZone(ZONE));
    }

    /** The year of an instant, as Stockholm counts days. */
    public String year(Instant instant) {
        return String.valueOf(instant.atZone(ZONE).getYear());
    }

    /** A proportion in percent with one decimal, as pages, charts and maps show it. */
    public static BigDecimal rounded(double proportion) {
        return hundredfold(proportion).setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal hundredfold(double proportion) {
        return BigDecimal.valueOf(proportion).movePointRight(2);
    }

    private String percentSign() {
        return language == Language.SV ? NO_BREAK_SPACE + "%" : "%";
    }

    private String decimal(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder text = new StringBuilder();
        if (number.signum() < 0) {
            text.append(MINUS);
        }
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                text.append(language == Language.SV ? NO_BREAK_SPACE : ',');
            }
            text.append(whole.charAt(i));
        }
        if (point >= 0) {
            text.append(language == Language.SV ? ',' : '.').append(plain, point + 1, plain.length());
        }
        return text.toString();
    }
}
