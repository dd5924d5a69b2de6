package se.tillsyn.analytics.cube;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import se.tillsyn.analytics.statistics.ClusterSums;

/**
 * Mergeable sums of many cells: an open-addressing map from {@link CellKey} to a row of whole numbers. Merging adds the sums
 * and joins the marks; both are associative and commutative, so that no order matters.
 */
final class CellSums implements Serializable {

    private static final long serialVersionUID = 2L;

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
    /** {@link Marks}, joined and not added. */
    static final int MARKS = 8;

    private static final int WIDTH = 9;
    private static final int FIRST_CELLS = 16;

    private transient long[] keys = new long[FIRST_CELLS];
    private transient long[] sums = new long[FIRST_CELLS * WIDTH];
    private int size;
    /** Place of a cell + 1 by hash, 0 = none. */
    private transient int[] places = new int[FIRST_CELLS * 4];

    int size() {
        return size;
    }

    long key(int cell) {
        return keys[cell];
    }

    long sum(int cell, int which) {
        return sums[cell * WIDTH + which];
    }

    /** Adds one operation's contribution to a cell. */
    void addUnit(long key, long cases, long deficient, long marks) {
        int at = place(key) * WIDTH;
        sums[at + UNITS] += (marks & FindingCode.JUDGED) != 0 ? 1 : 0;
        sums[at + DEFICIENT_UNITS] += (marks & FindingCode.DEFICIENT) != 0 ? 1 : 0;
        if (cases > 0) {
            sums[at + CLUSTERS]++;
            sums[at + CASES] += cases;
            sums[at + DEFICIENT_CASES] += deficient;
            sums[at + SQUARED_DEFICIENT] += deficient * deficient;
            sums[at + PRODUCTS] += deficient * cases;
            sums[at + SQUARED_CASES] += cases * cases;
        }
        sums[at + MARKS] |= marks;
    }

    /** Adds to one sum of a cell. */
    void add(long key, int which, long amount) {
        // The place first: finding it may put a larger array in the place of this one.
        int at = place(key) * WIDTH + which;
        sums[at] += amount;
    }

    /** Adds a cell of another's to a cell here. */
    void add(long key, CellSums other, int cell) {
        int to = place(key) * WIDTH;
        int from = cell * WIDTH;
        for (int j = 0; j < MARKS; j++) {
            sums[to + j] += other.sums[from + j];
        }
        sums[to + MARKS] |= other.sums[from + MARKS];
    }

    /** Adds all of another's cells; the other is left as it is. */
    void merge(CellSums other) {
        for (int cell = 0; cell < other.size; cell++) {
            add(other.keys[cell], other, cell);
        }
    }

    /** Cells in ascending order of their keys. */
    int[] inOrder() {
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = find(sorted[i]);
        }
        return order;
    }

    /** Place of a cell, or −1 when it is not there. */
    int find(long key) {
        int mask = places.length - 1;
        int place = spread(key) & mask;
        while (places[place] != 0 && keys[places[place] - 1] != key) {
            place = (place + 1) & mask;
        }
        return places[place] - 1;
    }

    ClusterSums clusterSums(int cell) {
        return new ClusterSums(
                sum(cell, CLUSTERS),
                sum(cell, CASES),
                sum(cell, DEFICIENT_CASES),
                sum(cell, SQUARED_DEFICIENT),
                sum(cell, PRODUCTS),
                sum(cell, SQUARED_CASES));
    }

    private int place(long key) {
        int mask = places.length - 1;
        int place = spread(key) & mask;
        while (places[place] != 0) {
            int cell = places[place] - 1;
            if (keys[cell] == key) {
                return cell;
            }
            place = (place + 1) & mask;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            sums = Arrays.copyOf(sums, Math.multiplyExact(size * 2, WIDTH));
        }
        keys[size] = key;
        places[place] = ++size;
        if (size * 2 > places.length) {
            rehash(places.length * 2);
        }
        return size - 1;
    }

    private void rehash(int length) {
        places = new int[length];
        int mask = length - 1;
        for (int cell = 0; cell < size; cell++) {
            int place = spread(keys[cell]) & mask;
            while (places[place] != 0) {
                place = (place + 1) & mask;
            }
            places[place] = cell + 1;
        }
    }

    private static int spread(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        SmallNumbers numbers = SmallNumbers.ofCapacity(size * (WIDTH + Long.BYTES));
        long last = 0;
        for (int cell = 0; cell < size; cell++) {
            numbers.write(keys[cell] ^ last);
            last = keys[cell];
            for (int i = cell * WIDTH; i < (cell + 1) * WIDTH; i++) {
                numbers.write(sums[i]);
            }
        }
        numbers.send(out);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        SmallNumbers numbers = SmallNumbers.received(in);
        keys = new long[Math.max(1, size)];
        sums = new long[Math.max(1, size) * WIDTH];
        long last = 0;
        for (int cell = 0; cell < size; cell++) {
            last ^= numbers.read();
            keys[cell] = last;
            for (int i = cell * WIDTH; i < (cell + 1) * WIDTH; i++) {
                sums[i] = numbers.read();
            }
        }
        rehash(Math.max(FIRST_CELLS * 4, Integer.highestOneBit(Math.max(1, size)) * 4));
    }
}
