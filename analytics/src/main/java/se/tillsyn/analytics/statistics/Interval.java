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
}
