package se.tillsyn.analytics.statistics;

import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * Quantiles of a distribution on the positive numbers by the probability outside them, exact to about 1e-14 of
 * themselves.
 *
 * <p>The library's own search may stop at an absolute accuracy of 1e-9, which is no accuracy for a limit near 0; a few
 * Newton steps from there mend it. Unit: that of the distribution. Deterministic.
 */
public final class TailQuantile {

    private static final int MOST_STEPS = 20;

    private TailQuantile() {}

    /**
     * The value with probability {@code tail} below it.
     *
     * @param tail between 0 and 1
     */
    public static double lower(ContinuousDistribution distribution, double tail) {
        double value = distribution.inverseCumulativeProbability(tail);
        for (int step = 0; step < MOST_STEPS; step++) {
            double move = (distribution.cumulativeProbability(value) - tail) / distribution.density(value);
            if (!usable(value, value - move)) {
                return value;
            }
            value -= move;
        }
        return value;
    }

    /**
     * The value with probability {@code tail} above it.
     *
     * @param tail between 0 and 1
     */
    public static double upper(ContinuousDistribution distribution, double tail) {
        double value = distribution.inverseSurvivalProbability(tail);
        for (int step = 0; step < MOST_STEPS; step++) {
            double move = (tail - distribution.survivalProbability(value)) / distribution.density(value);
            if (!usable(value, value - move)) {
                return value;
            }
            value -= move;
        }
        return value;
    }

    /** A step is taken while it still changes the value and does not leave its neighbourhood. */
    private static boolean usable(double value, double next) {
        return next > value / 2 && next < value * 2 && Math.abs(next - value) > 1e-15 * value;
    }
}
