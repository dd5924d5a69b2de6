package se.tillsyn.ingest.deidentification;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds full dates that are too early to belong to an inspection: more than {@link #NEAR_YEARS} years before it, or
 * before {@link #RECENT_YEAR} when its day is unknown and in the names of columns and files. Written 19570312,
 * 1957-03-12, 12/3/1957, 12 mars 1957 and the like; a date without its century is not looked for.
 */
final class BirthDateSearch {

    static final int NEAR_YEARS = 2;
    static final int RECENT_YEAR = 1990;

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2099;
    private static final int WIDEST_GAP = 2;

    private static final String MONTH = "(?<month>jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec)[a-z]{0,6}";
    private static final String DAY = "(?<day>[0-9]{1,2})(?:\\.|:[ae]|st|nd|rd|th)?";
    private static final String YEAR = "(?<year>(?:19|20)[0-9]{2})";
    private static final String GAP = "[ ._,-]{0,3}";

    private static final List<Pattern> WITH_MONTH_IN_WORDS = List.of(
            inWords(DAY + GAP + "(?:of )?" + MONTH + GAP + YEAR),
            inWords(MONTH + GAP + DAY + "[ ._,-]{1,3}" + YEAR),
            inWords(YEAR + GAP + MONTH + GAP + DAY));

    private final CharSequence text;
    private final @Nullable LocalDate inspectedOn;

    private BirthDateSearch(CharSequence text, @Nullable LocalDate inspectedOn) {
        this.text = text;
        this.inspectedOn = inspectedOn;
    }

    private static Pattern inWords(String form) {
        return Pattern.compile("(?<![0-9\\p{L}])" + form + "(?![0-9])", Pattern.CASE_INSENSITIVE);
    }

    static boolean finds(CharSequence text, int clues, Place place, @Nullable LocalDate inspectedOn) {
        if (!Clues.has(clues, Clues.YEAR)) {
            return false;
        }
        boolean ofRow = place == Place.ID || place == Place.CELL;
        BirthDateSearch search = new BirthDateSearch(text, ofRow ? inspectedOn : null);
        return search.findsInFigures() || (place != Place.ID && search.findsInWords());
    }

    /** Whether a day is near enough to an inspection to be one of registration. */
    static boolean isNear(LocalDate day, LocalDate inspectedOn) {
        return !day.isBefore(inspectedOn.minusYears(NEAR_YEARS)) && !day.isAfter(inspectedOn.plusYears(NEAR_YEARS));
    }

    /** The day that eight digits write, {@code null} when they write none. */
    static @Nullable LocalDate dayOf(CharSequence text, int start) {
        return day(number(text, start, 4), number(text, start + 4, 2), number(text, start + 6, 2));
    }

    private boolean findsInFigures() {
        for (int i = 0; i <= text.length() - 6; i++) {
            if (isDigit(text, i) && !isDigit(text, i - 1) && (yearFirst(i) || yearLast(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean yearFirst(int start) {
        int year = number(text, start, 4);
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            return false;
        }
        int gap = gap(start + 4);
        int month = number(text, start + 4 + gap, 2);
        int secondGap = gap(start + 6 + gap);
        int stop = start + 8 + gap + secondGap;
        return isSameGap(start + 4, gap, start + 6 + gap, secondGap)
                && !isDigit(text, stop)
                && isEarly(day(year, month, number(text, stop - 2, 2)));
    }

    /** Day, month and year, or month, day and year; in one figure only where slashes or dots stand between. */
    private boolean yearLast(int start) {
        int width = isDigit(text, start + 1) ? 2 : 1;
        int gap = gap(start + width);
        if (gap == 0) {
            return false;
        }
        int second = start + width + gap;
        int secondWidth = isDigit(text, second + 1) ? 2 : 1;
        int secondGap = gap(second + secondWidth);
        int third = second + secondWidth + secondGap;
        if (isDigit(text, third + 4) || !isSameGap(start + width, gap, second + secondWidth, secondGap)) {
            return false;
        }
        char mark = text.charAt(start + width);
        if (width + secondWidth < 4 && mark != '/' && mark != '.') {
            return false;
        }
        int one = number(text, start, width);
        int two = number(text, second, secondWidth);
        int year = number(text, third, 4);
        return isEarly(day(year, two, one)) || isEarly(day(year, one, two));
    }

    private boolean findsInWords() {
        for (Pattern form : WITH_MONTH_IN_WORDS) {
            Matcher matcher = form.matcher(text);
            while (matcher.find()) {
                int year = Integer.parseInt(matcher.group("year"));
                int day = Integer.parseInt(matcher.group("day"));
                if (isEarly(day(year, month(matcher.group("month")), day))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int month(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "jan" -> 1;
            case "feb" -> 2;
            case "mar" -> 3;
            case "apr" -> 4;
            case "maj", "may" -> 5;
            case "jun" -> 6;
            case "jul" -> 7;
            case "aug" -> 8;
            case "sep" -> 9;
            case "okt", "oct" -> 10;
            case "nov" -> 11;
            default -> 12;
        };
    }

    private boolean isEarly(@Nullable LocalDate day) {
        if (day == null) {
            return false;
        }
        return inspectedOn == null ? day.getYear() < RECENT_YEAR : day.isBefore(inspectedOn.minusYears(NEAR_YEARS));
    }

    /** Case numbers such as 1.7-2021 mix their marks, dates do not. */
    private boolean isSameGap(int first, int firstLength, int second, int secondLength) {
        return firstLength == secondLength && (firstLength == 0 || text.charAt(first) == text.charAt(second));
    }

    private int gap(int place) {
        int length = 0;
        while (length < WIDEST_GAP
                && place + length < text.length()
                && !Character.isLetterOrDigit(text.charAt(place + length))) {
            length++;
        }
        return length;
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || day < 1) {
            return null;
        }
        return day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
    }

    /** A number of exactly so many digits; −1 when one of them is none. */
    private static int number(CharSequence text, int start, int width) {
        int number = 0;
        for (int i = start; i < start + width; i++) {
            if (!isDigit(text, i)) {
                return -1;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(CharSequence text, int place) {
        return place >= 0 && place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9';
    }
}
