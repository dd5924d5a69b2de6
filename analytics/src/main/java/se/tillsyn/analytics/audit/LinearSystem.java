package se.tillsyn.analytics.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an outsider knows of a number of unknown counts: the smallest and largest value of each, and every released sum.
 *
 * <p>Inequalities between counts (no more deficient files than reviewed ones, no fewer files than units with a deficient
 * file) are released sums of differences.
 */
public final class LinearSystem {

    private final double[] lower;
    private final double[] upper;
    private final List<Released> released;

    private LinearSystem(double[] lower, double[] upper, List<Released> released) {
        this.lower = lower;
        this.upper = upper;
        this.released = released;
    }

    /**
     * Counts of which nothing more is known than that they are 0 or more.
     *
     * @param unknowns how many counts, 0 or more
     */
    public static LinearSystem ofCounts(int unknowns) {
        double[] upper = new double[unknowns];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        return new LinearSystem(new double[unknowns], upper, List.of());
    }

    /**
     * Counts that lie between limits.
     *
     * @param smallest smallest value of each unknown, or negative infinity
     * @param largest largest values, none below the smallest, or infinity
     */
    public static LinearSystem within(double[] smallest, double[] largest) {
        for (int unknown = 0; unknown < smallest.length; unknown++) {
            if (!(smallest[unknown] <= largest[unknown])) {
                throw new IllegalArgumentException("limits of an unknown: expected smallest <= largest");
            }
        }
        return new LinearSystem(smallest.clone(), largest.clone(), List.of());
    }

    /** The same with further released sums. */
    public LinearSystem with(List<Released> more) {
        for (Released figure : more) {
            checkUnknowns(figure.sum());
        }
        List<Released> all = new ArrayList<>(released);
        all.addAll(more);
        return new LinearSystem(lower, upper, List.copyOf(all));
    }

    /**
     * The same with other limits of one unknown.
     *
     * @param unknown its number
     * @param smallest smallest value, or negative infinity
     * @param largest largest value, at least {@code smallest}, or infinity
     */
    public LinearSystem withLimits(int unknown, double smallest, double largest) {
        checkUnknowns(Expression.of(unknown));
        if (!(smallest <= largest)) {
            throw new IllegalArgumentException("limits of an unknown: expected smallest <= largest");
        }
        double[] lowers = lower.clone();
        double[] uppers = upper.clone();
        lowers[unknown] = smallest;
        uppers[unknown] = largest;
        return new LinearSystem(lowers, uppers, released);
    }

    void checkUnknowns(Expression sum) {
        if (sum.size() > 0 && sum.unknown(sum.size() - 1) >= lower.length) {
            throw new IllegalArgumentException(
                    "expression: expected unknowns below " + lower.length + ", found " + sum.unknown(sum.size() - 1));
        }
    }

    /** Number of unknown counts. */
    public int unknowns() {
        return lower.length;
    }

    double lower(int unknown) {
        return lower[unknown];
    }

    double upper(int unknown) {
        return upper[unknown];
    }

    List<Released> released() {
        return released;
    }
}
