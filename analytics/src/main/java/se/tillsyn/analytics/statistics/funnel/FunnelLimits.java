package se.tillsyn.analytics.statistics.funnel;

import org.apache.commons.statistics.distribution.NormalDistribution;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;

/**
 * Control limits of a proportion around a reference {@code p0} at {@code n} cases.
 *
 * <p>Score limits: the proportions whose Wilson limit meets the reference, {@code p0 ∓ z √(p0(1 − p0)/n)}, cut at 0 and 1.
 * Exact limits: binomial with interpolation ({@link ExactBinomialLimit}), cut likewise. With extra variance between
 * units, {@code τ²} on the angle's scale ({@link Overdispersion}): {@code sin²(arcsin √p0 ∓ z √(1/(4n) + τ²))}, the angle
 * kept between 0 and π/2. {@link #of} takes the exact limits where fewer than {@value #FEWEST_CASES} cases, or fewer than
 * {@value #FEWEST_EXPECTED} deficient or not deficient ones, are expected.
 *
 * <p>Unit: proportion, 0 to 1. No limits at n = 0. At {@code p0} of 0 or 1 the score limits both equal it. Score and
 * adjusted limits contain {@code p0} and narrow as n grows; the exact ones need not contain it for one or two cases, where
 * the interpolation reaches below the first step.
 *
 * <p>Assumes independent cases and a reference without error. Source: D. J. Spiegelhalter (2005), Funnel plots for
 * comparing institutional performance, Statistics in Medicine 24, 1185–1202, doi:10.1002/sim.1970. Checked against
 * PHEindicatormethods (funnel_proportion_limits.csv), base R (funnel_binomial_exact.csv) and FunnelPlotR
 * (funnel_overdispersion_units.csv).
 */
public final class FunnelLimits {

    /** Fewest cases for the score limits. */
    public static final int FEWEST_CASES = 30;

    /** Fewest expected cases of either kind for the score limits. */
    public static final int FEWEST_EXPECTED = 5;

    private FunnelLimits() {}

    /**
     * Score limits, or exact ones at small numbers.
     *
     * @param p0 reference, 0 to 1
     * @param n cases, 1 or more
     * @param confidence two-sided level, between 0 and 1: 0.95 and 0.998 are drawn
     */
    public static Interval of(double p0, int n, double confidence) {
        boolean few = n < FEWEST_CASES || n * Math.min(p0, 1 - p0) < FEWEST_EXPECTED;
        return few ? exact(p0, n, confidence) : score(p0, n, confidence);
    }

    /**
     * What decides whether a unit is outside: the first counts beyond which no more than the tail's share of the binomial lies, at
     * any number of cases. Interpolation makes a smooth curve but reaches inside these counts, so that it flags more units than
     * the level says: of units of one case one in three at {@code p0} = 1/3. Score limits flag up to five in a thousand instead of
     * two where {@code p0} is near 0 or 1, and more than two at most sizes from 30 to 1,000. Arguments as {@link #of}.
     */
    public static Interval deciding(double p0, int n, double confidence) {
        double tail = RateInterval.tail(confidence);
        return new Interval(
                (double) ExactBinomialLimit.of(p0, n, tail).count() / n,
                (double) ExactBinomialLimit.of(p0, n, 1 - tail).count() / n);
    }

    /** Score limits; arguments as {@link #of}, the number of cases may be fractional. */
    public static Interval score(double p0, double n, double confidence) {
        check(p0, n);
        double spread = RateInterval.quantile(confidence) * Math.sqrt(p0 * (1 - p0) / n);
        return new Interval(Math.max(0, p0 - spread), Math.min(1, p0 + spread));
    }

    /** Exact limits with interpolation; arguments as {@link #of}. */
    public static Interval exact(double p0, int n, double confidence) {
        double tail = RateInterval.tail(confidence);
        return new Interval(
                ExactBinomialLimit.of(p0, n, tail).clipped(),
                ExactBinomialLimit.of(p0, n, 1 - tail).clipped());
    }

    /**
     * Limits that allow for units differing by more than chance; arguments as {@link #of}.
     *
     * @param tau2 variance between units on the angle's scale, 0 or more
     */
    public static Interval adjusted(double p0, double n, double tau2, double confidence) {
        check(p0, n);
        if (!(tau2 >= 0)) {
            throw new IllegalArgumentException("tau2: expected 0 or more");
        }
        IndicatorScale scale = IndicatorScale.PROPORTION;
        double spread = RateInterval.quantile(confidence) * Math.sqrt(0.25 / n + tau2);
        double centre = scale.reference(p0);
        return new Interval(scale.back(centre - spread), scale.back(centre + spread));
    }

    /**
     * One limit by the normal approximation, {@code p0 + z √(p0(1 − p0)/n)} with {@code z} the quantile of {@code
     * probability}; not cut at 0 and 1. For comparison only.
     *
     * @param probability of a figure below the limit, between 0 and 1
     */
    public static double normal(double p0, double n, double probability) {
        check(p0, n);
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(probability);
        return p0 + z * Math.sqrt(p0 * (1 - p0) / n);
    }

    static void check(double p0, double n) {
        if (!(p0 >= 0) || !(p0 <= 1)) {
            throw new IllegalArgumentException("p0: expected 0 to 1");
        }
        if (!(n > 0) || Double.isInfinite(n)) {
            throw new IllegalArgumentException("n: expected more than 0");
        }
    }
}
