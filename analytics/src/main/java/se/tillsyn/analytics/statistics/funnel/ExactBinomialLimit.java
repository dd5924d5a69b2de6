package se.tillsyn.analytics.statistics.funnel;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A control limit from the binomial distribution, interpolated so that it changes smoothly with n.
 *
 * <p>With {@code r} the smallest count that has {@code F(r) ≥ q} and {@code α = (F(r) − q)/f(r)}, the limit is {@code (r −
 * α)/n}. Unit: proportion; below 0 when {@code r = 0}, hence {@link #clipped}. Source and checks: {@link FunnelLimits}.
 *
 * @param count r, 0 to n
 * @param alpha α, 0 to 1
 * @param limit {@code (r − α)/n}
 */
public record ExactBinomialLimit(int count, double alpha, double limit) {

    /** F that misses q by rounding error alone has reached it. */
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    /**
     * The limit.
     *
     * @param p0 reference, 0 to 1
     * @param n cases, 1 or more
     * @param probability q, between 0 and 1: 0.025 for the lower limit at 95 %, 0.975 for the upper
     */
    public static ExactBinomialLimit of(double p0, int n, double probability) {
        FunnelLimits.check(p0, n);
        if (!(probability > 0) || !(probability < 1)) {
            throw new IllegalArgumentException("probability: expected a number between 0 and 1");
        }
        BinomialDistribution counts = BinomialDistribution.of(n, p0);
        double reached = probability * (1 - ROUNDING);
        int count = counts.inverseCumulativeProbability(probability);
        while (count > 0 && counts.cumulativeProbability(count - 1) >= reached) {
            count--;
        }
        while (count < n && counts.cumulativeProbability(count) < reached) {
            count++;
        }
        double excess = Math.max(0, counts.cumulativeProbability(count) - probability);
        double alpha = Math.min(1, excess / counts.probability(count));
        return new ExactBinomialLimit(count, alpha, (count - alpha) / n);
    }

    /** The limit, 0 to 1. */
    public double clipped() {
        return Math.max(0, Math.min(1, limit));
    }
}
