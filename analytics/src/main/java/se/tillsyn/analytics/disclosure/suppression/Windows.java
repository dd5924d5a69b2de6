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

    /** Further steps seldom help a cell whose window has not come to this share of what it needs. */
    private static final double HOPEFUL = 0.3;

    private static final double SHARE_OF_REACH = 0.97;

    /** Witnesses are inside; the ends of a window of whole numbers are a little further out. */
    private static final double SLACK = 0.02;

    /** A table is a witness when it meets every total within this. */
    private static final double KEPT = 0.01;

    private final PossibleTables tables;
    private final int[] cells;
    private final int[][] partsOfCell;
    private final Protection.Window promised;
    private final double[] low;
    private final double[] high;

    /**
     * Starts without a window.
     *
     * @param cells withheld cells
     * @param partsOfCell for each of these its parts, those known to be empty left out
     * @param promised the width that is wanted
     */
    Windows(PossibleTables tables, int[] cells, int[][] partsOfCell, Protection.Window promised) {
        this.tables = tables;
        this.cells = cells;
        this.partsOfCell = partsOfCell;
        this.promised = promised;
        low = new double[cells.length];
        high = new double[cells.length];
        Arrays.fill(low, Double.MAX_VALUE);
        Arrays.fill(high, -Double.MAX_VALUE);
    }

    /**
     * A cell whose window is too narrow.
     *
     * @param complements the totals that should be withheld too; empty when none would help
     */
    record Narrow(int cell, List<Integer> complements) {}

    /**
     * Looks for witnesses and tells the cells that lack them.
     *
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
            if (isUnsure(i) && high[i] - low[i] >= HOPEFUL * needed(i)) {
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
                List<Integer> complements = complements(i, restraint, totals, totalNeeds, freed);
                complements.forEach(freed::set);
                narrow.add(new Narrow(cells[i], complements));
            }
        }
        return narrow;
    }

    /**
     * The total that should be withheld for a narrow cell: the first, and so the least useful, without which the cell would
     * have the window it needs, and which would have the window that it then needs itself. Moving a total by one moves the
     * cell by its restraint, and how far a total can be moved is seen from the start. Where there is none, the least useful of
     * those that hold the cell most, if possible one that is large enough.
     *
     * @param freed totals that other cells have asked for; one of them that holds the cell is taken again
     */
    private List<Integer> complements(int i, double[] restraint, double[] totals, double[] totalNeeds, BitSet freed) {
        double strongest = 0;
        // Totals that are only known to be at least so much come after those in the list and cannot be withheld.
        for (int total = 0; total < totals.length; total++) {
            strongest = Math.max(strongest, Math.abs(restraint[total]));
        }
        double lacking = needed(i) - (high[i] - low[i]);
        List<Integer> holding = new ArrayList<>();
        for (int total = 0; total < totals.length; total++) {
            if (Math.abs(restraint[total]) >= HOLDS * strongest && strongest > 0) {
                if (freed.get(total)) {
                    return List.of(total);
                }
                holding.add(total);
            }
        }
        int large = -1;
        for (int total : holding) {
            large = large < 0 && totals[total] >= needed(i) ? total : large;
            if (totals[total] < lacking) {
                continue;
            }
            double[] change = tables.alone(tables.start(), total);
            double own = Math.min(FAR, PossibleTables.reach(tables.start(), change, 1))
                    + Math.min(FAR, PossibleTables.reach(tables.start(), change, -1));
            if (own * Math.abs(restraint[total]) >= lacking && own >= totalNeeds[total]) {
                return List.of(total);
            }
        }
        return large >= 0 ? List.of(large) : holding.subList(0, Math.min(1, holding.size()));
    }

    /** Random ways through the tables, until they show nothing more. */
    private void randomWays() {
        SplittableRandom random = new SplittableRandom(SEED);
        int before = unsure();
        int idle = 0;
        for (int way = 0; way < RANDOM_WAYS && before > 0 && idle < 3; way++) {
            double[] weights = new double[tables.start().length];
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
        return high[i] - low[i] < needed(i) - SLACK;
    }

    /** An outsider does not know the count, so the width is measured by the upper end of the window. */
    private double needed(int i) {
        return promised.around(Math.max(0, high[i]));
    }

    private double[] weightsOf(int i) {
        double[] weights = new double[tables.start().length];
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
            double[] next = new double[table.length];
            for (int part = 0; part < next.length; part++) {
                next[part] = table[part] + sign * reach * SHARE_OF_REACH * change[part];
            }
            table = next;
            widen(table);
        }
    }

    private void alongLine(double[] table, double[] change) {
        double forward = Math.min(FAR, PossibleTables.reach(table, change, 1));
        double backward = Math.min(FAR, PossibleTables.reach(table, change, -1));
        double[] end = new double[table.length];
        for (int part = 0; part < end.length; part++) {
            end[part] = table[part] + forward * change[part];
        }
        widen(end);
        for (int part = 0; part < end.length; part++) {
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
