package se.tillsyn.analytics.statistics.comparison;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Relative risks drawn towards the common one (empirical Bayes by maximum likelihood).
 *
 * <p>Counts y are Poisson with mean {@code E θ}; θ is gamma with mean m and shape α. α and m maximise the likelihood of the negative
 * binomial that follows. Given y, θ is gamma with shape {@code α + y} and mean {@code m (α + y)/(α + E m)}: the estimate. Unit:
 * relative to 1, where E is what the unit would have at the reference rate.
 *
 * <p>Where the counts vary no more than Poisson counts do ({@code Σ (y − E m)² ≤ Σ y} at the Poisson fit), α is infinite: there is no
 * α and every estimate and quantile is m. Nothing when all counts are 0. A unit with E = 0 is left out of the fit; its estimate is
 * m. Assumes independent cases and exchangeable units. Source: D. Clayton and J. Kaldor (1987), Empirical Bayes estimates of
 * age-standardized relative risks for use in disease mapping, Biometrics 43, 671–681, doi:10.2307/2532003. Checked against
 * SpatialEpi (empirical_bayes_units.csv, empirical_bayes_summary.csv).
 *
 * @param alpha shape of θ, above 0; absent when infinite
 * @param mean m, above 0
 */
public record PoissonGamma(OptionalDouble alpha, double mean) {

    private static final double SMALLEST_LOG_ALPHA = Math.log(1e-8);
    private static final double LARGEST_LOG_ALPHA = Math.log(1e8);
    private static final int STEPS = 100;

    /**
     * Fits α and m.
     *
     * @param counts y, 0 or more
     * @param expected E, as many, 0 or more; 0 only where the count is 0
     */
    public static Optional<PoissonGamma> fit(long[] counts, double[] expected) {
        double count = 0;
        double sum = 0;
        if (counts.length != expected.length) {
            throw new IllegalArgumentException(
                    "expected as many counts and expectations, found " + counts.length + " and " + expected.length);
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || !(expected[i] >= 0) || !Double.isFinite(expected[i])) {
                throw new IllegalArgumentException("expected count and expectation of 0 or more, unit " + (i + 1));
            }
            if (expected[i] == 0 && counts[i] > 0) {
                throw new IllegalArgumentException("expected no count where nothing is expected, unit " + (i + 1));
            }
            count += counts[i];
            sum += expected[i];
        }
        if (count == 0) {
            return Optional.empty();
        }
        double poisson = count / sum;
        double beyond = -count;
        for (int i = 0; i < counts.length; i++) {
            double left = counts[i] - expected[i] * poisson;
            beyond += left * left;
        }
        if (beyond <= 0 || score(LARGEST_LOG_ALPHA, counts, expected) >= 0) {
            return Optional.of(new PoissonGamma(OptionalDouble.empty(), poisson));
        }
        double low = SMALLEST_LOG_ALPHA;
        double high = LARGEST_LOG_ALPHA;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (score(middle, counts, expected) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double alpha = Math.exp((low + high) / 2);
        return Optional.of(new PoissonGamma(OptionalDouble.of(alpha), mean(alpha, counts, expected)));
    }

    /** Mean of θ given a unit's count. */
    public double relativeRisk(long count, double expected) {
        if (alpha.isEmpty()) {
            return mean;
        }
        double shape = alpha.getAsDouble();
        return mean * (shape + count) / (shape + expected * mean);
    }

    /**
     * Quantile of θ given a unit's count.
     *
     * @param probability between 0 and 1; one half gives the median
     */
    public double quantile(long count, double expected, double probability) {
        if (!(probability > 0) || !(probability < 1)) {
            throw new IllegalArgumentException("probability: expected a number between 0 and 1");
        }
        if (alpha.isEmpty()) {
            return mean;
        }
        double shape = alpha.getAsDouble();
        return GammaDistribution.of(shape + count, mean / (shape + expected * mean))
                .inverseCumulativeProbability(probability);
    }

    /** Derivative of the log likelihood by α at its best m. */
    private static double score(double logAlpha, long[] counts, double[] expected) {
        double alpha = Math.exp(logAlpha);
        double mean = mean(alpha, counts, expected);
        double score = 0;
        for (int i = 0; i < counts.length; i++) {
            double fitted = expected[i] * mean;
            double harmonic = 0;
            for (long k = 0; k < counts[i]; k++) {
                harmonic += 1 / (alpha + k);
            }
            score += harmonic - Math.log1p(fitted / alpha) + (fitted - counts[i]) / (fitted + alpha);
        }
        return score;
    }

    /**
     * Best m for an α: root of {@code Σ (y − E m)/(α + E m)}, which falls and is convex in m, so that Newton's method from 0 comes
     * up to it without passing.
     */
    private static double mean(double alpha, long[] counts, double[] expected) {
        double mean = 0;
        for (int step = 0; step < STEPS; step++) {
            double value = 0;
            double slope = 0;
            for (int i = 0; i < counts.length; i++) {
                double below = alpha + expected[i] * mean;
                value += (counts[i] - expected[i] * mean) / below;
                slope += expected[i] * (alpha + counts[i]) / (below * below);
            }
            double next = mean + value / slope;
            if (!(next > mean)) {
                return mean;
            }
            mean = next;
        }
        return mean;
    }
}
