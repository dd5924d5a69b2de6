package se.tillsyn.analytics.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Confidence limits of a proportion.
 *
 * <p>Wilson score interval: {@code (2x + z² ∓ z √(z² + 4x(1 − p))) / (2(n + z²))} with {@code p = x/n} and {@code z} the
 * normal quantile of {@code 1 − (1 − confidence)/2}. Unit: proportion, 0 to 1. At {@code x = 0} the lower limit is
 * exactly 0, at {@code x = n} the upper limit exactly 1. There is no interval at {@code n = 0}. Counts may be fractional
 * (effective numbers, weighted numerators).
 *
 * <p>Assumes independent cases; for files drawn within operations see {@link ClusteredRate}. For a census the limits
 * describe the process that made the cases, not the cases themselves.
 *
 * <p>Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the
 * American Statistical Association 22, 209–212, doi:10.1080/01621459.1927.10502953. Checked against PHEindicatormethods
 * and base R (proportion_ci.csv).
 */
public final class RateInterval {

    /** Confidence of the published limits. */
    public static final double PUBLISHED_CONFIDENCE = 0.95;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private RateInterval() {}

    /**
     * Wilson score interval of {@code x / n}.
     *
     * @param x deficient, 0 to {@code n}
     * @param n assessed, more than 0
     * @param confidence two-sided level, between 0 and 1
     * @throws IllegalArgumentException when an argument is outside its range or not a number
     */
    public static Interval wilson(double x, double n, double confidence) {
        if (!(n > 0) || !(x >= 0) || !(x <= n) || Double.isInfinite(n)) {
            throw new IllegalArgumentException("expected 0 <= x <= n and n > 0");
        }
        double z = quantile(confidence);
        double zz = z * z;
        double p = x / n;
        double spread = z * Math.sqrt(zz + 4 * x * (1 - p));
        double divisor = 2 * (n + zz);
        double lower = x == 0 ? 0 : Math.max(0, (2 * x + zz - spread) / divisor);
        double upper = x == n ? 1 : Math.min(1, (2 * x + zz + spread) / divisor);
        return new Interval(lower, upper);
    }

    /** Normal quantile of a two-sided confidence level: 0.95 gives 1.959964. */
    static double quantile(double confidence) {
        if (!(confidence > 0) || !(confidence < 1)) {
            throw new IllegalArgumentException("confidence: expected a number between 0 and 1");
        }
        return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
    }
}
