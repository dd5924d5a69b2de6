package se.tillsyn.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * Remembers texts of one column, so that a text seen lately is handed out as the same object again. Of bounded size: a new
 * text takes the place of an older one. Texts longer than a code or a key are not kept.
 */
final class RecentTexts {

    private static final int LONGEST = 64;
    private static final int PLACES = 1 << 10;

    private final @Nullable String[] texts = new String[PLACES];
    private String last = "";

    /** The characters as a text, not empty. */
    String text(char[] buffer, int offset, int length) {
        if (equal(last, buffer, offset, length)) {
            return last;
        }
        if (length > LONGEST) {
            return new String(buffer, offset, length);
        }
        int h = length;
        for (int i = offset; i < offset + length; i++) {
            h = h * 31 + buffer[i];
        }
        h ^= h >>> 15;
        int place = (h ^ (h >>> 10)) & (PLACES - 1);
        String kept = texts[place];
        if (kept == null || !equal(kept, buffer, offset, length)) {
            kept = new String(buffer, offset, length);
            texts[place] = kept;
        }
        last = kept;
        return kept;
    }

    private static boolean equal(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        // Neighbours differ at the end, if anywhere: keys count upwards.
        int i = length - 1;
        while (i >= 0 && text.charAt(i) == buffer[offset + i]) {
            i--;
        }
        return i < 0;
    }
}
