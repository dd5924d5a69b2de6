package se.tillsyn.analytics.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Confidence limits of a proportion.
 *
 * <p>Wilson score interval, the published one: {@code (2x + z² ∓ z √(z² + 4x(1 − p))) / (2(n + z²))} with {@code p =
 * x/n} and {@code z} the normal quantile of {@code 1 − (1 − confidence)/2}. The others are for comparison with other
 * agencies: Clopper–Pearson from the quantiles of {@code Beta(x, n − x + 1)} and {@code Beta(x + 1, n − x)}, Jeffreys
 * from those of {@code Beta(x + ½, n − x + ½)}, Agresti–Coull {@code p̃ ∓ z √(p̃(1 − p̃)/ñ)} with {@code ñ = n + z²} and
 * {@code p̃ = (x + z²/2)/ñ}.
 *
 * <p>Unit: proportion, 0 to 1; only Agresti–Coull can pass these ends and is not cut there. At {@code x = 0} the lower
 * limit is exactly 0, at {@code x = n} the upper limit exactly 1 (Wilson, Clopper–Pearson, Jeffreys). There is no
 * interval at {@code n = 0}. Counts may be fractional (effective numbers, weighted numerators).
 *
 * <p>Assumes independent cases; for files drawn within operations see {@link ClusteredRate}, for units drawn at random
 * from a known number {@link #wilsonOfDrawn}. For a census the limits describe the process that made the cases, not the
 * cases themselves.
 *
 * <p>Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the
 * American Statistical Association 22, 209–212, doi:10.1080/01621459.1927.10502953; L. D. Brown, T. T. Cai, A. DasGupta
 * (2001), Interval estimation for a binomial proportion, Statistical Science 16, 101–133, doi:10.1214/ss/1009213286.
 * Checked against PHEindicatormethods and base R (proportion_ci.csv).
 */
public final class RateInterval {

    /** Confidence of the published limits. */
    public static final double PUBLISHED_CONFIDENCE = 0.95;

    /** Confidence of the wider limits, those of a control chart. */
    public static final double WIDER_CONFIDENCE = 0.998;

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
        checkCounts(x, n);
        double z = quantile(confidence);
        double zz = z * z;
        double p = x / n;
        double spread = z * Math.sqrt(zz + 4 * x * (1 - p));
        double divisor = 2 * (n + zz);
        double lower = x == 0 ? 0 : Math.max(0, (2 * x + zz - spread) / divisor);
        double upper = x == n ? 1 : Math.min(1, (2 * x + zz + spread) / divisor);
        return new Interval(lower, upper);
    }

    /**
     * Wilson interval when the {@code drawn} units were drawn at random, without putting back, from {@code all} units:
     * the rate counts as one from {@link #effectiveDraws} independent units. When all were drawn nothing is uncertain
     * and both limits equal the rate.
     *
     * @param x units with the property, 0 to {@code drawn}
     * @param drawn units drawn, 1 to {@code all}
     * @param all units there are
     * @param confidence two-sided level, between 0 and 1
     */
    public static Interval wilsonOfDrawn(long x, long drawn, long all, double confidence) {
        checkCounts((double) x, (double) drawn);
        double p = (double) x / drawn;
        double effective = effectiveDraws(drawn, all);
        if (Double.isInfinite(effective)) {
            quantile(confidence);
            return new Interval(p, p);
        }
        return wilson(x == drawn ? effective : p * effective, effective, confidence);
    }

    /**
     * Number of independent units that tell as much as {@code drawn} of {@code all}: {@code n(N − 1)/(N − n)}, infinite
     * when all were drawn (W. G. Cochran, 1977, Sampling Techniques, 3rd edition, section 2.6).
     */
    public static double effectiveDraws(long drawn, long all) {
        if (drawn < 1 || drawn > all) {
            throw new IllegalArgumentException("expected 1 <= drawn <= all");
        }
        return drawn == all ? Double.POSITIVE_INFINITY : drawn * (all - 1.0) / (all - drawn);
    }

    /** Clopper–Pearson interval: never covers less often than {@code confidence}; arguments as {@link #wilson}. */
    public static Interval clopperPearson(double x, double n, double confidence) {
        checkCounts(x, n);
        double tail = tail(confidence);
        double lower = x == 0 ? 0 : TailQuantile.lower(BetaDistribution.of(x, n - x + 1), tail);
        double upper = x == n ? 1 : TailQuantile.upper(BetaDistribution.of(x + 1, n - x), tail);
        return new Interval(lower, upper);
    }

    /** Jeffreys interval; arguments as {@link #wilson}. */
    public static Interval jeffreys(double x, double n, double confidence) {
        checkCounts(x, n);
        double tail = tail(confidence);
        BetaDistribution beta = BetaDistribution.of(x + 0.5, n - x + 0.5);
        return new Interval(x == 0 ? 0 : TailQuantile.lower(beta, tail), x == n ? 1 : TailQuantile.upper(beta, tail));
    }

    /** Agresti–Coull interval, not cut at 0 and 1; arguments as {@link #wilson}. */
    public static Interval agrestiCoull(double x, double n, double confidence) {
        checkCounts(x, n);
        double z = quantile(confidence);
        double cases = n + z * z;
        double p = (x + z * z / 2) / cases;
        double spread = z * Math.sqrt(p * (1 - p) / cases);
        return new Interval(p - spread, p + spread);
    }

    /**
     * Normal quantile of a two-sided confidence level: 0.95 gives 1.959964.
     *
     * @param confidence between 0 and 1
     */
    public static double quantile(double confidence) {
        return NORMAL.inverseSurvivalProbability(tail(confidence));
    }

    /**
     * Probability outside the limits on one side: 0.95 gives 0.025.
     *
     * @param confidence between 0 and 1
     */
    public static double tail(double confidence) {
        if (!(confidence > 0) || !(confidence < 1)) {
            throw new IllegalArgumentException("confidence: expected a number between 0 and 1");
        }
        return (1 - confidence) / 2;
    }

    private static void checkCounts(double x, double n) {
        if (!(n > 0) || !(x >= 0) || !(x <= n) || Double.isInfinite(n)) {
            throw new IllegalArgumentException("expected 0 <= x <= n and n > 0");
        }
    }
}
