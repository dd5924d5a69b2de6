package se.tillsyn.analytics.disclosure.suppression;

/**
 * Tables that an outsider cannot tell from the true one: no unknown number is below 0 and everything adds up.
 *
 * <p>Begins near the middle of all of them (the analytic centre, by Newton's method) and moves within those that keep all
 * equations. A direction keeps them when it is the scaled gradient less its projection on the equations (affine scaling:
 * numbers are measured by their present size, so that no step is stopped early by a small one). Every table reached is a
 * witness: what a cell is there cannot be ruled out. Real numbers; deterministic.
 *
 * <p>Source: I. I. Dikin (1967), Iterative solution of problems of linear and quadratic programming; S. Boyd, L. Vandenberghe
 * (2004), Convex Optimization, section 10.3 (Newton's method from a start that does not fit). Not safe for several threads.
 */
final class PossibleTables {

    private static final int STEPS = 100;

    /** A step goes no further than this share of the way to the first number that would be 0. */
    private static final double SHARE_OF_REACH = 0.9;

    /** As near to the middle as is of use. */
    private static final double CENTRED = 0.5;

    /** Numbers that nothing limits are kept within so many times the largest. */
    private static final double ROOM = 10;

    private static final double FITTED = 1e-9;

    /** Everything adds up as well as is needed. */
    private static final double GOOD = 1e-3;

    /** A number this small is 0 in every table. */
    private static final double ALMOST_NOTHING = 1e-9;

    private final Equations equations;
    private final double[] right;
    private final Factor factor;
    private final double[] start;

    PossibleTables(Unknowns unknowns) {
        equations = unknowns.equations();
        right = unknowns.right();
        factor = new Factor(equations);
        start = centre(unknowns.start());
        factor.factor(start);
    }

    /** A table inside; the caller must not change it. */
    double[] start() {
        return start;
    }

    /** Largest difference between what an equation comes to and what it should. */
    double error(double[] table) {
        double error = 0;
        for (double rest : rest(table)) {
            error = Math.max(error, Math.abs(rest));
        }
        return error;
    }

    private double[] rest(double[] table) {
        double[] rest = new double[equations.size()];
        equations.add(table, rest);
        for (int i = 0; i < rest.length; i++) {
            rest[i] = right[i] - rest[i];
        }
        return rest;
    }

    private double[] centre(double[] from) {
        double[] table = from.clone();
        double far = 1;
        double scale = 1;
        for (double number : table) {
            far = Math.max(far, ROOM * number);
        }
        for (double number : right) {
            scale = Math.max(scale, Math.abs(number));
        }
        double[] pull = new double[table.length];
        double[] good = null;
        for (int step = 0; step < STEPS; step++) {
            double[] rest = rest(table);
            for (int i = 0; i < pull.length; i++) {
                pull[i] = table[i] - table[i] * table[i] / far;
            }
            double[] wanted = new double[equations.size()];
            equations.add(pull, wanted);
            double error = 0;
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] -= rest[i];
                error = Math.max(error, Math.abs(rest[i]));
            }
            if (error < GOOD) {
                good = table.clone();
            }
            factor.factor(table);
            double[] weights = factor.solve(wanted);
            double reach = 1;
            double length = 0;
            for (int i = 0; i < pull.length; i++) {
                pull[i] -= table[i] * table[i] * equations.spread(weights, i);
                if (table[i] < ALMOST_NOTHING) {
                    // Several equations together leave it nothing; the others must not wait for it.
                    pull[i] = 0;
                }
                length += pull[i] / table[i] * (pull[i] / table[i]);
                if (pull[i] < 0) {
                    reach = Math.min(reach, SHARE_OF_REACH * table[i] / -pull[i]);
                }
            }
            if (error < FITTED * scale && length < CENTRED * CENTRED) {
                break;
            }
            for (int i = 0; i < pull.length; i++) {
                table[i] += reach * pull[i];
            }
        }
        // Where equations leave some numbers nothing, rounding grows as these shrink, and the way leads off again.
        return good != null && error(table) > GOOD ? good : table;
    }

    /** The way from the start in which one number grows fastest beside the sizes of all, and how much each equation holds it back. */
    Direction steepest(int unknown) {
        double square = start[unknown] * start[unknown];
        double[] wanted = new double[equations.size()];
        int[] in = equations.equationsOf()[unknown];
        for (int i = 0; i < in.length; i++) {
            wanted[in[i]] = equations.signsIn()[unknown][i] * square;
        }
        double[] restraint = factor.solve(wanted);
        double[] change = along(restraint, -1);
        change[unknown] += square;
        return new Direction(change, restraint);
    }

    /**
     * The way from a table in which a sum of numbers, each with its weight, grows fastest. From another table than the start
     * it has to be prepared for, and {@link #backToStart} called afterwards.
     */
    double[] steepest(double[] table, double[] weights) {
        if (table != start) {
            factor.factor(table);
        }
        double[] scaled = new double[table.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = table[i] * table[i] * weights[i];
        }
        double[] wanted = new double[equations.size()];
        equations.add(scaled, wanted);
        double[] restraint = factor.solve(wanted);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] -= table[i] * table[i] * equations.spread(restraint, i);
        }
        return scaled;
    }

    /** Prepares for the start again. */
    void backToStart() {
        factor.factor(start);
    }

    /** A way to move, and how much each equation holds it back. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Direction(double[] change, double[] restraint) {}

    /** The shortest way, beside the numbers' sizes, in which a published cell grows by 1 and no other changes. */
    double[] alone(Unknowns.Held held) {
        double[] wanted = new double[equations.size()];
        for (int i = 0; i < held.equations().length; i++) {
            wanted[held.equations()[i]] -= held.signs()[i];
        }
        return along(factor.solve(wanted), 1);
    }

    private double[] along(double[] weights, int sign) {
        double[] change = new double[start.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = sign * start[i] * start[i] * equations.spread(weights, i);
        }
        return change;
    }

    /** How far a table can move in a direction, forward or (sign −1) backward, until a number is 0. */
    static double reach(double[] table, double[] change, int sign) {
        double reach = Double.MAX_VALUE;
        for (int i = 0; i < table.length; i++) {
            double speed = sign * change[i];
            if (speed < 0) {
                reach = Math.min(reach, table[i] / -speed);
            }
        }
        return reach;
    }
}
