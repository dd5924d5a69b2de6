package se.tillsyn.analytics.audit.release;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Tables near one that fits everything published, in which one cell has another number. The number is set and what no longer adds
 * up is mended sum by sum, each time by the cell that leaves least amiss; sums that stay amiss weigh more and more, so that
 * the search does not run in circles.
 *
 * <p>A table that is found fits: every sum is met and every number lies within its limits. None found means nothing. One kind
 * of count changes, the other stays.
 *
 * <p>Source: mending by weights of P. Morris (1993), The breakout method for escaping from local minima, AAAI-93, 40–45.
 */
final class NearbyTables {

    private static final long SEED = 1_993L;
    private static final int STEPS_A_SUM = 20;
    /** A cell that was just changed rests for so many steps, and up to as many again. */
    private static final int REST = 3;

    private final Lattice.Sum[] sums;
    private final Ranges ranges;
    private final long[][] table;
    private final int[][] sumsOfCell;
    private final SplittableRandom random = new SplittableRandom(SEED);
    /** By how much the parts of each sum are more than its whole. */
    private final long[] surplus;

    private final double[] weight;
    /** Sums that do not add up, and the place of each among them or −1. */
    private final int[] amiss;

    private final int[] placeAmiss;
    private int amissCount;
    private final int[] touchedSums;
    private final boolean[] isTouched;
    private int touchedSumCount;
    private final long[] number;
    private final int[] restsUntil;
    private final int[] changed;
    private final boolean[] isChanged;
    private int changedCount;
    private int measure;

    /** @param table deficient and other files of each cell, a table that fits; may be changed between two searches */
    NearbyTables(Lattice lattice, Ranges ranges, long[][] table) {
        this.ranges = ranges;
        this.table = table;
        sums = lattice.sums().toArray(Lattice.Sum[]::new);
        int cells = lattice.size();
        int[] uses = new int[cells];
        for (Lattice.Sum sum : sums) {
            for (int i = -1; i < sum.parts().length; i++) {
                if (member(sum, i) != Lattice.ZERO) {
                    uses[member(sum, i)]++;
                }
            }
        }
        sumsOfCell = new int[cells][];
        Arrays.setAll(sumsOfCell, cell -> new int[uses[cell]]);
        for (int sum = 0; sum < sums.length; sum++) {
            for (int i = -1; i < sums[sum].parts().length; i++) {
                int cell = member(sums[sum], i);
                if (cell != Lattice.ZERO) {
                    sumsOfCell[cell][--uses[cell]] = sum;
                }
            }
        }
        surplus = new long[sums.length];
        weight = new double[sums.length];
        amiss = new int[sums.length];
        placeAmiss = new int[sums.length];
        touchedSums = new int[sums.length];
        isTouched = new boolean[sums.length];
        Arrays.fill(placeAmiss, -1);
        Arrays.fill(weight, 1);
        number = new long[cells];
        restsUntil = new int[cells];
        changed = new int[cells];
        isChanged = new boolean[cells];
    }

    /**
     * A table of whole numbers near tables of real ones.
     *
     * @param guides deficient and other files of each cell in a table of real numbers that fits
     * @return {@code null} when none was found
     */
    static long @Nullable [][] mended(Lattice lattice, Ranges ranges, double[]... guides) {
        long[][] table = new long[guides.length][lattice.size()];
        for (int measure = 0; measure < guides.length; measure++) {
            for (int cell = 0; cell < lattice.size(); cell++) {
                table[measure][cell] = Math.round(guides[measure][cell]);
            }
        }
        return new NearbyTables(lattice, ranges, table).mendTable() ? table : null;
    }

    /** The whole of a sum at −1, then its parts. */
    private static int member(Lattice.Sum sum, int at) {
        return at < 0 ? sum.whole() : sum.parts()[at];
    }

    /**
     * Searches for a table in which a cell has a number; {@link #changed()} and {@link #number} tell it until the next search.
     *
     * @param of {@link Ranges#DEFICIENT} or {@link Ranges#MET}
     * @param steps after how many changes the search is given up
     * @return whether one was found
     */
    boolean find(int of, int cell, long wanted, int steps) {
        forget();
        measure = of;
        if (wanted < least(cell) || wanted > most(cell)) {
            return false;
        }
        change(cell, wanted - current(cell));
        restsUntil[cell] = Integer.MAX_VALUE;
        for (int step = 1; step <= steps && amissCount > 0; step++) {
            mend(amiss[random.nextInt(amissCount)], step);
        }
        return amissCount == 0;
    }

    /**
     * Mends the table itself, which need not fit before.
     *
     * @return whether it fits now; else no use can be made of it, since one kind of count may have been changed
     */
    boolean mendTable() {
        return mendTable(Ranges.DEFICIENT) && mendTable(Ranges.MET);
    }

    private boolean mendTable(int of) {
        forget();
        measure = of;
        for (int sum = 0; sum < sums.length; sum++) {
            for (int i = -1; i < sums[sum].parts().length; i++) {
                int cell = member(sums[sum], i);
                if (cell != Lattice.ZERO) {
                    surplus[sum] += i < 0 ? -table[of][cell] : table[of][cell];
                }
            }
            isTouched[sum] = true;
            touchedSums[touchedSumCount++] = sum;
            note(sum);
        }
        for (int cell = 0; cell < number.length; cell++) {
            long by = allowed(cell, 0);
            if (by != 0) {
                change(cell, by);
            }
        }
        int steps = STEPS_A_SUM * sums.length;
        for (int step = 1; step <= steps && amissCount > 0; step++) {
            mend(amiss[random.nextInt(amissCount)], step);
        }
        if (amissCount == 0) {
            for (int i = 0; i < changedCount; i++) {
                table[of][changed[i]] = number[changed[i]];
            }
        }
        return amissCount == 0;
    }

    /** How many cells have another number than in the table begun with; {@link #changed(int)} names them. */
    int changed() {
        return changedCount;
    }

    int changed(int at) {
        return changed[at];
    }

    /** The number of a changed cell. */
    long number(int cell) {
        return number[cell];
    }

    private void forget() {
        for (int i = 0; i < changedCount; i++) {
            isChanged[changed[i]] = false;
            restsUntil[changed[i]] = 0;
        }
        changedCount = 0;
        for (int i = 0; i < touchedSumCount; i++) {
            surplus[touchedSums[i]] = 0;
            weight[touchedSums[i]] = 1;
            placeAmiss[touchedSums[i]] = -1;
            isTouched[touchedSums[i]] = false;
        }
        touchedSumCount = 0;
        amissCount = 0;
    }

    private long current(int cell) {
        return isChanged[cell] ? number[cell] : table[measure][cell];
    }

    private long least(int cell) {
        return Math.max(ranges.low(measure, cell), ranges.low(Ranges.ALL, cell) - table[1 - measure][cell]);
    }

    private long most(int cell) {
        return Math.min(ranges.high(measure, cell), ranges.high(Ranges.ALL, cell) - table[1 - measure][cell]);
    }

    /** Changes the cell of a sum after which least is amiss. */
    private void mend(int at, int step) {
        Lattice.Sum sum = sums[at];
        int best = Lattice.ZERO;
        long bestBy = 0;
        double bestLoss = Double.POSITIVE_INFINITY;
        int equals = 0;
        for (int i = -1; i < sum.parts().length; i++) {
            int cell = member(sum, i);
            if (cell == Lattice.ZERO || restsUntil[cell] > step) {
                continue;
            }
            long by = allowed(cell, i < 0 ? surplus[at] : -surplus[at]);
            if (by == 0) {
                continue;
            }
            double loss = loss(cell, by);
            equals = loss < bestLoss ? 1 : loss == bestLoss ? equals + 1 : equals;
            if (loss < bestLoss || (loss == bestLoss && random.nextInt(equals) == 0)) {
                bestLoss = loss;
                best = cell;
                bestBy = by;
            }
        }
        weight[at]++;
        if (best != Lattice.ZERO) {
            change(best, bestBy);
            restsUntil[best] = step + REST + random.nextInt(REST);
        }
    }

    /** As much of a change as the limits of the cell leave. */
    private long allowed(int cell, long by) {
        long now = current(cell);
        return Math.max(least(cell), Math.min(most(cell), now + by)) - now;
    }

    /** By how much more is amiss after a change, each sum by its weight. */
    private double loss(int cell, long by) {
        double loss = 0;
        for (int sum : sumsOfCell[cell]) {
            long after = surplus[sum] + (sums[sum].whole() == cell ? -by : by);
            loss += weight[sum] * (Math.abs(after) - Math.abs(surplus[sum]));
        }
        return loss;
    }

    private void change(int cell, long by) {
        if (!isChanged[cell]) {
            isChanged[cell] = true;
            number[cell] = table[measure][cell];
            changed[changedCount++] = cell;
        }
        number[cell] += by;
        for (int sum : sumsOfCell[cell]) {
            if (!isTouched[sum]) {
                isTouched[sum] = true;
                touchedSums[touchedSumCount++] = sum;
            }
            surplus[sum] += sums[sum].whole() == cell ? -by : by;
            note(sum);
        }
    }

    private void note(int sum) {
        int place = placeAmiss[sum];
        if (surplus[sum] != 0 && place < 0) {
            placeAmiss[sum] = amissCount;
            amiss[amissCount++] = sum;
        } else if (surplus[sum] == 0 && place >= 0) {
            int last = amiss[--amissCount];
            amiss[place] = last;
            placeAmiss[last] = place;
            placeAmiss[sum] = -1;
        }
    }
}
