package se.tillsyn.analytics.cube;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measured values of many cells: how often each distinct value was seen, apart for those that are only a lower bound
 * (still waiting). Adding counts is associative and commutative, and nothing of the sample is lost.
 */
final class ValueCounts implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int WHOLE = 0;
    private static final int CENSORED = 1;

    private final Map<Long, Map<Double, long[]>> cells = new HashMap<>();

    void add(long key, double value, long whole, long censored) {
        long[] counts = cells.computeIfAbsent(key, any -> new HashMap<>()).computeIfAbsent(value, any -> new long[2]);
        counts[WHOLE] += whole;
        counts[CENSORED] += censored;
    }

    void merge(ValueCounts other) {
        other.cells.keySet().forEach(key -> addAll(key, other, key));
    }

    /** Adds a cell of another's to a cell here. */
    void addAll(long key, ValueCounts other, long from) {
        other.cells
                .getOrDefault(from, Map.of())
                .forEach((value, counts) -> add(key, value, counts[WHOLE], counts[CENSORED]));
    }

    /** Keys in ascending order. */
    List<Long> keys() {
        return new ArrayList<>(new TreeMap<>(cells).keySet());
    }

    /** Values of a cell in ascending order. */
    List<CountedValue> values(long key) {
        List<CountedValue> values = new ArrayList<>();
        new TreeMap<>(cells.getOrDefault(key, Map.of()))
                .forEach((value, counts) -> values.add(new CountedValue(value, counts[WHOLE], counts[CENSORED])));
        return values;
    }
}
