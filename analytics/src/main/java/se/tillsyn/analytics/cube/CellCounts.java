package se.tillsyn.analytics.cube;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Mergeable counts of many cells: an open-addressing map from {@link CellKey} to a fixed row of sums. Merging adds the
 * sums and joins the marks; both are associative and commutative.
 */
final class CellCounts implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Operations with a judged finding. */
    static final int UNITS = 0;
    /** Operations with at least one deficiency. */
    static final int DEFICIENT_UNITS = 1;
    /** Operations with at least one reviewed file. */
    static final int CLUSTERS = 2;
    /** Reviewed files. */
    static final int CASES = 3;
    /** Deficient files. */
    static final int DEFICIENT_CASES = 4;

    static final int SQUARED_DEFICIENT = 5;
    static final int PRODUCTS = 6;
    static final int SQUARED_CASES = 7;
    /** Bits, joined and not added: see {@link Marks}. */
    static final int MARKS = 8;

    static final int WIDTH = 9;

    private static final long EMPTY = -1;

    private long[] keys;
    private long[] sums;
    private int size;

    CellCounts() {
        keys = new long[1 << 10];
        Arrays.fill(keys, EMPTY);
        sums = new long[keys.length * WIDTH];
    }

    int size() {
        return size;
    }

    /** Adds one operation's contribution to a cell. */
    void addUnit(long key, UnitCell unit) {
        int at = slot(key) * WIDTH;
        sums[at + UNITS] += unit.judged() ? 1 : 0;
        sums[at + DEFICIENT_UNITS] += unit.deficient() ? 1 : 0;
        sums[at + CLUSTERS] += unit.cases() > 0 ? 1 : 0;
        sums[at + CASES] += unit.cases();
        sums[at + DEFICIENT_CASES] += unit.deficientCases();
        sums[at + SQUARED_DEFICIENT] += unit.deficientCases() * unit.deficientCases();
        sums[at + PRODUCTS] += unit.deficientCases() * unit.cases();
        sums[at + SQUARED_CASES] += unit.cases() * unit.cases();
        sums[at + MARKS] |= unit.marks();
    }

    /** Adds all of another's cells; the other is left as it is. */
    CellCounts merge(CellCounts other) {
        for (int i = 0; i < other.keys.length; i++) {
            if (other.keys[i] != EMPTY) {
                int to = slot(other.keys[i]) * WIDTH;
                int from = i * WIDTH;
                for (int j = 0; j < MARKS; j++) {
                    sums[to + j] += other.sums[from + j];
                }
                sums[to + MARKS] |= other.sums[from + MARKS];
            }
        }
        return this;
    }

    /** Keys in ascending order. */
    long[] sortedKeys() {
        return Arrays.stream(keys).filter(key -> key != EMPTY).sorted().toArray();
    }

    /** One sum of a cell; 0 when the cell is not there. */
    long sum(long key, int which) {
        int at = find(keys, key);
        return keys[at] == EMPTY ? 0 : sums[at * WIDTH + which];
    }

    private int slot(long key) {
        int at = find(keys, key);
        if (keys[at] == EMPTY) {
            if (size * 2 >= keys.length) {
                grow();
                at = find(keys, key);
            }
            keys[at] = key;
            size++;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldSums = sums;
        keys = new long[oldKeys.length * 2];
        Arrays.fill(keys, EMPTY);
        sums = new long[keys.length * WIDTH];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int at = find(keys, oldKeys[i]);
                keys[at] = oldKeys[i];
                System.arraycopy(oldSums, i * WIDTH, sums, at * WIDTH, WIDTH);
            }
        }
    }

    private static int find(long[] keys, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 40) & (keys.length - 1);
        while (keys[at] != EMPTY && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }
}
