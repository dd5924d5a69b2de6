package se.tillsyn.ingest.deidentification;

/**
 * Finds phone numbers in any grouping: +46 and 0046, other countries with +, Swedish mobile numbers, and in ordinary cells
 * Swedish fixed lines. Fixed lines are not looked for in ids and names, where a county or municipality code before a
 * serial looks the same (08 and 0380 are both).
 */
final class PhoneSearch {

    private static final int WIDEST_GAP = 3;
    private static final int SHORTEST_ABROAD = 9;
    private static final int LONGEST_ABROAD = 15;
    private static final int SHORTEST_AT_HOME = 8;
    private static final int LONGEST_AT_HOME = 10;
    private static final int MOBILE = 10;

    private final CharSequence text;
    private final boolean fixedLines;
    // What read() has seen.
    private long digits; // four bits each, the first lowest
    private int count;
    private int gaps; // bit k stands before the k-th digit
    private int end;

    PhoneSearch(CharSequence text, Place place) {
        this.text = text;
        fixedLines = place == Place.CELL;
    }

    boolean finds() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+' ? !isDigit(i - 1) && isAbroad(i + 1) : c == '0' && !isDigit(i - 1) && isAtHome(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAbroad(int start) {
        int first = start < text.length() && text.charAt(start) == ' ' ? start + 1 : start;
        if (!begin(first) || digit(0) == 0) {
            return false;
        }
        while (count < SHORTEST_ABROAD) {
            if (!next()) {
                return false;
            }
        }
        while (count < LONGEST_ABROAD && isDigit(end)) {
            next();
        }
        return !isDigit(end);
    }

    private boolean isAtHome(int start) {
        if (!begin(start) || !next() || (digit(1) == 0 && (!next() || digit(2) != 4))) {
            return false;
        }
        if (!fixedLines && digit(1) != 0 && digit(1) != 7) {
            return false; // mobile numbers begin with 07; nothing else is looked for in Sweden
        }
        while (count < LONGEST_ABROAD - 1 && next()) {
            if (isDigit(end)) {
                continue;
            }
            if (digit(1) == 0 ? digit(3) == 6 && isSwedish(4) : isNational()) {
                return true;
            }
        }
        return false;
    }

    /** After the country code: in ids and names mobile numbers only, for 0046 may begin a serial. */
    private boolean isSwedish(int from) {
        int first = digit(from) == 0 ? from + 1 : from; // +46 (0)70
        int length = count - first;
        if (length < 1 || digit(first) == 0) {
            return false;
        }
        return fixedLines ? length >= 7 && length <= 9 : length == 9 && isMobile(first);
    }

    private boolean isNational() {
        if (count < SHORTEST_AT_HOME || count > LONGEST_AT_HOME) {
            return false;
        }
        int firstGap = gaps == 0 ? count : Integer.numberOfTrailingZeros(gaps);
        if (count == MOBILE && isMobile(1) && (firstGap == count || firstGap == 3)) {
            return true;
        }
        if (!fixedLines) {
            return false;
        }
        if (firstGap == count) {
            return count >= 9;
        }
        boolean areaCode = firstGap == 2 ? digit(1) == 8 : firstGap == 3 || firstGap == 4;
        return areaCode && digit(firstGap) != 0 && !isDayMonthYear();
    }

    /** 08-11-2019 is a day. */
    private boolean isDayMonthYear() {
        return count == 8 && gaps == (1 << 2 | 1 << 4);
    }

    private boolean isMobile(int first) {
        return digit(first) == 7 && "02369".indexOf('0' + digit(first + 1)) >= 0;
    }

    private int digit(int k) {
        return (int) (digits >>> (4 * k)) & 15;
    }

    private boolean begin(int start) {
        digits = 0;
        count = 0;
        gaps = 0;
        end = start;
        return isDigit(start) && next();
    }

    private boolean next() {
        int place = end;
        while (place < text.length() && place - end < WIDEST_GAP && isGap(text.charAt(place))) {
            place++;
        }
        if (!isDigit(place)) {
            return false;
        }
        if (place > end) {
            gaps |= 1 << count;
        }
        digits |= (long) (text.charAt(place) - '0') << (4 * count);
        count++;
        end = place + 1;
        return true;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '-' || c == '/' || c == '(' || c == ')' || c == '.';
    }

    private boolean isDigit(int place) {
        return place >= 0 && place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9';
    }
}
