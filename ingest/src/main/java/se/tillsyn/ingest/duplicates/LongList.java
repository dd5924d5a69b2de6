package se.tillsyn.ingest.duplicates;

import java.util.Arrays;

/** Growing array of 64-bit numbers. */
public final class LongList {

    private long[] values = new long[1024];
    private int size;

    public void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    public int size() {
        return size;
    }

    long get(int index) {
        return values[index];
    }

    void clear() {
        size = 0;
    }

    void sort() {
        Arrays.sort(values, 0, size);
    }

    /** The numbers in ascending order. */
    public long[] sorted() {
        sort();
        return Arrays.copyOf(values, size);
    }
}
