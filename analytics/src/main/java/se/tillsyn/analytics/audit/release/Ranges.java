package se.tillsyn.analytics.audit.release;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.IntConsumer;

/**
 * Between which whole numbers the deficient, the other and all files of each cell lie, and what follows for the others when one
 * is narrowed: a whole is the sum of its parts, all files are the deficient and the others.
 *
 * <p>Sound but not sharp. Steps can be taken back to a mark, so that a search may try a number.
 */
final class Ranges {

    /** Deficient files. */
    static final int DEFICIENT = 0;
    /** Files without deficiency. */
    static final int MET = 1;
    /** All files. */
    static final int ALL = 2;

    private static final int MEASURES = 3;
    /** Against numbers that creep towards each other one by one; what is drawn until then holds. */
    private static final int ROUNDS = 200;

    static final long ENDLESS = 1_000_000_000_000L;

    private final Lattice lattice;
    private final int size;
    private final long[][] low = new long[MEASURES][];
    private final long[][] high = new long[MEASURES][];
    private final int[][] sumsOfCell;
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final BitSet isWaiting = new BitSet();
    /** Cell and measure, then low and high before: four numbers a step. */
    private long[] trail = new long[1024];

    private int trailLength;
    private boolean contradicts;

    Ranges(Lattice lattice) {
        this.lattice = lattice;
        this.size = lattice.size();
        for (int measure = 0; measure < MEASURES; measure++) {
            low[measure] = new long[size];
            high[measure] = new long[size];
            Arrays.fill(high[measure], ENDLESS);
        }
        int[] uses = new int[size];
        for (Lattice.Sum sum : lattice.sums()) {
            forEachCell(sum, cell -> uses[cell]++);
        }
        sumsOfCell = new int[size][];
        for (int cell = 0; cell < size; cell++) {
            sumsOfCell[cell] = new int[uses[cell]];
        }
        for (int number = 0; number < lattice.sums().size(); number++) {
            int at = number;
            forEachCell(lattice.sums().get(number), cell -> sumsOfCell[cell][--uses[cell]] = at);
            wait(number);
        }
    }

    private static void forEachCell(Lattice.Sum sum, IntConsumer action) {
        if (sum.whole() != Lattice.ZERO) {
            action.accept(sum.whole());
        }
        for (int part : sum.parts()) {
            action.accept(part);
        }
    }

    long low(int measure, int cell) {
        return low[measure][cell];
    }

    long high(int measure, int cell) {
        return high[measure][cell];
    }

    boolean isFixed(int measure, int cell) {
        return low[measure][cell] == high[measure][cell];
    }

    /** Whether no numbers fit. */
    boolean contradicts() {
        return contradicts;
    }

    /** Narrows the numbers of one cell; what follows is drawn by {@link #settle()}. */
    void narrow(int measure, int cell, long least, long most) {
        long newLow = Math.max(low[measure][cell], least);
        long newHigh = Math.min(high[measure][cell], most);
        if (newLow == low[measure][cell] && newHigh == high[measure][cell]) {
            return;
        }
        remember(measure, cell);
        low[measure][cell] = newLow;
        high[measure][cell] = newHigh;
        if (newLow > newHigh) {
            contradicts = true;
            return;
        }
        couple(cell);
        for (int sum : sumsOfCell[cell]) {
            wait(sum);
        }
    }

    /** All files are the deficient and the others. */
    private void couple(int cell) {
        narrow(ALL, cell, low[DEFICIENT][cell] + low[MET][cell], high[DEFICIENT][cell] + high[MET][cell]);
        narrow(DEFICIENT, cell, low[ALL][cell] - high[MET][cell], high[ALL][cell] - low[MET][cell]);
        narrow(MET, cell, low[ALL][cell] - high[DEFICIENT][cell], high[ALL][cell] - low[DEFICIENT][cell]);
    }

    /**
     * Draws every conclusion.
     *
     * @return whether any numbers may still fit
     */
    boolean settle() {
        long steps = (long) ROUNDS * lattice.sums().size();
        while (!contradicts && !waiting.isEmpty() && steps-- > 0) {
            int number = waiting.remove();
            isWaiting.clear(number);
            Lattice.Sum sum = lattice.sums().get(number);
            for (int measure = 0; measure < MEASURES && !contradicts; measure++) {
                conclude(sum, measure);
            }
        }
        if (contradicts) {
            waiting.clear();
            isWaiting.clear();
        }
        return !contradicts;
    }

    private void conclude(Lattice.Sum sum, int measure) {
        long least = 0;
        long most = 0;
        for (int part : sum.parts()) {
            least += low[measure][part];
            most += high[measure][part];
        }
        long wholeLow = 0;
        long wholeHigh = 0;
        if (sum.whole() == Lattice.ZERO) {
            contradicts |= least > 0;
        } else {
            narrow(measure, sum.whole(), least, Math.min(most, ENDLESS));
            wholeLow = low[measure][sum.whole()];
            wholeHigh = high[measure][sum.whole()];
        }
        for (int part : sum.parts()) {
            if (contradicts) {
                return;
            }
            long before = low[measure][part];
            long beforeHigh = high[measure][part];
            if (before != beforeHigh) {
                narrow(measure, part, wholeLow - (most - beforeHigh), wholeHigh - (least - before));
                least += low[measure][part] - before;
                most += high[measure][part] - beforeHigh;
            }
        }
    }

    private void wait(int sum) {
        if (!isWaiting.get(sum)) {
            isWaiting.set(sum);
            waiting.add(sum);
        }
    }

    private void remember(int measure, int cell) {
        if (trailLength + 4 > trail.length) {
            trail = Arrays.copyOf(trail, trail.length * 2);
        }
        trail[trailLength++] = measure;
        trail[trailLength++] = cell;
        trail[trailLength++] = low[measure][cell];
        trail[trailLength++] = high[measure][cell];
    }

    /** A mark to go back to. */
    int mark() {
        return trailLength;
    }

    /** Takes back everything since the mark. */
    void backTo(int mark) {
        while (trailLength > mark) {
            trailLength -= 4;
            int measure = (int) trail[trailLength];
            int cell = (int) trail[trailLength + 1];
            low[measure][cell] = trail[trailLength + 2];
            high[measure][cell] = trail[trailLength + 3];
        }
        waiting.clear();
        isWaiting.clear();
        contradicts = false;
    }
}
