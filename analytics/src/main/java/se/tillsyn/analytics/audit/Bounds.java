package se.tillsyn.analytics.audit;

/**
 * Between which values an unknown count, or a sum of counts, must lie.
 *
 * @param min smallest value that fits everything released; negative infinity when there is none
 * @param max largest such value, at least {@code min}; infinity when there is none
 */
public record Bounds(double min, double max) {

    /** Two bounds closer than this are the same: the accuracy of the linear programmes. */
    static final double SAME = 1e-6;

    public Bounds {
        if (!(min <= max)) {
            throw new IllegalArgumentException("bounds: expected min <= max");
        }
    }

    /** Whether the bounds leave one value. */
    public boolean isExact() {
        return width() < SAME;
    }

    /** Distance of the bounds, 0 or more. */
    public double width() {
        return max - min;
    }

    Bounds plus(Bounds other) {
        return new Bounds(min + other.min, max + other.max);
    }
}
