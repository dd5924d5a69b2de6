package se.tillsyn.analytics.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

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
    private final Map<Long, Integer> directions = new HashMap<>();
    private final List<Holders> holdersOfRow = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    /** Dense room to add sparse columns in; all zero between calls. */
    private final long[] room;

    private final int[] touched;
    private final boolean[] isTouched;
    private int touchedCount;

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
        touched = new int[rows];
        isTouched = new boolean[rows];
        left = mustNotFollow.toArray(Column[]::new);
        for (Column column : left) {
            count(column, 1);
        }
        index();
    }

    /** What a column would add to what follows already; zero when it follows. */
    Column reduce(Column column) {
        PriorityQueue<Integer> pending = new PriorityQueue<>();
        for (int i = 0; i < column.rows().length; i++) {
            add(column.rows()[i], column.values()[i]);
            if (pivotOfRow[column.rows()[i]] >= 0) {
                pending.add(pivotOfRow[column.rows()[i]]);
            }
        }
        while (!pending.isEmpty()) {
            int k = pending.remove();
            Column published = basis.get(k);
            long factor = room[pivots.get(k)];
            if (factor == 0) {
                continue;
            }
            for (int i = 0; i < published.rows().length; i++) {
                int row = published.rows()[i];
                boolean wasZero = room[row] == 0;
                touch(row);
                room[row] = modulus.minus(room[row], factor, published.values()[i]);
                if (wasZero && pivotOfRow[row] > k) {
                    pending.add(pivotOfRow[row]);
                }
            }
        }
        return collect();
    }

    /** Whether publishing what is left of a column would lay a protected one open. */
    boolean exposes(Column reduced) {
        return !reduced.isZero() && directions.containsKey(modulus.direction(reduced));
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
        Holders holders = holdersOfRow.get(pivot);
        for (int i = 0; i < holders.size; i++) {
            long factor = left[holders.columns[i]].at(pivot);
            if (factor != 0) {
                subtract(holders.columns[i], factor, column);
            }
        }
        holdersOfRow.set(pivot, new Holders());
    }

    private void subtract(int holder, long factor, Column column) {
        count(left[holder], -1);
        Column before = left[holder];
        for (int i = 0; i < before.rows().length; i++) {
            add(before.rows()[i], before.values()[i]);
        }
        for (int i = 0; i < column.rows().length; i++) {
            int row = column.rows()[i];
            touch(row);
            if (room[row] == 0) {
                holdersOfRow.get(row).add(holder);
            }
            room[row] = modulus.minus(room[row], factor, column.values()[i]);
        }
        left[holder] = collect();
        count(left[holder], 1);
    }

    private void count(Column column, int change) {
        if (!column.isZero()) {
            directions.merge(modulus.direction(column), change, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    private void index() {
        for (int row = 0; row < room.length; row++) {
            holdersOfRow.add(new Holders());
        }
        for (int holder = 0; holder < left.length; holder++) {
            for (int row : left[holder].rows()) {
                holdersOfRow.get(row).add(holder);
            }
        }
    }

    /** Which protected columns stand in a row; may name one twice, or one that no longer does. */
    private static final class Holders {

        private int[] columns = new int[2];
        private int size;

        void add(int column) {
            if (size == columns.length) {
                columns = Arrays.copyOf(columns, 2 * size);
            }
            columns[size++] = column;
        }
    }

    private void add(int row, long value) {
        touch(row);
        room[row] = value;
    }

    private void touch(int row) {
        if (!isTouched[row]) {
            isTouched[row] = true;
            touched[touchedCount++] = row;
        }
    }

    private Column collect() {
        Arrays.sort(touched, 0, touchedCount);
        int size = 0;
        for (int i = 0; i < touchedCount; i++) {
            if (room[touched[i]] != 0) {
                size++;
            }
        }
        int[] rows = new int[size];
        int[] values = new int[size];
        int next = 0;
        for (int i = 0; i < touchedCount; i++) {
            int row = touched[i];
            if (room[row] != 0) {
                rows[next] = row;
                values[next++] = (int) room[row];
            }
            room[row] = 0;
            isTouched[row] = false;
        }
        touchedCount = 0;
        return new Column(rows, values);
    }
}
