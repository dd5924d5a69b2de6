package se.tillsyn.ingest.deidentification;

/**
 * Finds what may be a person's name in an id, part by part between the marks that are neither letters nor digits: two words
 * with a capital and then small letters, in two parts or in one (AnnaAndersson7), or words and no digit at all. Words in
 * capitals beside digits are codes of the source, as in V-0000123-HEMMAPLAN; a random mixture of letters is no word.
 */
final class NameSearch {

    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_IN_CAPITALS = 4;

    private NameSearch() {}

    static boolean finds(CharSequence id, int clues) {
        if (Clues.has(clues, Clues.LETTERS_ONLY)) {
            return isWordsOnly(id);
        }
        return Clues.has(clues, Clues.CAPITALISED) && countCapitalised(id) >= 2;
    }

    private static boolean isWordsOnly(CharSequence id) {
        boolean longEnough = false;
        for (int start = 0; start < id.length(); start = endOfPart(id, start) + 1) {
            int end = endOfPart(id, start);
            boolean capitals = end > start && isCapitals(id, start, end);
            if (end > start && !capitals && !isSmall(id, start + 1, end) && capitalised(id, start, end) == 0) {
                return false;
            }
            longEnough |= end - start >= (capitals ? SHORTEST_IN_CAPITALS : SHORTEST_NAME);
        }
        return longEnough;
    }

    private static int countCapitalised(CharSequence id) {
        int words = 0;
        for (int start = 0; start < id.length(); start = endOfPart(id, start) + 1) {
            words += capitalised(id, start, endOfPart(id, start));
        }
        return words;
    }

    /** How many capitalised words a part consists of, digits at its end apart; 0 when it holds anything else. */
    private static int capitalised(CharSequence id, int start, int partEnd) {
        int end = partEnd;
        while (end > start && Character.isDigit(id.charAt(end - 1))) {
            end--;
        }
        int words = 0;
        int length = SHORTEST_NAME;
        for (int i = start; i < end; i++) {
            if (Character.isUpperCase(id.charAt(i)) && length >= SHORTEST_NAME) {
                words++;
                length = 1;
            } else if (words > 0 && Character.isLowerCase(id.charAt(i))) {
                length++;
            } else {
                return 0;
            }
        }
        return length >= SHORTEST_NAME ? words : 0;
    }

    private static boolean isCapitals(CharSequence id, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isUpperCase(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSmall(CharSequence id, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isLowerCase(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int endOfPart(CharSequence id, int from) {
        int end = from;
        while (end < id.length() && Character.isLetterOrDigit(id.charAt(end))) {
            end++;
        }
        return end;
    }
}
