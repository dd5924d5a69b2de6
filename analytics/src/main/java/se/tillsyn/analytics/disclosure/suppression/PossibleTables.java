package se.tillsyn.analytics.disclosure.suppression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tables that an outsider cannot tell from the true one: no part is negative and every published total is as published.
 *
 * <p>Begins at a table with every part above 0 (iterative proportional fitting from equal parts, then a correction) and moves
 * within the tables that keep all totals. A direction keeps them when it is the scaled gradient less its projection on the
 * totals (affine scaling: parts are measured by their present size, so that no step is stopped early by a small part).
 * Every table reached is a witness: what a cell is there cannot be ruled out. Real numbers; deterministic.
 *
 * <p>Source: W. E. Deming and F. F. Stephan (1940), doi:10.1214/aoms/1177731829; I. I. Dikin (1967); projections by
 * conjugate gradients. Not safe for several threads.
 */
final class PossibleTables {

    private static final int FITTING_ROUNDS = 60;
    private static final int FITTINGS = 2;

    /** A part that is smaller than this share of what it was before as many rounds is on its way to 0. */
    private static final double SHRINKS = 0.75;

    private static final double SMALL = 0.5;

    /** Excess to begin with where the fit left none. */
    private static final double SOME = 0.3;

    private static final double FITTED = 1e-7;
    private static final int CORRECTIONS = 40;

    /** A total is kept when it is met within this. */
    private static final double KEPT = 1e-6;

    private final Sums sums;
    private final double[] published;
    private final boolean[] isKnown;
    private final double[] start;
    private final Factor factor;

    /** The table that the factor was prepared for. */
    private double @Nullable [] factored;

    PossibleTables(Known known) {
        sums = known.sums();
        published = known.totals();
        factor = new Factor(sums);
        start = fitted();
        for (int part = 0; part < sums.parts(); part++) {
            if (known.isKnown()[part]) {
                start[part] = known.value()[part];
            }
        }
        isKnown = known.isKnown();
    }

    /** A table inside; the caller must not change it. */
    double[] start() {
        return start;
    }

    /** Largest difference between a total of the table and the published one. */
    double error(double[] table) {
        double[] totals = new double[sums.totals()];
        sums.add(table, totals);
        double error = 0;
        for (int i = 0; i < totals.length; i++) {
            error = Math.max(error, Math.abs(totals[i] - published[i]));
        }
        return error;
    }

    /**
     * Fits equal parts to the totals. Parts that can be nothing but 0 shrink for ever and hold the fit up; those that do
     * are set to 0, which at worst leaves tables out.
     */
    private double[] fitted() {
        double[] table = new double[sums.unknowns()];
        Arrays.fill(table, 1);
        for (int attempt = 0; attempt < FITTINGS && fit(table) > FITTED; attempt++) {
            double[] before = table.clone();
            if (fit(table) <= FITTED) {
                break;
            }
            for (int part = 0; part < sums.parts(); part++) {
                if (table[part] < SHRINKS * before[part] && table[part] < SMALL) {
                    table[part] = 0;
                }
            }
        }
        for (int total = 0; total < sums.totals(); total++) {
            if (sums.excessOfTotal()[total] >= 0) {
                double sum = Sums.of(sums.partsOfTotal()[total], table);
                table[sums.excessOfTotal()[total]] = Math.max(SOME, sum - published[total]);
            }
        }
        for (int attempt = 0; attempt < CORRECTIONS && error(table) > KEPT; attempt++) {
            double[] corrected = corrected(table);
            if (error(corrected) >= error(table)) {
                break;
            }
            table = corrected;
        }
        return table;
    }

    /** Some rounds of proportional fitting; tells the largest difference before the last. */
    private double fit(double[] table) {
        double worst = 0;
        for (int round = 0; round < FITTING_ROUNDS; round++) {
            worst = 0;
            for (int total = 0; total < sums.totals(); total++) {
                double sum = Sums.of(sums.partsOfTotal()[total], table);
                if (sum <= 0 || sums.excessOfTotal()[total] >= 0) {
                    continue;
                }
                double factor = published[total] / sum;
                worst = Math.max(worst, Math.abs(published[total] - sum));
                for (int part : sums.partsOfTotal()[total]) {
                    table[part] *= factor;
                }
            }
            if (worst < FITTED) {
                break;
            }
        }
        return worst;
    }

    /** Moves a table that nearly keeps the totals onto them, parts in proportion to their squares. */
    private double[] corrected(double[] from) {
        double[] table = from.clone();
        double[] gap = new double[sums.totals()];
        sums.add(table, gap);
        for (int i = 0; i < gap.length; i++) {
            gap[i] = published[i] - gap[i];
        }
        factor.factor(table);
        double[] weights = factor.solve(gap);
        double[] change = new double[sums.unknowns()];
        sums.spread(weights, change);
        double step = 1;
        for (int part = 0; part < change.length; part++) {
            change[part] *= table[part] * table[part];
            if (change[part] < 0) {
                step = Math.min(step, -0.9 * table[part] / change[part]);
            }
        }
        for (int part = 0; part < change.length; part++) {
            table[part] += step * change[part];
        }
        return table;
    }

    private boolean isKnown(int part) {
        return part < isKnown.length && isKnown[part];
    }

    private void turn(double[] table) {
        if (factored != table) {
            factor.factor(table);
            factored = table;
        }
    }

    /** A way to move, and how much each total holds it back. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Direction(double[] change, double[] restraint) {}

    /**
     * The way from a table in which a sum of parts, each with its weight, grows fastest beside the parts' sizes.
     *
     * @param weights of each part
     */
    Direction steepest(double[] table, double[] weights) {
        turn(table);
        double[] scaled = new double[sums.unknowns()];
        for (int part = 0; part < scaled.length; part++) {
            scaled[part] = isKnown(part) ? 0 : table[part] * table[part] * weights[part];
        }
        double[] right = new double[sums.totals()];
        sums.add(scaled, right);
        double[] restraint = factor.solve(right);
        double[] change = new double[sums.unknowns()];
        sums.spread(restraint, change);
        for (int part = 0; part < change.length; part++) {
            change[part] = isKnown(part) ? 0 : table[part] * table[part] * (weights[part] - change[part]);
        }
        return new Direction(change, restraint);
    }

    /** The shortest way, beside the parts' sizes, to raise one total by 1 and no other. */
    double[] alone(double[] table, int total) {
        turn(table);
        double[] right = new double[sums.totals()];
        right[total] = 1;
        double[] weights = factor.solve(right);
        double[] change = new double[sums.unknowns()];
        sums.spread(weights, change);
        for (int part = 0; part < change.length; part++) {
            change[part] = isKnown(part) ? 0 : table[part] * table[part] * change[part];
        }
        return change;
    }

    /** How far a table can move in a direction, forward or (sign −1) backward, until a part is 0. */
    static double reach(double[] table, double[] change, int sign) {
        double reach = Double.MAX_VALUE;
        for (int part = 0; part < table.length; part++) {
            double speed = sign * change[part];
            if (speed < 0) {
                reach = Math.min(reach, table[part] / -speed);
            }
        }
        return reach;
    }
}
