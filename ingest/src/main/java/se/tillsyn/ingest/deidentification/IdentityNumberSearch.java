package se.tillsyn.ingest.deidentification;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Finds Swedish identity, coordination and interim numbers in a plain text: YYMMDDNNNC with or without a century, C
 * being the Luhn check digit over the other nine (weights 2, 1, 2 ..., a letter counting as 1).
 *
 * <p>Twelve digits in a row are found anywhere among other digits, for chance agrees with one in 4 000 only. Otherwise a
 * number must begin and end where a run of digits does, for chance agrees with one in 130 of ten digits. Digits may be
 * parted by up to {@link #WIDEST_GAP} characters that are neither letters nor digits, as {@link #isSpelling} lists.
 */
final class IdentityNumberSearch {

    static final int WIDEST_GAP = 3;

    private static final int SHORT = 10;
    private static final int LONG = 12;

    /** Gaps as sets of bits: bit k stands before the k-th digit, counted from 0. */
    private static final int BEFORE_SERIAL = 1 << 6;

    private static final int IN_DATE = 1 << 2 | 1 << 4;
    private static final int LONG_GROUPS = 1 << 2 | 1 << 4 | 1 << 6 | 1 << 8;
    private static final int SHORT_PAIRS = 1 << 2 | 1 << 4 | 1 << 6 | 1 << 8;
    private static final int LONG_PAIRS = SHORT_PAIRS | 1 << 10;
    private static final int ALL_SHORT = (1 << SHORT) - 2;
    private static final int ALL_LONG = (1 << LONG) - 2;

    private final CharSequence text;
    private final @Nullable LocalDate inspectedOn;

    // What read() has seen.
    private long digits; // four bits each, the first lowest
    private int gaps;
    private boolean blanksOnly;
    private boolean letter;
    private int end;

    IdentityNumberSearch(CharSequence text, @Nullable LocalDate inspectedOn) {
        this.text = text;
        this.inspectedOn = inspectedOn;
    }

    @Nullable
    PersonalData find() {
        int skipTo = 0;
        for (int i = 0; i <= text.length() - SHORT; i++) {
            if (!isDigit(i) || i < skipTo) {
                continue;
            }
            boolean first = !isDigit(i - 1);
            if (first && isTimestamp(i)) {
                skipTo = endOfRun(i);
                continue;
            }
            PersonalData found = withCentury(i, first);
            if (found == null && first) {
                found = withoutCentury(i);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable PersonalData withCentury(int start, boolean first) {
        if (!read(start, LONG) || !isSpelling(start, LONG)) {
            return null;
        }
        boolean inOnePiece = gaps == 0 && !letter;
        return inOnePiece || (first && !isDigit(end)) ? kind(LONG) : null;
    }

    private @Nullable PersonalData withoutCentury(int start) {
        return read(start, SHORT) && !isDigit(end) && isSpelling(start, SHORT) ? kind(SHORT) : null;
    }

    /** Reads so many digits from a place on, and stops early where they cannot be an identity number. */
    private boolean read(int start, int length) {
        digits = 0;
        gaps = 0;
        blanksOnly = true;
        letter = false;
        end = start;
        for (int k = 0; k < length; k++) {
            if (k > 0 && !passGap(k)) {
                return false;
            }
            int digit = digitAt(end, k == length - 4);
            if (digit < 0) {
                return false;
            }
            digits |= (long) digit << (4 * k);
            end++;
            if (length == LONG && k == 1 && !isCentury()) {
                return false;
            }
            if (k == length - 7 && month(length) > 12) {
                return false;
            }
        }
        return true;
    }

    private boolean passGap(int k) {
        int from = end;
        while (end < text.length() && end - from <= WIDEST_GAP && !Character.isLetterOrDigit(text.charAt(end))) {
            blanksOnly &= text.charAt(end) == ' ';
            end++;
        }
        if (end > from) {
            gaps |= 1 << k;
        }
        return end - from <= WIDEST_GAP;
    }

    private int digitAt(int place, boolean letterAllowed) {
        if (isDigit(place)) {
            return text.charAt(place) - '0';
        }
        if (letterAllowed && place < text.length() && isInterimLetter(text.charAt(place))) {
            letter = true;
            return 1;
        }
        return -1;
    }

    private boolean isDigit(int place) {
        if (place < 0 || place >= text.length()) {
            return false;
        }
        char c = text.charAt(place);
        return c >= '0' && c <= '9';
    }

    private static boolean isInterimLetter(char c) {
        return "TRSUWXJKLMNtrsuwxjklmn".indexOf(c) >= 0;
    }

    private boolean isCentury() {
        int century = pair(0);
        return century >= 18 && century <= 20;
    }

    /** Whether the digits are grouped as somebody would group them. */
    private boolean isSpelling(int start, int length) {
        int seen = letter ? gaps & ~(1 << (length - 3)) : gaps; // a gap after the letter says nothing
        if (length == LONG) {
            return (seen & ~LONG_GROUPS) == 0 || seen == LONG_PAIRS || gaps == ALL_LONG || blanksOnly;
        }
        if ((seen & ~(IN_DATE | BEFORE_SERIAL)) == 0) {
            return (seen & IN_DATE) == 0 || (seen & IN_DATE) == IN_DATE;
        }
        return (seen == SHORT_PAIRS || gaps == ALL_SHORT || blanksOnly) && standsAlone(start);
    }

    /** No other digit near: a row of small numbers is no identity number. */
    private boolean standsAlone(int start) {
        for (int k = 1; k <= WIDEST_GAP + 1; k++) {
            if (isDigit(start - k) || isDigit(end + k - 1)) {
                return false;
            }
        }
        return true;
    }

    /** A moment to the second or the millisecond, on a day near the inspection: a key that a system has made. */
    private boolean isTimestamp(int start) {
        int length = endOfRun(start) - start;
        if (inspectedOn == null || (length != 14 && length != 17)) {
            return false;
        }
        LocalDate day = BirthDateSearch.dayOf(text, start);
        return day != null
                && BirthDateSearch.isNear(day, inspectedOn)
                && isBelow(24, start + 8)
                && isBelow(60, start + 10)
                && isBelow(60, start + 12);
    }

    private boolean isBelow(int limit, int place) {
        return (text.charAt(place) - '0') * 10 + text.charAt(place + 1) - '0' < limit;
    }

    private int endOfRun(int start) {
        int stop = start;
        while (isDigit(stop)) {
            stop++;
        }
        return stop;
    }

    private @Nullable PersonalData kind(int length) {
        int day = pair(length - 6);
        boolean coordinated = day >= 60 && day <= 91;
        if ((!coordinated && !isDay(length, day)) || serialIsZero(length) || !checkDigitIsRight(length)) {
            return null;
        }
        if (letter) {
            return PersonalData.INTERIM_NUMBER;
        }
        return coordinated ? PersonalData.COORDINATION_NUMBER : PersonalData.IDENTITY_NUMBER;
    }

    private boolean isDay(int length, int day) {
        int month = month(length);
        if (month < 1 || day < 1) {
            return false;
        }
        int year =
                pair(length - 10) + (length == LONG ? pair(0) * 100 : 2000); // 2000 is a leap year, as YY = 00 may be
        return day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private int month(int length) {
        return pair(length - 8);
    }

    private int digit(int k) {
        return (int) (digits >>> (4 * k)) & 15;
    }

    private int pair(int k) {
        return digit(k) * 10 + digit(k + 1);
    }

    /** Serials begin at 001. */
    private boolean serialIsZero(int length) {
        return !letter && pair(length - 4) == 0 && digit(length - 2) == 0;
    }

    private boolean checkDigitIsRight(int length) {
        int sum = 0;
        for (int k = 0; k < SHORT; k++) {
            int digit = digit(length - SHORT + k);
            int weighted = k % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
