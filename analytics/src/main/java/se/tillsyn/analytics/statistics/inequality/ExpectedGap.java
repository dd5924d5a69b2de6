package se.tillsyn.analytics.statistics.inequality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * Gap between the highest and the lowest rate that chance alone would make.
 *
 * <p>Expectation of max − min when every unit has the common rate p̄: {@code ∫₀¹ (1 − Π F_j(t) − Π (1 − F_j(t))) dt} with F_j the
 * distribution function of x_j/n_j, x_j binomial (n_j, p̄). Exact up to binomial tails below 1e-16. Unit: proportion, 0 to 1.
 * Units without cases are left out; 0 for one unit or when no or every case is deficient. Assumes independent cases: files
 * drawn within boards make a wider gap. Own derivation; checked against simulation.
 */
public final class ExpectedGap {

    private static final double TAIL = 1e-16;

    private ExpectedGap() {}

    /** A step of one unit's distribution function, in logarithms; negative infinity is probability 0. */
    private record Step(double rate, double logBelow, double logBelowBefore, double logAbove, double logAboveBefore) {}

    /** Expected gap of units with these numbers of cases. */
    public static double of(List<Proportion> units) {
        List<Proportion> used = Pooled.withCases(units);
        double pooled = Pooled.rate(used);
        if (used.size() < 2 || pooled == 0 || pooled == 1) {
            return 0;
        }
        List<Step> steps = new ArrayList<>();
        for (Proportion unit : used) {
            addSteps(steps, unit.cases(), pooled);
        }
        steps.sort(Comparator.comparingDouble(Step::rate));
        Product below = new Product(used.size(), 0);
        Product above = new Product(0, 0);
        double integral = 0;
        double at = 0;
        for (Step step : steps) {
            integral += (step.rate() - at) * (1 - below.value() - above.value());
            at = step.rate();
            below.replace(step.logBelowBefore(), step.logBelow());
            above.replace(step.logAboveBefore(), step.logAbove());
        }
        return Math.max(0, integral);
    }

    private static void addSteps(List<Step> steps, long cases, double pooled) {
        int n = Math.toIntExact(cases);
        BinomialDistribution binomial = BinomialDistribution.of(n, pooled);
        int first = binomial.inverseCumulativeProbability(TAIL);
        int last = binomial.inverseSurvivalProbability(TAIL);
        double below = Double.NEGATIVE_INFINITY;
        double above = 0;
        for (int x = first; x <= last; x++) {
            double nextBelow = x == last ? 0 : Math.log(binomial.cumulativeProbability(x));
            double nextAbove = x == last ? Double.NEGATIVE_INFINITY : Math.log(binomial.survivalProbability(x));
            steps.add(new Step((double) x / n, nextBelow, below, nextAbove, above));
            below = nextBelow;
            above = nextAbove;
        }
    }

    /** Product of probabilities that change one at a time: how many are 0, and the sum of the logarithms of the others. */
    private static final class Product {

        private int zeros;
        private double logs;

        private Product(int zeros, double logs) {
            this.zeros = zeros;
            this.logs = logs;
        }

        private void replace(double before, double after) {
            zeros += (after == Double.NEGATIVE_INFINITY ? 1 : 0) - (before == Double.NEGATIVE_INFINITY ? 1 : 0);
            logs += (after == Double.NEGATIVE_INFINITY ? 0 : after) - (before == Double.NEGATIVE_INFINITY ? 0 : before);
        }

        private double value() {
            return zeros > 0 ? 0 : Math.exp(Math.min(0, logs));
        }
    }
}
