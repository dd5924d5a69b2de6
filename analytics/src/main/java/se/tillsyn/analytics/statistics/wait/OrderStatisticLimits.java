package se.tillsyn.analytics.statistics.wait;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import se.tillsyn.analytics.statistics.RateInterval;

/**
 * Confidence limits of a quantile as ranks in the ordered sample, whatever the distribution.
 *
 * <p>With B the binomial distribution function of n and p, and {@code α = 1 − confidence}: the lower limit is the value of
 * rank {@code l}, the largest with {@code B(l − 1) ≤ α/2}; the upper limit the value of rank {@code u}, the smallest with
 * {@code B(u − 1) ≥ 1 − α/2}. The true quantile is covered with at least the confidence asked for, exactly {@code B(u − 1)
 * − B(l − 1)} for a continuous distribution.
 *
 * <p>Unit: ranks, 1 to n. When no such order statistic exists the limit is open: a median needs 6 values for both limits
 * at 95 %, a ninetieth percentile 36. Ties make the limits safer. Both are open at n = 0.
 *
 * <p>Assumes independent values. Source: W. J. Conover (1999), Practical Nonparametric Statistics, 3rd edition, section
 * 3.2. Checked against base R (quantile_ci_ranks.csv).
 *
 * @param lowerRank l, 1 to n; empty when open
 * @param upperRank u, 1 to n; empty when open
 * @param coverage actual confidence; empty when a limit is open
 */
public record OrderStatisticLimits(OptionalInt lowerRank, OptionalInt upperRank, OptionalDouble coverage) {

    /** A probability that misses its bound by rounding error alone has met it. */
    private static final double ROUNDING = 1e-13;

    /**
     * The ranks.
     *
     * @param n values, 0 or more
     * @param p probability of the quantile, between 0 and 1
     * @param confidence two-sided level, between 0 and 1
     */
    public static OrderStatisticLimits of(int n, double p, double confidence) {
        if (n < 0 || !(p > 0) || !(p < 1)) {
            throw new IllegalArgumentException("expected n of 0 or more and p between 0 and 1");
        }
        double tail = RateInterval.tail(confidence);
        if (n == 0) {
            return new OrderStatisticLimits(OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty());
        }
        BinomialDistribution below = BinomialDistribution.of(n, p);
        int lower = lower(below, n, tail * (1 + ROUNDING));
        int upper = upper(below, n, tail * (1 + ROUNDING));
        OptionalDouble coverage = lower < 1 || upper > n
                ? OptionalDouble.empty()
                : OptionalDouble.of(below.cumulativeProbability(upper - 1) - below.cumulativeProbability(lower - 1));
        return new OrderStatisticLimits(
                lower < 1 ? OptionalInt.empty() : OptionalInt.of(lower),
                upper > n ? OptionalInt.empty() : OptionalInt.of(upper),
                coverage);
    }

    private static int lower(BinomialDistribution below, int n, double tail) {
        int rank = Math.min(n, below.inverseCumulativeProbability(tail) + 1);
        while (rank >= 1 && below.cumulativeProbability(rank - 1) > tail) {
            rank--;
        }
        return rank;
    }

    private static int upper(BinomialDistribution below, int n, double tail) {
        int rank = Math.max(1, below.inverseSurvivalProbability(tail) - 1);
        while (rank <= n && below.survivalProbability(rank - 1) > tail) {
            rank++;
        }
        return rank;
    }
}
