package se.tillsyn.analytics.statistics.inequality;

import org.apache.commons.statistics.distribution.NormalDistribution;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;

/**
 * A measure with its standard error and the limits at the published confidence that follow from the normal distribution.
 *
 * @param value the measure
 * @param standardError same unit; for a measure with limits on the log scale, of its logarithm
 * @param limits contain {@code value}
 */
public record Estimate(double value, double standardError, Interval limits) {

    private static final double Z =
            NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - RateInterval.PUBLISHED_CONFIDENCE) / 2);

    /** Limits {@code value ∓ z·se}. */
    static Estimate normal(double value, double standardError) {
        return new Estimate(value, standardError, new Interval(value - Z * standardError, value + Z * standardError));
    }

    /** Limits {@code value·exp(∓ z·se)} for a positive value. */
    static Estimate logNormal(double value, double standardErrorOfLog) {
        double factor = Math.exp(Z * standardErrorOfLog);
        return new Estimate(value, standardErrorOfLog, new Interval(value / factor, value * factor));
    }

    /** The same measure in another unit, as per thousand of it. */
    public Estimate times(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("expected a factor above 0");
        }
        return new Estimate(
                value * factor, standardError * factor, new Interval(limits.lower() * factor, limits.upper() * factor));
    }
}
