package se.tillsyn.ingest.deidentification;

import java.text.Normalizer;

/**
 * A text in plain characters: compatibility forms composed, every kind of digit, dash and blank written as in ASCII, and
 * marks that are not seen left out. What else is beyond ASCII stays.
 */
final class PlainText {

    private static final int BASE = 10;

    private PlainText() {}

    static String of(CharSequence text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            append(c, plain);
        }
        return plain.toString();
    }

    private static void append(int c, StringBuilder plain) {
        if (isBlank(c)) {
            plain.append(' ');
            return;
        }
        switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER -> appendNumber(c, plain);
            case Character.DASH_PUNCTUATION -> plain.append('-');
            // Zero-width characters, signs of direction, soft hyphens, variation selectors, keycaps, NUL, halves of
            // pairs.
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> {}
            default -> plain.appendCodePoint(isMinus(c) ? '-' : latin(c));
        }
    }

    @SuppressWarnings("CharacterGetNumericValue") // no letter comes here, only digits and numbers in one sign
    private static void appendNumber(int c, StringBuilder plain) {
        int value = Character.getNumericValue(c);
        if (value >= 0 && value < BASE) {
            plain.append((char) ('0' + value));
        } else {
            plain.appendCodePoint(c);
        }
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == 0x0085 // next line
                || c == 0x115F // the Hangul fillers and the empty Braille cell are printed as blanks
                || c == 0x1160
                || c == 0x2800;
    }

    private static boolean isMinus(int c) {
        return c == 0x2212 || c == 0x02D7 || c == 0x2043 || c == 0x2796 || c == 0x00AF;
    }

    /** Greek and Cyrillic letters that look like the Latin letters of interim numbers. */
    private static int latin(int c) {
        return switch (c) {
            case 0x0422, 0x03A4 -> 'T';
            case 0x0405 -> 'S';
            case 0x0425, 0x03A7 -> 'X';
            case 0x0408 -> 'J';
            case 0x041A, 0x039A -> 'K';
            case 0x041C, 0x039C -> 'M';
            case 0x039D -> 'N';
            case 0x0455 -> 's';
            case 0x0445 -> 'x';
            case 0x0458 -> 'j';
            case 0x043A -> 'k';
            case 0x043C -> 'm';
            default -> c;
        };
    }
}
