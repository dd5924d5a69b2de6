package se.tillsyn.analytics.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Smallest value of a sum when every count is a whole number: branch and bound on the linear programmes of {@link Simplex}
 * (A. H. Land, A. G. Doig, 1960, An automatic method of solving discrete programming problems, Econometrica 28, 497–520,
 * doi:10.2307/1910129). On tables of counts most corners are whole, or
 * have a whole one beside them that is as good, and no branch is needed.
 */
final class WholeSearch {

    private static final double WHOLE = 1e-6;
    private static final int MOST_BRANCHES = 1000;
    private static final int FIRST_ATTEMPTS = 20;
    private static final double SUM_WEIGHT = 1000;
    private static final int LARGEST_NUDGE = 9;
    private static final long SEED = 1_960L;

    private final Expression sum;
    private final boolean wholeSum;
    private Simplex.@Nullable Optimum best;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private int branches;

    private WholeSearch(Expression sum) {
        this.sum = sum;
        boolean whole = true;
        for (int term = 0; term < sum.size(); term++) {
            whole &= sum.coefficient(term) == Math.rint(sum.coefficient(term));
        }
        this.wholeSum = whole;
    }

    /**
     * Searches.
     *
     * @param start the released figures, the unknowns' limits whole numbers or infinite; moved to the first corner found
     * @return the smallest value, negative infinity when there is none, and a table of whole numbers that has it
     * @throws ContradictionException when no table of whole numbers fits
     * @throws UndecidedException when the search would take too long
     */
    static Simplex.Optimum minimum(Simplex start, Expression sum) {
        WholeSearch search = new WholeSearch(sum);
        Simplex.Optimum corner = start.minimise(sum);
        if (leastWhole(corner.point()) < 0) {
            search.keep(corner);
        } else {
            search.branch(start.copy());
        }
        if (search.best == null) {
            throw new ContradictionException();
        }
        return search.best;
    }

    /**
     * Tables that fit, at corners in random directions; the draw is fixed.
     *
     * @param start as for {@link #minimum}
     */
    static List<double[]> someTables(Simplex start, int directions) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<double[]> tables = new ArrayList<>();
        for (int i = 0; i < directions; i++) {
            tables.add(start.minimise(Expression.of(nudges(start.unknowns(), random)))
                    .point());
        }
        return tables;
    }

    /** Whether every count of the table is a whole number. */
    static boolean isWhole(double[] table) {
        return leastWhole(table) < 0;
    }

    private static Map<Integer, Double> nudges(int unknowns, SplittableRandom random) {
        Map<Integer, Double> weights = new HashMap<>();
        for (int unknown = 0; unknown < unknowns; unknown++) {
            weights.put(unknown, (double) random.nextInt(-LARGEST_NUDGE, LARGEST_NUDGE + 1));
        }
        return weights;
    }

    private void branch(Simplex node) {
        if (++branches > MOST_BRANCHES) {
            throw new UndecidedException();
        }
        if (!node.isFeasible()) {
            return;
        }
        Simplex.Optimum optimum = node.minimise(sum);
        if (!canImprove(optimum.value())) {
            return;
        }
        int unknown = leastWhole(optimum.point());
        if (unknown < 0) {
            keep(optimum);
            return;
        }
        for (int attempt = branches == 1 ? FIRST_ATTEMPTS : 1; attempt > 0; attempt--) {
            tryNeighbour(node);
            if (!canImprove(optimum.value())) {
                return;
            }
        }
        double below = Math.floor(optimum.point()[unknown]);
        Simplex lowerHalf = node.copy();
        lowerHalf.narrow(unknown, Double.NEGATIVE_INFINITY, below);
        node.narrow(unknown, below + 1, Double.POSITIVE_INFINITY);
        boolean lowerFirst = optimum.point()[unknown] - below < 0.5;
        branch(lowerFirst ? lowerHalf : node);
        branch(lowerFirst ? node : lowerHalf);
    }

    /**
     * Looks for a whole corner among those that are as good or nearly so: a large multiple of the sum and a small random
     * one of each unknown.
     */
    private void tryNeighbour(Simplex node) {
        Map<Integer, Double> weights = nudges(node.unknowns(), random);
        for (int term = 0; term < sum.size(); term++) {
            weights.merge(sum.unknown(term), SUM_WEIGHT * sum.coefficient(term), Double::sum);
        }
        Expression nudged = Expression.of(weights);
        Simplex.Optimum corner = node.minimise(nudged);
        if (!Double.isInfinite(corner.value()) && leastWhole(corner.point()) < 0) {
            double value = sum.valueAt(corner.point());
            if (canImprove(value)) {
                keep(new Simplex.Optimum(value, corner.point()));
            }
        }
    }

    private void keep(Simplex.Optimum optimum) {
        double[] rounded = Arrays.stream(optimum.point()).map(Math::rint).toArray();
        boolean endless = Double.isInfinite(optimum.value());
        best = new Simplex.Optimum(endless ? optimum.value() : sum.valueAt(rounded), rounded);
    }

    private boolean canImprove(double value) {
        if (best == null) {
            return true;
        }
        return wholeSum ? value <= best.value() - 1 + WHOLE : value < best.value() - WHOLE;
    }

    /** The unknown furthest from a whole number, or −1. */
    private static int leastWhole(double[] point) {
        int worst = -1;
        double distance = WHOLE;
        for (int i = 0; i < point.length; i++) {
            double found = Math.abs(point[i] - Math.rint(point[i]));
            if (found > distance) {
                distance = found;
                worst = i;
            }
        }
        return worst;
    }
}
