package se.tillsyn.analytics.cube;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Measured values of many cells: how often each distinct value was seen, apart for those that are only a lower bound
 * (still waiting). An open-addressing map from a cell and a value to two counts; adding counts is associative and
 * commutative, and nothing of the sample is lost.
 */
final class ValueCounts implements Serializable {

    private static final long serialVersionUID = 2L;
    private static final int FIRST_ENTRIES = 16;
    private static final int PLACES_PER_ENTRY = 4;

    private long[] keys = new long[FIRST_ENTRIES];
    /** Bits of the values. */
    private long[] values = new long[FIRST_ENTRIES];

    private long[] whole = new long[FIRST_ENTRIES];
    private long[] censored = new long[FIRST_ENTRIES];
    private int size;
    /** Entry + 1 by hash, 0 = none; empty until something is added after a transport. */
    private transient int @Nullable [] places;

    /** Distinct pairs of a cell and a value. */
    int size() {
        return size;
    }

    /** The cell of an entry. */
    long key(int entry) {
        return keys[entry];
    }

    void add(long key, double value, long moreWhole, long moreCensored) {
        add(key, Double.doubleToLongBits(value), moreWhole, moreCensored);
    }

    /** Adds an entry of another's to a cell here. */
    void add(long key, ValueCounts other, int entry) {
        add(key, other.values[entry], other.whole[entry], other.censored[entry]);
    }

    void merge(ValueCounts other) {
        for (int entry = 0; entry < other.size; entry++) {
            add(other.keys[entry], other, entry);
        }
    }

    /** Values of every cell in ascending order. */
    SortedMap<Long, List<CountedValue>> byCell() {
        SortedMap<Long, List<CountedValue>> cells = new TreeMap<>();
        for (int entry = 0; entry < size; entry++) {
            cells.computeIfAbsent(keys[entry], any -> new ArrayList<>())
                    .add(new CountedValue(Double.longBitsToDouble(values[entry]), whole[entry], censored[entry]));
        }
        cells.values().forEach(counted -> counted.sort(Comparator.comparingDouble(CountedValue::value)));
        return cells;
    }

    private void add(long key, long value, long moreWhole, long moreCensored) {
        int[] in = places == null || size * 2 > places.length ? rehash() : places;
        int mask = in.length - 1;
        int place = spread(key, value) & mask;
        while (in[place] != 0) {
            int entry = in[place] - 1;
            if (keys[entry] == key && values[entry] == value) {
                whole[entry] += moreWhole;
                censored[entry] += moreCensored;
                return;
            }
            place = (place + 1) & mask;
        }
        if (size == keys.length) {
            resize(size * 2);
        }
        keys[size] = key;
        values[size] = value;
        whole[size] = moreWhole;
        censored[size] = moreCensored;
        in[place] = ++size;
    }

    private int[] rehash() {
        int[] in = new int[Integer.highestOneBit(Math.max(FIRST_ENTRIES, size)) * 2 * PLACES_PER_ENTRY];
        int mask = in.length - 1;
        for (int entry = 0; entry < size; entry++) {
            int place = spread(keys[entry], values[entry]) & mask;
            while (in[place] != 0) {
                place = (place + 1) & mask;
            }
            in[place] = entry + 1;
        }
        places = in;
        return in;
    }

    private void resize(int length) {
        keys = Arrays.copyOf(keys, length);
        values = Arrays.copyOf(values, length);
        whole = Arrays.copyOf(whole, length);
        censored = Arrays.copyOf(censored, length);
    }

    private static int spread(long key, long value) {
        long mixed = (key * 0x9E3779B97F4A7C15L ^ value) * 0xC2B2AE3D27D4EB4FL;
        return (int) (mixed >>> 32);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        resize(Math.max(1, size));
        out.defaultWriteObject();
    }
}
