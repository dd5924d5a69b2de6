package se.tillsyn.analytics.statistics.trend;

import java.util.OptionalDouble;

/** Mean of the absolute differences between neighbours of a series. */
final class MovingRange {

    /** Upper limit of a moving range of two in units of their mean, D4 = 1 + 3 d3/d2. */
    private static final double UPPER_LIMIT = 3.267;

    private MovingRange() {}

    /**
     * Mean moving range; none for fewer than two values, or when screening leaves no range, as for a constant series, whose
     * ranges of 0 are not below 3.267 times their mean.
     */
    static OptionalDouble mean(double[] values, Screening screening) {
        OptionalDouble all = meanBelow(values, Double.POSITIVE_INFINITY);
        return switch (screening) {
            case UNSCREENED -> all;
            case SCREENED -> all.isEmpty() ? all : meanBelow(values, UPPER_LIMIT * all.getAsDouble());
        };
    }

    private static OptionalDouble meanBelow(double[] values, double limit) {
        double sum = 0;
        int number = 0;
        for (int i = 1; i < values.length; i++) {
            double range = Math.abs(values[i] - values[i - 1]);
            if (range < limit) {
                sum += range;
                number++;
            }
        }
        return number == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / number);
    }
}
