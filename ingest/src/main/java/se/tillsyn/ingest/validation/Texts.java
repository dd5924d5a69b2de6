package se.tillsyn.ingest.validation;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Strict reading of single fields. ASCII only; what is not exactly as expected is no value. */
final class Texts {

    /** Answers of {@link #whole}: not a whole number; one too large for 32 bits. */
    static final int NOT_WHOLE = -1;

    static final int TOO_LARGE = -2;

    private static final int MAX_DIGITS = 15;

    private Texts() {}

    static boolean isId(String text) {
        int n = text.length();
        if (n == 0 || n > 64) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || isDigit(c) || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /** A whole number of 0 or more, {@link #NOT_WHOLE} or {@link #TOO_LARGE}. */
    static int whole(String text) {
        int n = text.length();
        if (n == 0 || (n > 1 && text.charAt(0) == '0')) {
            return NOT_WHOLE;
        }
        long value = 0;
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return NOT_WHOLE;
            }
            value = Math.min(value * 10 + (c - '0'), Integer.MAX_VALUE + 1L);
        }
        return value > Integer.MAX_VALUE ? TOO_LARGE : (int) value;
    }

    /** A number, or {@code null}. */
    static @Nullable Double number(String text) {
        int n = text.length();
        int start = n > 0 && text.charAt(0) == '-' ? 1 : 0;
        int digits = 0;
        int point = -1;
        for (int i = start; i < n; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if (c == '.' && point < 0 && i > start && i < n - 1) {
                point = i;
            } else {
                return null;
            }
        }
        int whole = (point < 0 ? n : point) - start;
        if (digits == 0 || digits > MAX_DIGITS || (whole > 1 && text.charAt(start) == '0')) {
            return null;
        }
        double value = Double.parseDouble(text);
        return value == 0 ? 0.0 : value;
    }

    /** A day of the ISO calendar written yyyy-MM-dd, or {@code null}; no roll-over. */
    static @Nullable LocalDate day(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        return day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
