package se.tillsyn.analytics.audit.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import se.tillsyn.analytics.audit.KernelMoves;
import se.tillsyn.analytics.audit.KernelMoves.Move;

/**
 * Which numbers withheld cells have in tables that fit everything published. From one such table, moves that keep all sums lead to
 * others; each shows that its numbers are possible, so that a window of the withheld counts is at least as wide as what was seen.
 */
final class SeenTables {

    private static final int MEASURES = 3;
    private static final long SEED = 5_309L;
    private static final int SWEEPS = 60;
    private static final int SWEEPS_IN_VAIN = 6;
    /** Steps of a search for a single number: few, and many where these find nothing. */
    private static final List<Integer> STEPS = List.of(500, 10_000);

    /** A move of one measure. */
    private record Step(int measure, Move move) {}

    private final Ranges ranges;
    private final ProtectedCounts protectedCounts;
    private final long[][] table;
    private final List<Step> steps = new ArrayList<>();
    private final long[][] least = new long[MEASURES][];
    private final long[][] most = new long[MEASURES][];
    private final BitSet open;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /**
     * @param table deficient and other files of each cell, a table that fits
     * @param unfilled cells that the table holds nothing of; they stay open
     * @param moves moves of the deficient and of the other files
     * @param open cells that are looked at
     */
    SeenTables(
            Ranges ranges,
            ProtectedCounts protectedCounts,
            long[][] table,
            BitSet unfilled,
            List<KernelMoves> moves,
            BitSet open) {
        this.ranges = ranges;
        this.protectedCounts = protectedCounts;
        this.table = table;
        this.open = (BitSet) open.clone();
        for (int measure = 0; measure < moves.size(); measure++) {
            for (Move move : moves.get(measure).moves()) {
                // A move stays within connected cells, and these are all filled or none is.
                if (!unfilled.get(move.unknown(0))) {
                    steps.add(new Step(measure, move));
                }
            }
        }
        int size = table[0].length;
        long[] all = new long[size];
        Arrays.setAll(all, cell -> table[Ranges.DEFICIENT][cell] + table[Ranges.MET][cell]);
        for (int measure = 0; measure < MEASURES; measure++) {
            least[measure] = measure == Ranges.ALL ? all : table[measure].clone();
            most[measure] = least[measure].clone();
        }
        drop();
    }

    /**
     * Walks until every cell is seen to be wide enough or nothing new is seen.
     *
     * @return cells not seen to be wide enough
     */
    BitSet walk() {
        int vain = 0;
        for (int sweep = 0; sweep < SWEEPS && vain < SWEEPS_IN_VAIN && !open.isEmpty(); sweep++) {
            int before = open.cardinality();
            boolean widened = false;
            for (int number : shuffled(steps.size())) {
                widened |= take(steps.get(number));
            }
            drop();
            vain = open.cardinality() < before || widened ? 0 : vain + 1;
        }
        return open;
    }

    /**
     * Searches for tables that show wider windows of single cells, wherever a walk by few moves does not come.
     *
     * @param nearby tables near the one that the walk has come to
     * @return cells not seen to be wide enough
     */
    BitSet reach(NearbyTables nearby, BitSet unfilled) {
        for (int steps : STEPS) {
            for (int cell = open.nextSetBit(0); cell >= 0; cell = open.nextSetBit(cell + 1)) {
                if (!unfilled.get(cell)) {
                    for (int measure : protectedCounts.of(cell)) {
                        reach(nearby, measure, cell, steps);
                    }
                }
            }
            drop();
        }
        return open;
    }

    /** First for numbers that are far enough from those seen, then one by one further. */
    private void reach(NearbyTables nearby, int measure, int cell, int steps) {
        boolean isNew = true;
        while (isNew && !isWide(measure, cell)) {
            long down = least[measure][cell];
            long up = most[measure][cell];
            isNew = find(nearby, measure, cell, Window.leastWideFrom(down), steps)
                    || find(nearby, measure, cell, Window.mostWideTo(up), steps)
                    || find(nearby, measure, cell, up + 1, steps)
                    || find(nearby, measure, cell, down - 1, steps);
        }
    }

    /** Searches for a number of a cell; all its files are found with either of their kinds. */
    private boolean find(NearbyTables nearby, int measure, int cell, long wanted, int steps) {
        if (measure != Ranges.ALL) {
            return look(nearby, measure, cell, wanted, steps);
        }
        return look(nearby, Ranges.DEFICIENT, cell, wanted - table[Ranges.MET][cell], steps)
                || look(nearby, Ranges.MET, cell, wanted - table[Ranges.DEFICIENT][cell], steps);
    }

    private boolean look(NearbyTables nearby, int measure, int cell, long wanted, int steps) {
        if (!nearby.find(measure, cell, wanted, steps)) {
            return false;
        }
        for (int i = 0; i < nearby.changed(); i++) {
            int other = nearby.changed(i);
            widen(measure, other, nearby.number(other));
            widen(Ranges.ALL, other, nearby.number(other) + table[1 - measure][other]);
        }
        return true;
    }

    /** Whether the tables seen show a window wide enough. */
    boolean isWide(int measure, int cell) {
        return Window.isWideEnough(least[measure][cell], most[measure][cell]);
    }

    private int[] shuffled(int size) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    private void drop() {
        for (int cell = open.nextSetBit(0); cell >= 0; cell = open.nextSetBit(cell + 1)) {
            boolean wide = true;
            for (int measure : protectedCounts.of(cell)) {
                wide &= isWide(measure, cell);
            }
            if (wide) {
                open.clear(cell);
            }
        }
    }

    /** Goes as far as the move allows either way, looks, and stays somewhere on the line. */
    private boolean take(Step step) {
        long down = Long.MIN_VALUE;
        long up = Long.MAX_VALUE;
        long[] counts = table[step.measure];
        for (int i = 0; i < step.move.size(); i++) {
            int cell = step.move.unknown(i);
            int by = step.move.step(i);
            long all = table[Ranges.DEFICIENT][cell] + table[Ranges.MET][cell];
            long fewer = Math.min(counts[cell] - ranges.low(step.measure, cell), all - ranges.low(Ranges.ALL, cell));
            long more = Math.min(ranges.high(step.measure, cell) - counts[cell], ranges.high(Ranges.ALL, cell) - all);
            up = Math.min(up, by > 0 ? more / by : fewer / -by);
            down = Math.max(down, by > 0 ? -(fewer / by) : -(more / -by));
        }
        if (up == down) {
            return false;
        }
        boolean widened = see(step, up);
        widened |= see(step, down);
        long by = random.nextLong(down, up + 1);
        for (int i = 0; i < step.move.size(); i++) {
            counts[step.move.unknown(i)] += by * step.move.step(i);
        }
        return widened;
    }

    private boolean see(Step step, long times) {
        boolean widened = false;
        for (int i = 0; i < step.move.size(); i++) {
            int cell = step.move.unknown(i);
            long change = times * step.move.step(i);
            long all = table[Ranges.DEFICIENT][cell] + table[Ranges.MET][cell] + change;
            boolean isNew = widen(step.measure, cell, table[step.measure][cell] + change);
            isNew |= widen(Ranges.ALL, cell, all);
            widened |= isNew && open.get(cell);
        }
        return widened;
    }

    private boolean widen(int measure, int cell, long number) {
        boolean isNew = number < least[measure][cell] || number > most[measure][cell];
        least[measure][cell] = Math.min(least[measure][cell], number);
        most[measure][cell] = Math.max(most[measure][cell], number);
        return isNew;
    }
}
