package se.tillsyn.web.map;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Names that fit a tile, seven letters at most: the first word, or its first six letters and a full stop. Those that would
 * look alike get their first letter, a hyphen and the letters from where they differ: "V-norrl" and "V-botte".
 */
final class TileNames {

    private static final int LETTERS = 7;

    private TileNames() {}

    /** Short names by code, of full names by code. */
    static Map<String, String> of(Map<String, String> names) {
        Map<String, String> words = new TreeMap<>();
        names.forEach((code, name) -> words.put(code, name.split(" ", 2)[0]));
        Map<String, List<String>> alike = words.values().stream().collect(Collectors.groupingBy(TileNames::cut));
        Map<String, String> shortened = new TreeMap<>();
        words.forEach(
                (code, word) -> shortened.put(code, distinct(word, alike.getOrDefault(cut(word), List.of(word)))));
        return shortened;
    }

    private static String cut(String word) {
        return word.length() <= LETTERS ? word : word.substring(0, LETTERS - 1) + ".";
    }

    private static String distinct(String word, List<String> alike) {
        int from = 0;
        while (from < word.length() && sameAt(from, word, alike)) {
            from++;
        }
        if (alike.size() == 1 || from == word.length()) {
            return cut(word);
        }
        return word.charAt(0) + "-" + word.substring(from, Math.min(word.length(), from + LETTERS - 2));
    }

    private static boolean sameAt(int place, String word, List<String> others) {
        return others.stream().allMatch(other -> other.length() > place && other.charAt(place) == word.charAt(place));
    }
}
