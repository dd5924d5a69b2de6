package se.tillsyn.analytics.statistics;

/**
 * A two-sided interval.
 *
 * @param lower lower limit, a number
 * @param upper upper limit, at least {@code lower}
 */
public record Interval(double lower, double upper) {

    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("expected lower <= upper");
        }
    }

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /**
     * The interval in another unit.
     *
     * @param factor more than 0, such as 1 / denominator or 100
     */
    public Interval times(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("factor: expected more than 0");
        }
        return new Interval(lower * factor, upper * factor);
    }
}
