package se.tillsyn.analytics.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How narrowly withheld counts can be bounded by an outsider who knows the published ones and that no count is negative.
 *
 * <p>Looks for two tables that agree with everything published and differ enough in the withheld cell. First random ways
 * through the possible tables, which widen the windows of all cells together, then for each cell that is left the way in
 * which it changes fastest, and from its ends further steps. Tables found are witnesses, so a window reported wide is wide;
 * one reported narrow may in rare cases be wider, and is then protected more than it needs.
 */
final class Windows {

    private static final long SEED = 20_150_401L;
    private static final int RANDOM_WAYS = 60;

    /** Random ways are given up when one shows less than this share of what is left. */
    private static final double WORTHWHILE = 0.02;

    private static final int FURTHER_STEPS = 6;
    /** A total holds a cell when its restraint is at least this share of the largest. */
    private static final double HOLDS = 0.5;

    /** As far as one goes where nothing published sets a limit. */
    private static final double FAR = 1e9;

    private static final double SHARE_OF_REACH = 0.97;

    /** Witnesses are inside; the ends of a window of whole numbers are a little further out. */
    private static final double SLACK = 0.02;

    /** A table is a witness when it meets every total within this. */
    private static final double KEPT = 0.01;

    private final PossibleTables tables;
    private final int[] cells;
    private final int[][] partsOfCell;
    private final double[] needed;
    private final double[] low;
    private final double[] high;
    private final int parts;

    /**
     * Starts without a window.
     *
     * @param cells withheld cells
     * @param partsOfCell for each of these its parts, those known to be empty left out
     * @param needed for each of these the width that is wanted
     */
    Windows(int parts, PossibleTables tables, int[] cells, int[][] partsOfCell, double[] needed) {
        this.parts = parts;
        this.tables = tables;
        this.cells = cells;
        this.partsOfCell = partsOfCell;
        this.needed = needed;
        low = new double[cells.length];
        high = new double[cells.length];
        Arrays.fill(low, Double.MAX_VALUE);
        Arrays.fill(high, -Double.MAX_VALUE);
    }

    /**
     * A cell whose window is too narrow.
     *
     * @param complement the total that should be withheld too; −1 when none would help
     */
    record Narrow(int cell, int complement) {}

    /**
     * Looks for witnesses and tells the cells that lack them.
     *
     * @param totals what the published totals come to
     * @param totalNeeds width that each published total would itself need if it were withheld
     */
    List<Narrow> narrow(double[] totals, double[] totalNeeds) {
        widen(tables.start());
        randomWays();
        for (int i = 0; i < cells.length; i++) {
            if (isUnsure(i)) {
                alongLine(
                        tables.start(),
                        tables.steepest(tables.start(), weightsOf(i)).change());
            }
        }
        for (int i = 0; i < cells.length; i++) {
            if (isUnsure(i)) {
                further(i, 1);
                further(i, -1);
            }
        }
        List<Narrow> narrow = new ArrayList<>();
        BitSet freed = new BitSet();
        for (int i = 0; i < cells.length; i++) {
            if (isUnsure(i)) {
                double[] restraint =
                        tables.steepest(tables.start(), weightsOf(i)).restraint();
                int complement = complement(i, restraint, totals, totalNeeds, freed);
                if (complement >= 0) {
                    freed.set(complement);
                }
                narrow.add(new Narrow(cells[i], complement));
            }
        }
        return narrow;
    }

    /**
     * The first total, and so the least useful, without which the cell would have the window it needs, and which would have
     * the window that it then needs itself. Moving a total by one moves the cell by its restraint. Where none is seen to do
     * both, the least useful of those that hold the cell most, if possible one that is large enough.
     *
     * @param freed totals that other cells have asked for; one of them that holds the cell is taken again
     */
    private int complement(int i, double[] restraint, double[] totals, double[] totalNeeds, BitSet freed) {
        double strongest = 0;
        for (double one : restraint) {
            strongest = Math.max(strongest, Math.abs(one));
        }
        double lacking = needed[i] - (high[i] - low[i]);
        int large = -1;
        int any = -1;
        for (int total = 0; total < restraint.length; total++) {
            if (Math.abs(restraint[total]) < HOLDS * strongest) {
                continue;
            }
            if (freed.get(total)) {
                return total;
            }
            any = any < 0 ? total : any;
            large = large < 0 && totals[total] >= needed[i] ? total : large;
        }
        for (int total = 0; total < restraint.length; total++) {
            if (Math.abs(restraint[total]) >= HOLDS * strongest && totals[total] >= lacking) {
                double[] change = tables.alone(tables.start(), total);
                double own = PossibleTables.reach(tables.start(), change, 1)
                        + PossibleTables.reach(tables.start(), change, -1);
                if (own * Math.abs(restraint[total]) >= lacking && own >= totalNeeds[total]) {
                    return total;
                }
            }
        }
        return large < 0 ? any : large;
    }

    /** Random ways through the tables, until they show nothing more. */
    private void randomWays() {
        SplittableRandom random = new SplittableRandom(SEED);
        int before = unsure();
        int idle = 0;
        for (int way = 0; way < RANDOM_WAYS && before > 0 && idle < 3; way++) {
            double[] weights = new double[parts];
            for (int[] some : partsOfCell) {
                double weight = random.nextDouble() * 2 - 1;
                for (int part : some) {
                    weights[part] += weight;
                }
            }
            alongLine(tables.start(), tables.steepest(tables.start(), weights).change());
            int after = unsure();
            idle = before - after < WORTHWHILE * before ? idle + 1 : 0;
            before = after;
        }
    }

    private int unsure() {
        int unsure = 0;
        for (int i = 0; i < cells.length; i++) {
            unsure += isUnsure(i) ? 1 : 0;
        }
        return unsure;
    }

    private boolean isUnsure(int i) {
        return high[i] - low[i] < needed[i] - SLACK;
    }

    private double[] weightsOf(int i) {
        double[] weights = new double[parts];
        for (int part : partsOfCell[i]) {
            weights[part] = 1;
        }
        return weights;
    }

    /** Goes on from the start towards more (or less) of one cell, in steps that turn as parts become small. */
    private void further(int i, int sign) {
        double[] table = tables.start();
        for (int step = 0; step < FURTHER_STEPS && isUnsure(i); step++) {
            double[] change = tables.steepest(table, weightsOf(i)).change();
            double reach = Math.min(FAR, PossibleTables.reach(table, change, sign));
            double[] next = new double[parts];
            for (int part = 0; part < parts; part++) {
                next[part] = table[part] + sign * reach * SHARE_OF_REACH * change[part];
            }
            table = next;
            widen(table);
        }
    }

    private void alongLine(double[] table, double[] change) {
        double forward = Math.min(FAR, PossibleTables.reach(table, change, 1));
        double backward = Math.min(FAR, PossibleTables.reach(table, change, -1));
        double[] end = new double[parts];
        for (int part = 0; part < parts; part++) {
            end[part] = table[part] + forward * change[part];
        }
        widen(end);
        for (int part = 0; part < parts; part++) {
            end[part] = table[part] - backward * change[part];
        }
        widen(end);
    }

    private void widen(double[] table) {
        if (tables.error(table) > KEPT) {
            return;
        }
        for (int i = 0; i < cells.length; i++) {
            double value = Sums.of(partsOfCell[i], table);
            low[i] = Math.min(low[i], value);
            high[i] = Math.max(high[i], value);
        }
    }
}
