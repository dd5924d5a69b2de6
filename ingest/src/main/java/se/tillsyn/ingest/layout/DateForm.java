package se.tillsyn.ingest.layout;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The ways of writing a day that a layout may state. The list is closed: a year has four digits, and which number is the
 * month is said by the pattern, never found out from the data. {@code d} and {@code M} take one or two digits, {@code dd}
 * and {@code MM} two. No day rolls over: 31 April is none.
 */
public enum DateForm implements SourceForm {
    DAY_MONTH_YEAR_SLASH("dd/MM/yyyy"),
    SHORT_DAY_MONTH_YEAR_SLASH("d/M/yyyy"),
    MONTH_DAY_YEAR_SLASH("MM/dd/yyyy"),
    SHORT_MONTH_DAY_YEAR_SLASH("M/d/yyyy"),
    DAY_MONTH_YEAR_POINT("dd.MM.yyyy"),
    SHORT_DAY_MONTH_YEAR_POINT("d.M.yyyy"),
    DAY_MONTH_YEAR_DASH("dd-MM-yyyy"),
    SHORT_DAY_MONTH_YEAR_DASH("d-M-yyyy"),
    YEAR_MONTH_DAY_SLASH("yyyy/MM/dd"),
    YEAR_MONTH_DAY_POINT("yyyy.MM.dd"),
    YEAR_MONTH_DAY("yyyyMMdd"),
    ISO("yyyy-MM-dd");

    private final String pattern;
    private final DateTimeFormatter formatter;

    DateForm(String pattern) {
        this.pattern = pattern;
        this.formatter = formatterOf(pattern);
    }

    /** The form with this pattern, or {@code null}. */
    static @Nullable DateForm of(String pattern) {
        return Arrays.stream(values())
                .filter(form -> form.pattern.equals(pattern))
                .findFirst()
                .orElse(null);
    }

    static List<String> patterns() {
        return Arrays.stream(values()).map(DateForm::pattern).toList();
    }

    /** How it is written in letters {@code y}, {@code M} and {@code d}. */
    public String pattern() {
        return pattern;
    }

    @Override
    public @Nullable String contractText(String text) {
        try {
            TemporalAccessor day = formatter.parse(text);
            return LocalDate.from(day).toString();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Built by hand, since a formatter's own {@code d} takes any number of zeros and its {@code uuuu} a sign. */
    private static DateTimeFormatter formatterOf(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char letter = pattern.charAt(at);
            int end = at;
            while (end < pattern.length() && pattern.charAt(end) == letter) {
                end++;
            }
            int width = end - at;
            switch (letter) {
                case 'y' -> builder.appendValue(ChronoField.YEAR, width);
                case 'M' ->
                    builder.appendValue(ChronoField.MONTH_OF_YEAR, width, Math.max(width, 2), SignStyle.NOT_NEGATIVE);
                case 'd' ->
                    builder.appendValue(ChronoField.DAY_OF_MONTH, width, Math.max(width, 2), SignStyle.NOT_NEGATIVE);
                default -> builder.appendLiteral(letter);
            }
            at = end;
        }
        return builder.toFormatter(Locale.ROOT)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
