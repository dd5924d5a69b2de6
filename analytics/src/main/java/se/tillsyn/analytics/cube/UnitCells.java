package se.tillsyn.analytics.cube;

import java.util.Arrays;

/**
 * What the findings of one operation add up to in each of its cells: an open-addressing map from a key to reviewed files,
 * deficient files and joined marks. Used again for operation after operation.
 */
final class UnitCells {

    private static final int FIRST_CELLS = 64;

    private long[] keys = new long[FIRST_CELLS];
    private long[] cases = new long[FIRST_CELLS];
    private long[] deficient = new long[FIRST_CELLS];
    private long[] marks = new long[FIRST_CELLS];
    private int[] placeOf = new int[FIRST_CELLS];
    private int size;
    /** Cell + 1 by hash, 0 = none. */
    private int[] places = new int[FIRST_CELLS * 4];

    int size() {
        return size;
    }

    long key(int cell) {
        return keys[cell];
    }

    long cases(int cell) {
        return cases[cell];
    }

    long deficient(int cell) {
        return deficient[cell];
    }

    long marks(int cell) {
        return marks[cell];
    }

    /** Forgets all cells. Clears only places in use when they are few, since most operations have few cells. */
    void clear() {
        if (size * 8 > places.length) {
            Arrays.fill(places, 0);
        } else {
            for (int cell = 0; cell < size; cell++) {
                places[placeOf[cell]] = 0;
            }
        }
        size = 0;
    }

    void add(long key, long moreCases, long moreDeficient, long moreMarks) {
        int mask = places.length - 1;
        int place = spread(key) & mask;
        while (places[place] != 0) {
            int cell = places[place] - 1;
            if (keys[cell] == key) {
                cases[cell] += moreCases;
                deficient[cell] += moreDeficient;
                marks[cell] |= moreMarks;
                return;
            }
            place = (place + 1) & mask;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            cases = Arrays.copyOf(cases, size * 2);
            deficient = Arrays.copyOf(deficient, size * 2);
            marks = Arrays.copyOf(marks, size * 2);
            placeOf = Arrays.copyOf(placeOf, size * 2);
        }
        keys[size] = key;
        cases[size] = moreCases;
        deficient[size] = moreDeficient;
        marks[size] = moreMarks;
        placeOf[size] = place;
        places[place] = ++size;
        if (size * 4 > places.length) {
            rehash();
        }
    }

    private void rehash() {
        places = new int[places.length * 2];
        int mask = places.length - 1;
        for (int cell = 0; cell < size; cell++) {
            int place = spread(keys[cell]) & mask;
            while (places[place] != 0) {
                place = (place + 1) & mask;
            }
            placeOf[cell] = place;
            places[place] = cell + 1;
        }
    }

    private static int spread(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
    }
}
