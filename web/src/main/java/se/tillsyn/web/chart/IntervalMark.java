package se.tillsyn.web.chart;

import org.jspecify.annotations.Nullable;
import se.tillsyn.web.release.Observation;

/**
 * A dot on its interval, for a table cell; positions in percent of the cell's width. Without a number there is no mark.
 *
 * @param from where the interval starts
 * @param to where it ends
 * @param dot where the rate is
 * @param reference where the nation's rate is; {@code null} when it has none
 */
public record IntervalMark(
        String from, String to, String dot, @Nullable String reference) {

    /** The mark, or {@code null} for an observation without a number. */
    public static @Nullable IntervalMark of(Observation observation, Observation reference, ValueAxis axis) {
        if (!observation.hasNumber()) {
            return null;
        }
        return new IntervalMark(
                Place.percentOf(axis.part(observation.lower()), 1),
                Place.percentOf(axis.part(observation.upper()), 1),
                Place.percentOf(axis.part(observation.rate()), 1),
                reference.hasNumber() ? Place.percentOf(axis.part(reference.rate()), 1) : null);
    }

    /** Width of a bar that shows a share, 0 to 1, of a cell. */
    public static String width(double share) {
        return Place.percentOf(share, 1);
    }
}
