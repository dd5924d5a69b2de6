package se.tillsyn.ingest.deidentification;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds Swedish street addresses: a word that ends as names of streets do, with a house number after it, or a postal code
 * with its town after a house number or a comma.
 */
final class StreetAddressSearch {

    private static final List<String> STREETS = List.of(
            "gatan",
            "vägen",
            "vagen",
            "gränden",
            "granden",
            "stigen",
            "torget",
            "allén",
            "allen",
            "backen",
            "kajen",
            "esplanaden",
            "promenaden");

    /** Too short to be a street by themselves: two letters must stand before. */
    private static final List<String> STREET_ENDINGS = List.of("gata", "väg", "vag", "gränd", "grand", "stig", "torg");

    private static final int WIDEST_GAP = 3;
    private static final int LONGEST_HOUSE_NUMBER = 3;

    private static final Pattern POSTAL_CODE = Pattern.compile(
            "(?:\\p{L} [0-9]{1,3} ?\\p{L}? ?,?|,) {0,2}(?:SE?-)?[1-9][0-9]{2} ?[0-9]{2} {1,2}\\p{Lu}\\p{L}");

    private StreetAddressSearch() {}

    static boolean finds(CharSequence text, int clues) {
        if (Clues.has(clues, Clues.NUMBER_AFTER_WORD) && findsStreet(text)) {
            return true;
        }
        return Clues.has(clues, Clues.FIVE_DIGITS | Clues.BLANK)
                && POSTAL_CODE.matcher(text).find();
    }

    private static boolean findsStreet(CharSequence text) {
        int wordStart = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                continue;
            }
            if (i - wordStart >= Clues.WORD && isHouseNumber(text, i) && isStreet(text, wordStart, i)) {
                return true;
            }
            wordStart = i + 1;
        }
        return false;
    }

    private static boolean isHouseNumber(CharSequence text, int afterWord) {
        int start = afterWord;
        while (start < text.length()
                && start - afterWord < WIDEST_GAP
                && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        int stop = start;
        while (stop < text.length() && text.charAt(stop) >= '0' && text.charAt(stop) <= '9') {
            stop++;
        }
        return stop > start && stop - start <= LONGEST_HOUSE_NUMBER && text.charAt(start) != '0';
    }

    private static boolean isStreet(CharSequence text, int from, int to) {
        String word = text.subSequence(from, to).toString().toLowerCase(Locale.ROOT);
        return STREETS.stream().anyMatch(word::endsWith)
                || STREET_ENDINGS.stream().anyMatch(end -> word.length() >= end.length() + 2 && word.endsWith(end));
    }
}
