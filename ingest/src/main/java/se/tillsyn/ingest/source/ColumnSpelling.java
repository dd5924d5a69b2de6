package se.tillsyn.ingest.source;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Recognises a column's name that is almost right: never taken for the right one, but said. */
final class ColumnSpelling {

    /** Longer names are no misspelling of any column. */
    private static final int LONGEST = 200;

    private final Map<String, String> byLetters = new HashMap<>();

    ColumnSpelling(Collection<String> known) {
        known.forEach(name -> byLetters.putIfAbsent(letters(name), name));
        byLetters.remove("");
    }

    /** The known name that the given one is but for blanks, invisible characters, quotes and case; empty when none is. */
    String almost(String name) {
        return name.length() > LONGEST ? "" : byLetters.getOrDefault(letters(name), "");
    }

    /** Letters and digits alone. */
    private static String letters(String name) {
        StringBuilder kept = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
