package se.tillsyn.analytics.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that follows by adding and subtracting from the cells published so far, and the cells that must not follow.
 *
 * <p>Published columns are kept eliminated modulo a prime, each with a row of its own, its pivot. Protected columns are kept
 * as what is left of them beside the published ones; one that is left with nothing could be worked out. Publishing a
 * further column would lay a protected one open exactly when what is left of both points in the same direction.
 *
 * <p>Source: Ø. Langsrud (2024), Secondary cell suppression by Gaussian elimination: an algorithm suitable for handling
 * issues with zeros and singletons, PSD 2024, doi:10.1007/978-3-031-69651-0_6. Not safe for several threads.
 */
final class Span {

    /** The largest prime below 2³¹. */
    static final long PRIME = 2_147_483_647L;

    /** The next one, to confirm with. */
    static final long SECOND_PRIME = 2_147_483_629L;

    private final Modulus modulus;
    private final int[] rankOfRow;
    private final int[] pivotOfRow;
    private final List<Column> basis = new ArrayList<>();
    private final Column[] left;
    /** Of what is left of each protected column, as {@link Modulus} adds it up; kept up by subtraction. */
    private final long[] firstSum;

    private final long[] secondSum;
    private final Map<Long, Integer> directions = new HashMap<>();
    /** Which protected columns stand in a row. */
    private final BitRow[] holdersOfRow;

    /** Their directions, as {@link #directions} counts them. */
    private final long[] directionOf;

    private final List<Integer> pivots = new ArrayList<>();

    /** Dense room to add sparse columns in; all zero between calls. */
    private final long[] room;

    private final BitRow touched;
    /** Published columns that a reduction has still to take away. */
    private final BitRow pending;

    /**
     * Starts with nothing published.
     *
     * @param rankOfRow a pivot is chosen where this is largest: rows that later columns seldom use keep them sparse
     * @param mustNotFollow columns to be protected
     */
    Span(long prime, int[] rankOfRow, List<Column> mustNotFollow) {
        this.rankOfRow = rankOfRow;
        int rows = rankOfRow.length;
        modulus = new Modulus(prime, rows);
        pivotOfRow = new int[rows];
        Arrays.fill(pivotOfRow, -1);
        room = new long[rows];
        touched = new BitRow(rows);
        pending = new BitRow(rows);
        left = mustNotFollow.toArray(Column[]::new);
        holdersOfRow = new BitRow[rows];
        Arrays.setAll(holdersOfRow, row -> new BitRow(left.length));
        directionOf = new long[left.length];
        firstSum = new long[left.length];
        secondSum = new long[left.length];
        for (int holder = 0; holder < left.length; holder++) {
            firstSum[holder] = modulus.firstSum(left[holder]);
            secondSum[holder] = modulus.secondSum(left[holder]);
            countDirection(holder);
            for (int row : left[holder].rows()) {
                holdersOfRow[row].set(holder);
            }
        }
    }

    /** What a column would add to what follows already; zero when it follows. */
    Column reduce(Column column) {
        for (int i = 0; i < column.rows().length; i++) {
            int row = column.rows()[i];
            room[row] = column.values()[i];
            touched.set(row);
            if (pivotOfRow[row] >= 0) {
                pending.set(pivotOfRow[row]);
            }
        }
        for (int k = pending.next(0); k >= 0; k = pending.next(k + 1)) {
            pending.clear(k);
            long factor = room[pivots.get(k)];
            if (factor != 0) {
                take(factor, basis.get(k), k);
            }
        }
        return collect();
    }

    /** Takes a multiple of a published column away; what it brings to further pivots is taken away after it. */
    private void take(long factor, Column published, int k) {
        for (int i = 0; i < published.rows().length; i++) {
            int row = published.rows()[i];
            touched.set(row);
            room[row] = modulus.minus(room[row], factor, published.values()[i]);
            if (pivotOfRow[row] > k) {
                pending.set(pivotOfRow[row]);
            }
        }
    }

    /** Whether publishing what is left of a column would lay a protected one open. */
    boolean exposes(Column reduced) {
        return !reduced.isZero()
                && directions.containsKey(
                        modulus.direction(reduced, modulus.firstSum(reduced), modulus.secondSum(reduced)));
    }

    /** Publishes what {@link #reduce} left of a column. */
    void publish(Column reduced) {
        if (reduced.isZero()) {
            return;
        }
        int best = 0;
        for (int i = 1; i < reduced.rows().length; i++) {
            if (rankOfRow[reduced.rows()[i]] > rankOfRow[reduced.rows()[best]]) {
                best = i;
            }
        }
        int pivot = reduced.rows()[best];
        long scale = modulus.inverse(reduced.values()[best]);
        int[] values = new int[reduced.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) modulus.times(reduced.values()[i], scale);
        }
        Column column = new Column(reduced.rows(), values);
        pivotOfRow[pivot] = basis.size();
        pivots.add(pivot);
        basis.add(column);
        BitRow holders = holdersOfRow[pivot];
        int holder = holders.next(0);
        if (holder < 0) {
            return;
        }
        long first = modulus.firstSum(column);
        long second = modulus.secondSum(column);
        for (; holder >= 0; holder = holders.next(holder + 1)) {
            long factor = left[holder].at(pivot);
            forgetDirection(holder);
            subtract(holder, factor, column);
            firstSum[holder] = modulus.minus(firstSum[holder], factor, first);
            secondSum[holder] = modulus.minus(secondSum[holder], factor, second);
            countDirection(holder);
        }
    }

    /** Both columns are in the order of rows, and so is what is left. */
    private void subtract(int holder, long factor, Column column) {
        int[] rows = left[holder].rows();
        int[] values = left[holder].values();
        int[] lessRows = column.rows();
        int[] lessValues = column.values();
        int[] newRows = new int[rows.length + lessRows.length];
        int[] newValues = new int[newRows.length];
        int size = 0;
        int at = 0;
        for (int less = 0; less < lessRows.length; less++) {
            int row = lessRows[less];
            while (at < rows.length && rows[at] < row) {
                newRows[size] = rows[at];
                newValues[size++] = values[at++];
            }
            boolean stood = at < rows.length && rows[at] == row;
            long after = modulus.minus(stood ? values[at++] : 0, factor, lessValues[less]);
            if (after == 0) {
                holdersOfRow[row].clear(holder);
            } else {
                holdersOfRow[row].set(holder);
                newRows[size] = row;
                newValues[size++] = (int) after;
            }
        }
        System.arraycopy(rows, at, newRows, size, rows.length - at);
        System.arraycopy(values, at, newValues, size, rows.length - at);
        size += rows.length - at;
        left[holder] = new Column(Arrays.copyOf(newRows, size), Arrays.copyOf(newValues, size));
    }

    private void countDirection(int holder) {
        if (!left[holder].isZero()) {
            directionOf[holder] = modulus.direction(left[holder], firstSum[holder], secondSum[holder]);
            directions.merge(directionOf[holder], 1, Integer::sum);
        }
    }

    private void forgetDirection(int holder) {
        directions.computeIfPresent(directionOf[holder], (direction, number) -> number == 1 ? null : number - 1);
    }

    private Column collect() {
        int size = 0;
        for (int row = touched.next(0); row >= 0; row = touched.next(row + 1)) {
            if (room[row] != 0) {
                size++;
            }
        }
        int[] rows = new int[size];
        int[] values = new int[size];
        int next = 0;
        for (int row = touched.next(0); row >= 0; row = touched.next(row + 1)) {
            if (room[row] != 0) {
                rows[next] = row;
                values[next++] = (int) room[row];
            }
            room[row] = 0;
            touched.clear(row);
        }
        return new Column(rows, values);
    }
}
