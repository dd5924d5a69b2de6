package se.tillsyn.analytics.disclosure.suppression;

/** Numbers out of a fixed few, as bits; walked in ascending order. Unlike a BitSet it does not look for its end at every change. */
final class BitRow {

    private final long[] words;

    BitRow(int size) {
        words = new long[(size + Long.SIZE - 1) / Long.SIZE];
    }

    void set(int bit) {
        words[bit / Long.SIZE] |= 1L << bit;
    }

    void clear(int bit) {
        words[bit / Long.SIZE] &= ~(1L << bit);
    }

    /** The first number from one on, or −1. */
    int next(int from) {
        int word = from / Long.SIZE;
        if (word >= words.length) {
            return -1;
        }
        long bits = words[word] & -1L << from;
        while (bits == 0) {
            if (++word == words.length) {
                return -1;
            }
            bits = words[word];
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(bits);
    }
}
