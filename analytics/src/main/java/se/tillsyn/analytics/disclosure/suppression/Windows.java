package se.tillsyn.analytics.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How narrowly withheld counts can be bounded by an outsider who knows the published ones and what each is at least.
 *
 * <p>Looks for two tables that agree with everything published and differ enough in the withheld cell: at the ends of random
 * ways through the possible tables, which widen the windows of all cells together, then for each cell that is left at the ends
 * of the way in which it changes fastest. Tables found are witnesses, so a window reported wide is wide; one reported narrow may
 * be wider, and is then protected more than it needs.
 */
final class Windows {

    private static final long SEED = 20_150_401L;
    private static final int RANDOM_WAYS = 40;

    /** Random ways are given up when three in turn show less than this share of what is left. */
    private static final double WORTHWHILE = 0.02;

    private static final int FAR_WAYS = 12;
    private static final int STEPS = 5;
    private static final double SHARE_OF_REACH = 0.95;

    /** As far as one goes where nothing published sets a limit. */
    static final double FAR = 1e6;

    /** A table is a witness when everything adds up within this. */
    private static final double KEPT = 1e-3;

    private static final double ROUNDING = 1e-6;

    /** A way ends where a number is nearly 0; a count this near to a whole number is one. */
    private static final double NEAR = 1e-2;

    private final PossibleTables tables;
    private final double[] least;
    private final int[] cells;
    private final int[] unknowns;
    private final Protection.Window promised;
    private final double[] low;
    private final double[] high;

    /** @param cells withheld cells */
    Windows(Unknowns unknowns, int[] cells, Protection.Window promised) {
        tables = new PossibleTables(unknowns);
        least = unknowns.least();
        this.cells = cells;
        this.unknowns = Arrays.stream(cells).map(unknowns::unknownOf).toArray();
        this.promised = promised;
        low = new double[cells.length];
        high = new double[cells.length];
        Arrays.fill(low, Double.MAX_VALUE);
        Arrays.fill(high, -Double.MAX_VALUE);
    }

    /** Whether any table was found that agrees with everything published. */
    boolean areThereTables() {
        return fits(tables.start());
    }

    private boolean fits(double[] table) {
        double most = 0;
        for (double number : table) {
            most = Math.max(most, number);
        }
        return tables.error(table) <= KEPT * Math.max(1, most * KEPT);
    }

    /**
     * What is lacking.
     *
     * @param narrow cells whose windows are too narrow
     * @param helpless those of them that no published cell holds alone
     * @param complements published cells that should be withheld for the others
     */
    record Lack(List<Integer> narrow, List<Integer> helpless, List<Integer> complements) {}

    /** Looks for witnesses, and for complements where they are lacking. */
    Lack lack(List<Complements.Candidate> candidates) {
        widen(tables.start());
        randomWays();
        for (int i = 0; i < cells.length; i++) {
            if (unknowns[i] >= 0 && isUnsure(i)) {
                alongLine(tables.steepest(unknowns[i]).change());
            }
        }
        farWays();
        List<Integer> narrow = new ArrayList<>();
        List<Integer> helpless = new ArrayList<>();
        Complements complements = new Complements(tables, promised, candidates);
        for (int i = 0; i < cells.length; i++) {
            if (unknowns[i] < 0 || isUnsure(i)) {
                narrow.add(cells[i]);
                if (unknowns[i] < 0
                        || !complements.add(tables.steepest(unknowns[i]).restraint(), needed(i) - wholeWidth(i))) {
                    helpless.add(cells[i]);
                }
            }
        }
        return new Lack(narrow, helpless, complements.chosen());
    }

    /** Random ways through the tables, until they show nothing more. */
    private void randomWays() {
        SplittableRandom random = new SplittableRandom(SEED);
        int before = unsure();
        int idle = 0;
        for (int way = 0; way < RANDOM_WAYS && before > 0 && idle < 3; way++) {
            double[] weights = new double[tables.start().length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = random.nextDouble() * 2 - 1;
            }
            alongLine(tables.steepest(tables.start(), weights));
            int after = unsure();
            idle = before - after < WORTHWHILE * before ? idle + 1 : 0;
            before = after;
        }
    }

    /**
     * Ways that push all cells that are left up or down, by chance, in steps that turn as numbers become small: cells that are
     * not near each other do not mind.
     */
    private void farWays() {
        SplittableRandom random = new SplittableRandom(SEED);
        int before = unsure();
        int idle = 0;
        for (int way = 0; way < FAR_WAYS && before > 0 && idle < 2; way++) {
            double[] weights = new double[tables.start().length];
            for (int i = 0; i < cells.length; i++) {
                if (unknowns[i] >= 0 && isUnsure(i)) {
                    weights[unknowns[i]] = random.nextBoolean() ? 1 : -1;
                }
            }
            far(weights);
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -weights[i];
            }
            far(weights);
            int after = unsure();
            idle = before - after < WORTHWHILE * before ? idle + 1 : 0;
            before = after;
        }
        tables.backToStart();
    }

    private void far(double[] weights) {
        tables.backToStart();
        double[] table = tables.start();
        for (int step = 0; step < STEPS; step++) {
            double[] change = tables.steepest(table, weights);
            double reach = Math.min(FAR, PossibleTables.reach(table, change, 1));
            double[] end = new double[table.length];
            double[] next = new double[table.length];
            for (int i = 0; i < end.length; i++) {
                end[i] = table[i] + reach * change[i];
                next[i] = table[i] + SHARE_OF_REACH * reach * change[i];
            }
            widen(end);
            table = next;
        }
    }

    private int unsure() {
        int unsure = 0;
        for (int i = 0; i < cells.length; i++) {
            unsure += unknowns[i] >= 0 && isUnsure(i) ? 1 : 0;
        }
        return unsure;
    }

    private boolean isUnsure(int i) {
        return wholeWidth(i) < needed(i) - ROUNDING;
    }

    /** Counts are whole numbers: between 1.2 and 4.9 lie 2 to 4. */
    private double wholeWidth(int i) {
        return Math.floor(high[i] + NEAR) - Math.ceil(low[i] - NEAR);
    }

    /** An outsider does not know the count, so the width is measured by the upper end of the window. */
    private double needed(int i) {
        return promised.around(Math.max(0, high[i]));
    }

    private void alongLine(double[] change) {
        double[] table = tables.start();
        double forward = Math.min(FAR, PossibleTables.reach(table, change, 1));
        double backward = Math.min(FAR, PossibleTables.reach(table, change, -1));
        double[] end = new double[table.length];
        for (int i = 0; i < end.length; i++) {
            end[i] = table[i] + forward * change[i];
        }
        widen(end);
        for (int i = 0; i < end.length; i++) {
            end[i] = table[i] - backward * change[i];
        }
        widen(end);
    }

    private void widen(double[] table) {
        if (!fits(table)) {
            return;
        }
        for (int i = 0; i < cells.length; i++) {
            if (unknowns[i] >= 0) {
                double value = table[unknowns[i]] + least[unknowns[i]];
                low[i] = Math.min(low[i], value);
                high[i] = Math.max(high[i], value);
            }
        }
    }
}
