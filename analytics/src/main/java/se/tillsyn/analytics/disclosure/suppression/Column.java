package se.tillsyn.analytics.disclosure.suppression;

/**
 * A sparse vector over the finest parts of a table, modulo {@link Span#PRIME}.
 *
 * @param rows where it is not zero, ascending
 * @param values what stands there, 1 to the prime less one
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Column(int[] rows, int[] values) {

    /** Sum of the parts that a cell is made of. */
    static Column of(int[] parts) {
        int[] ones = new int[parts.length];
        java.util.Arrays.fill(ones, 1);
        return new Column(parts, ones);
    }

    boolean isZero() {
        return rows.length == 0;
    }

    /** Value in a row, 0 where nothing stands. */
    int at(int row) {
        int place = java.util.Arrays.binarySearch(rows, row);
        return place < 0 ? 0 : values[place];
    }
}
