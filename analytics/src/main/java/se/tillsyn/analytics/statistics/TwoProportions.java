package se.tillsyn.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Comparison of two proportions {@code p1 = x1/n1} and {@code p2 = x2/n2}.
 *
 * <p>Difference: Newcombe's limits from the two Wilson intervals ({@link RateDifference}). Pooled test: {@code z = (p1 −
 * p2)/√(p(1 − p)(1/n1 + 1/n2))} with {@code p = (x1 + x2)/(n1 + n2)}; the p-value is two-sided and normal. Fisher's
 * exact test: the probability, given all margins, of every table no more probable than the one found. Risk ratio:
 * {@code p1/p2} with Katz's limits {@code exp(ln RR ∓ z √((1 − p1)/x1 + (1 − p2)/x2))}.
 *
 * <p>Units: differences and p-values are proportions, the ratio has none. Both groups need at least one case. When all or
 * none of the cases together are deficient there is no pooled z (Fisher's p is then 1); with a zero numerator there is no
 * risk ratio. Use Fisher's p when an expected count is below 5.
 *
 * <p>Assumes independent cases and two groups that share none. Source: R. A. Fisher (1935), The logic of inductive
 * inference, Journal of the Royal Statistical Society 98, 39–82, doi:10.2307/2342435; D. Katz, J. Baptista, S. P. Azen, M.
 * C. Pike (1978), Obtaining confidence intervals for the risk ratio in cohort studies, Biometrics 34, 469–474,
 * doi:10.2307/2530610. Checked against base R (two_proportion_compare.csv).
 *
 * @param x1 deficient of the first group, 0 to {@code n1}
 * @param n1 assessed of the first group, more than 0
 * @param x2 deficient of the second group, 0 to {@code n2}
 * @param n2 assessed of the second group, more than 0
 */
public record TwoProportions(int x1, int n1, int x2, int n2) {

    /** Least expected count for the normal distribution. */
    public static final int FEWEST_EXPECTED = 5;

    /** Two tables whose probabilities differ by less than this share count as equally probable. */
    private static final double TIE = 1e-7;

    public TwoProportions {
        if (x1 < 0 || x1 > n1 || n1 == 0 || x2 < 0 || x2 > n2 || n2 == 0) {
            throw new IllegalArgumentException("expected 0 <= x <= n and n > 0 in both groups");
        }
        if ((long) n1 + n2 > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("expected fewer than 2^31 cases together");
        }
    }

    /**
     * A ratio with limits.
     *
     * @param ratio more than 0
     * @param limits contain {@code ratio}
     */
    public record RiskRatio(double ratio, Interval limits) {}

    /** First minus second, with Newcombe's limits. */
    public RateDifference difference(double confidence) {
        return RateDifference.newcombe(
                (double) x1 / n1,
                RateInterval.wilson(x1, n1, confidence),
                (double) x2 / n2,
                RateInterval.wilson(x2, n2, confidence));
    }

    /** Pooled z; empty when all or none are deficient. */
    public OptionalDouble pooledZ() {
        double p = ((double) x1 + x2) / (n1 + n2);
        double error = Math.sqrt(p * (1 - p) * (1.0 / n1 + 1.0 / n2));
        return error == 0 ? OptionalDouble.empty() : OptionalDouble.of(((double) x1 / n1 - (double) x2 / n2) / error);
    }

    /**
     * Two-sided p-value of the pooled z of two rates whose numbers of cases are effective ones and need not be whole; empty
     * when both rates are 0 or both 1.
     *
     * @param rate1 first rate, 0 to 1
     * @param cases1 cases that carry it, more than 0
     * @param rate2 second rate, 0 to 1
     * @param cases2 cases that carry it, more than 0
     */
    public static OptionalDouble pooledP(double rate1, double cases1, double rate2, double cases2) {
        if (!(cases1 > 0) || !(cases2 > 0)) {
            throw new IllegalArgumentException("expected cases in both groups");
        }
        double p = (rate1 * cases1 + rate2 * cases2) / (cases1 + cases2);
        double error = Math.sqrt(p * (1 - p) * (1 / cases1 + 1 / cases2));
        return error == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(rate1 - rate2) / error));
    }

    /** Least of the four counts expected if both groups had the same rate. */
    public double leastExpected() {
        double deficient = (double) x1 + x2;
        double all = (double) n1 + n2;
        return Math.min(n1, n2) * Math.min(deficient, all - deficient) / all;
    }

    /** Two-sided p-value of {@link #pooledZ}; empty with it. */
    public OptionalDouble pooledP() {
        OptionalDouble z = pooledZ();
        return z.isEmpty()
                ? z
                : OptionalDouble.of(2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z.getAsDouble())));
    }

    /** Fisher's exact two-sided p-value, more than 0 and at most 1. */
    public double fisherP() {
        HypergeometricDistribution tables = HypergeometricDistribution.of(n1 + n2, x1 + x2, n1);
        double least = tables.probability(x1) * (1 + TIE);
        double sum = 0;
        for (int k = tables.getSupportLowerBound(); k <= tables.getSupportUpperBound(); k++) {
            double probability = tables.probability(k);
            if (probability <= least) {
                sum += probability;
            }
        }
        return Math.min(1, sum);
    }

    /** Risk ratio, first to second; empty when a numerator is 0. */
    public Optional<RiskRatio> riskRatio(double confidence) {
        double z = RateInterval.quantile(confidence);
        if (x1 == 0 || x2 == 0) {
            return Optional.empty();
        }
        double ratio = (double) x1 / n1 / ((double) x2 / n2);
        double spread = Math.exp(z * Math.sqrt(1.0 / x1 - 1.0 / n1 + 1.0 / x2 - 1.0 / n2));
        return Optional.of(new RiskRatio(ratio, new Interval(ratio / spread, ratio * spread)));
    }
}
