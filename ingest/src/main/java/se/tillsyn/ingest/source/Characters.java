package se.tillsyn.ingest.source;

/**
 * Characters that are no text: control characters but tab and line ends, U+FFFD and the noncharacters, and halves of a
 * surrogate pair. They tell of damage done before the file came here, so that the file is refused and not the one field.
 */
final class Characters {

    private Characters() {}

    /** Index of the first such character, or -1. */
    static int firstForbidden(char[] text, int offset, int length) {
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            char c = text[i];
            if (c < ' ' ? c != '\t' && c != '\n' && c != '\r' : c >= 0x7f && isForbidden(text, i, offset, end)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isForbidden(char[] text, int i, int start, int end) {
        char c = text[i];
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= end || !Character.isLowSurrogate(text[i + 1]);
        }
        if (Character.isLowSurrogate(c)) {
            return i == start || !Character.isHighSurrogate(text[i - 1]);
        }
        return c <= 0x9f || c >= 0xfffd;
    }
}
