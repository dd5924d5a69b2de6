package se.tillsyn.analytics.statistics.wait;

import java.util.OptionalDouble;

/**
 * A quantile of waiting times in days, with limits either of which can be open.
 *
 * @param p probability, between 0 and 1: 0.5 for the median
 * @param days the quantile, 0 or more; empty when the data do not reach it
 * @param lower lower limit; empty when open
 * @param upper upper limit; empty when open: the quantile is "at least" the lower limit
 */
public record WaitQuantile(double p, OptionalDouble days, OptionalDouble lower, OptionalDouble upper) {

    public WaitQuantile {
        if (!(p > 0) || !(p < 1)) {
            throw new IllegalArgumentException("p: expected a number between 0 and 1");
        }
        if (lower.isPresent() && upper.isPresent() && lower.getAsDouble() > upper.getAsDouble()) {
            throw new IllegalArgumentException("expected lower <= upper");
        }
    }

    /** Whether all that can be said is that the quantile is at least {@link #lower}. */
    public boolean isAtLeast() {
        return lower.isPresent() && upper.isEmpty();
    }
}
