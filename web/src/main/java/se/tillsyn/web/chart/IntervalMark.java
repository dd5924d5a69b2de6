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

    /** The mark as markup; it repeats what the numbers beside it say, so that readers who hear the page are spared it. */
    public String svg() {
        String referenceLine = reference == null ? "" : line("mark-reference", reference, reference, 1, 19);
        return "<svg class=\"mark-line\" aria-hidden=\"true\" focusable=\"false\" height=\"20\">"
                + "<line class=\"mark-base\" x1=\"0\" x2=\"100%\" y1=\"10\" y2=\"10\"/>"
                + referenceLine
                + line("mark-interval", from, to, 10, 10)
                + "<circle class=\"mark-dot\" cx=\"" + dot + "\" cy=\"10\" r=\"4.5\"/></svg>";
    }

    private static String line(String style, String x1, String x2, int y1, int y2) {
        return "<line class=\"" + style + "\" x1=\"" + x1 + "\" x2=\"" + x2 + "\" y1=\"" + y1 + "\" y2=\"" + y2
                + "\"/>";
    }

    /** Width of a bar that shows a share, 0 to 1, of a cell. */
    public static String width(double share) {
        return Place.percentOf(share, 1);
    }
}
