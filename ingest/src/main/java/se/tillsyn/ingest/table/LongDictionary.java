package se.tillsyn.ingest.table;

import java.util.Arrays;

/** Numbers distinct 64-bit values from 0 in the order they come. */
final class LongDictionary {

    private static final int FIRST_PLACES = 1 << 8;

    private long[] values = new long[FIRST_PLACES / 2];
    /** Number + 1 of the value that sits in the place, 0 = none. */
    private int[] places = new int[FIRST_PLACES];

    private int size;
    private long last;
    private int lastId = -1;

    int size() {
        return size;
    }

    long value(int id) {
        return values[id];
    }

    void clear() {
        Arrays.fill(places, 0);
        size = 0;
        lastId = -1;
    }

    int idOf(long value) {
        if (value == last && lastId >= 0) {
            return lastId;
        }
        int mask = places.length - 1;
        int place = hash(value) & mask;
        while (places[place] != 0 && values[places[place] - 1] != value) {
            place = (place + 1) & mask;
        }
        int id = places[place] - 1;
        if (id < 0) {
            id = size;
            append(value, place);
        }
        last = value;
        lastId = id;
        return id;
    }

    private void append(long value, int place) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
        places[place] = size;
        if (size * 2 > places.length) {
            grow();
        }
    }

    private void grow() {
        places = new int[places.length * 2];
        int mask = places.length - 1;
        for (int id = 0; id < size; id++) {
            int place = hash(values[id]) & mask;
            while (places[place] != 0) {
                place = (place + 1) & mask;
            }
            places[place] = id + 1;
        }
    }

    private static int hash(long value) {
        long h = value * 0x9e3779b97f4a7c15L;
        return (int) (h ^ (h >>> 32));
    }
}
