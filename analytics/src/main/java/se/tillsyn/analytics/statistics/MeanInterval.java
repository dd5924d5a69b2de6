package se.tillsyn.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Mean of a sample with limits from Student's t distribution.
 *
 * <p>Estimates {@code m = Σ y_i / n}; limits {@code m ∓ t(1 − α/2; n − 1) s/√n} with {@code s² = Σ (y_i − m)²/(n − 1)}.
 * Unit: that of the values. No mean of no value; with one value there is neither a standard deviation nor an interval;
 * when all values are equal both limits equal the mean.
 *
 * <p>Assumes independent values whose mean is near normal: not for waiting times, which are published as quantiles.
 * Source: Student (1908), The probable error of a mean, Biometrika 6, 1–25, doi:10.1093/biomet/6.1.1. Checked against
 * PHEindicatormethods (mean_ci_expected.csv).
 *
 * @param count n, 1 or more
 * @param mean m
 * @param standardDeviation s, 0 or more; empty with one value
 */
public record MeanInterval(int count, double mean, OptionalDouble standardDeviation) {

    /**
     * Mean of values; their order is that of summation.
     *
     * @param values at least one, all numbers
     */
    public static MeanInterval of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values: expected at least one");
        }
        double sum = 0;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("values: expected numbers only");
            }
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new MeanInterval(
                values.length,
                mean,
                values.length == 1
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.sqrt(squares / (values.length - 1))));
    }

    /**
     * Limits of the mean; empty with one value.
     *
     * @param confidence two-sided level, between 0 and 1
     */
    public Optional<Interval> limits(double confidence) {
        double tail = RateInterval.tail(confidence);
        if (standardDeviation.isEmpty()) {
            return Optional.empty();
        }
        double t = TDistribution.of(count - 1.0).inverseSurvivalProbability(tail);
        double spread = t * standardDeviation.getAsDouble() / Math.sqrt(count);
        return Optional.of(new Interval(mean - spread, mean + spread));
    }
}
