package se.tillsyn.analytics.disclosure.perturbation;

/**
 * A cell before perturbation: how many records it has and the fractional part of the sum of their keys. The same records
 * have the same key in every table.
 *
 * @param count records, 0 or more
 * @param key key of the cell; zero when there is no record
 */
public record KeyedCount(long count, RandomKey key) {

    /** A cell without records. */
    public static final KeyedCount NONE = new KeyedCount(0, RandomKey.ZERO);

    public KeyedCount {
        if (count < 0) {
            throw new IllegalArgumentException("keyed count: expected 0 or more records");
        }
    }

    /** The cell of one record. */
    public static KeyedCount ofRecord(RandomKey key) {
        return new KeyedCount(1, key);
    }

    /** The cell of the records of both, which share none. */
    public KeyedCount plus(KeyedCount other) {
        return new KeyedCount(count + other.count, key.plus(other.key));
    }
}
