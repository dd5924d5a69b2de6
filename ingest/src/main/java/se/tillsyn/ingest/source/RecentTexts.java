package se.tillsyn.ingest.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers texts of one column, so that a text seen lately is handed out as the same object again. Of bounded size: a new
 * text takes the place of an older one. Texts longer than a code or a key are not kept.
 */
final class RecentTexts {

    private static final int LONGEST = 64;
    private static final int PLACES = 1 << 10;

    /** Texts that were new after which it is asked whether keeping them is worth while. */
    private static final int TRIAL = 4 * PLACES;

    private final @Nullable String[] texts = new String[PLACES];
    private final int[] hashes = new int[PLACES];
    private final char[] lastCharacters = new char[LONGEST];
    private String last = "";
    private int met;
    private int isNew;

    /** The characters as a text, not empty. */
    String text(char[] buffer, int offset, int length) {
        if (length > LONGEST) {
            return new String(buffer, offset, length);
        }
        if (!isLast(buffer, offset, length)) {
            // A key that is another in every row costs less when it is not kept.
            boolean seldomMet = isNew >= TRIAL && met < isNew;
            last = seldomMet ? new String(buffer, offset, length) : kept(buffer, offset, length);
            System.arraycopy(buffer, offset, lastCharacters, 0, length);
        }
        return last;
    }

    private boolean isLast(char[] buffer, int offset, int length) {
        return last.length() == length && Arrays.equals(lastCharacters, 0, length, buffer, offset, offset + length);
    }

    private String kept(char[] buffer, int offset, int length) {
        int h = length;
        for (int i = offset; i < offset + length; i++) {
            h = h * 31 + buffer[i];
        }
        h ^= h >>> 15;
        int place = (h ^ (h >>> 10)) & (PLACES - 1);
        String text = texts[place];
        if (text != null && hashes[place] == h && equal(text, buffer, offset, length)) {
            met++;
            return text;
        }
        isNew++;
        text = new String(buffer, offset, length);
        texts[place] = text;
        hashes[place] = h;
        return text;
    }

    private static boolean equal(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        int i = 0;
        while (i < length && text.charAt(i) == buffer[offset + i]) {
            i++;
        }
        return i == length;
    }
}
