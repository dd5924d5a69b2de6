package se.tillsyn.ingest.deidentification;

/**
 * What one look at the characters of a text tells: a set of bits, empty for most ids and codes. A clue may be wrong, but
 * what a search would find is never without its clues.
 *
 * <p>A group is a row of digits, a run the groups between two letters.
 */
final class Clues {

    /** Characters beyond printable ASCII: the text must be made plain before anything else is said of it. */
    static final int FOREIGN = 1;
    /** A run of ten digits, or of six and three with one letter between: an identity number. */
    static final int IDENTITY = 1 << 1;
    /** A run of eight digits: a phone number, a date in figures. */
    static final int EIGHT_DIGITS = 1 << 2;
    /** A run of five digits: a postal code. */
    static final int FIVE_DIGITS = 1 << 3;
    /** A group that begins with 0 as phone numbers do, or a plus. */
    static final int PHONE_START = 1 << 4;
    /** A group that begins with a year of this century or the last. */
    static final int YEAR = 1 << 5;
    /** An at sign or one of the characters that write it otherwise. */
    static final int AT_SIGN = 1 << 6;
    /** A digit after a word of at least {@link #WORD} letters. */
    static final int NUMBER_AFTER_WORD = 1 << 7;

    /** A small letter next to a capital, or to a letter beyond ASCII. */
    static final int CAPITALISED = 1 << 8;
    /** Letters and not one digit. */
    static final int LETTERS_ONLY = 1 << 9;

    static final int BLANK = 1 << 10;

    static final int WORD = 4;

    private Clues() {}

    /** Whether all of the asked are among the clues. */
    static boolean has(int clues, int asked) {
        return (clues & asked) == asked;
    }

    static int of(CharSequence text) {
        int clues = 0;
        int digits = 0;
        int group = 0;
        int head = 0; // the first four digits of the group as a number
        int run = 0;
        int runBefore = 0;
        int word = 0; // length of the last word
        boolean inWord = false;
        boolean capital = false; // the letter before was one
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                inWord = false;
                digits++;
                run++;
                group++;
                if (group <= 4) {
                    head = group == 1 ? c - '0' : head * 10 + c - '0';
                    clues |= ofHead(head, group);
                }
                continue;
            }
            // Of a run no length matters but the last.
            clues |= group > 0 ? ofNumber(run, runBefore, word) : 0;
            clues |= group > 0 && group < 3 && head == 0 ? PHONE_START : 0; // 0 70 ..., 00 46 ...
            group = 0;
            if (isLetter(c)) {
                if (!inWord) {
                    runBefore = run;
                    run = 0;
                    word = 0;
                    capital = false;
                    inWord = true;
                }
                word++;
                clues |= c >= 'a' && capital ? CAPITALISED : 0;
                capital = c < 'a' || c > '~';
            } else {
                inWord = false;
                clues |= ofMark(c);
            }
            clues |= c < ' ' || c > '~' ? FOREIGN : 0;
        }
        clues |= group > 0 ? ofNumber(run, runBefore, word) : 0;
        return digits == 0 && word > 0 ? clues | LETTERS_ONLY : clues;
    }

    private static int ofNumber(int run, int runBefore, int word) {
        int clues = run >= 5 ? FIVE_DIGITS : 0;
        clues |= run >= 8 ? EIGHT_DIGITS : 0;
        clues |= run >= 10 || (word == 1 && runBefore >= 6 && run >= 3) ? IDENTITY : 0;
        return word >= WORD ? clues | NUMBER_AFTER_WORD : clues;
    }

    /** As in 07, 0046, 1957. */
    private static int ofHead(int head, int length) {
        return switch (length) {
            case 2 -> head > 0 && head < 10 ? PHONE_START : 0;
            case 4 -> head == 46 ? PHONE_START : head >= 1900 && head <= 2099 ? YEAR : 0;
            default -> 0;
        };
    }

    private static int ofMark(char c) {
        return switch (c) {
            case ' ' -> BLANK;
            case '+' -> PHONE_START;
            case '@', '(', '[', '{', '%' -> AT_SIGN;
            default -> 0;
        };
    }

    private static boolean isLetter(char c) {
        int folded = c | 0x20;
        return (folded >= 'a' && folded <= 'z') || (c > '~' && Character.isLetter(c));
    }
}
