package se.tillsyn.analytics.statistics.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.statistics.Interval;

/**
 * Control chart of single values: mean, limits and the special cause of each point.
 *
 * <p>Limits {@code mean ∓ 2.66 · mean moving range}, in the unit of the values; they may fall below 0. Points beyond two
 * thirds of the limit, {@code mean ∓ 2.66 · 2/3 · mean moving range}, count as close. {@link Screening} leaves out large
 * moving ranges once. There are no limits for a single value, nor for a constant series when screened (no range is left);
 * unscreened, a constant series has both limits at its mean and no special cause. Values equal to the mean are on neither
 * side.
 *
 * <p>Assumes one value a period, in time order, from a process that may be stable; needs some twelve values to mean much.
 * Source: D. J. Wheeler and D. S. Chambers (1992), Understanding Statistical Process Control, 2nd edition; L. S. Nelson
 * (1982), Control charts for individual measurements, Journal of Quality Technology 14, 172–173,
 * doi:10.1080/00224065.1982.11978811. Checked against NHSRplotthedots (spc_xmr_points.csv).
 *
 * @param mean centre
 * @param limits absent when no moving range is left
 * @param points one for each value, in order
 */
public record XmrChart(double mean, @Nullable Interval limits, List<Point> points) {

    /** Three standard deviations in mean moving ranges, 3/1.128. */
    private static final double LIMIT = 2.66;

    private static final double CLOSE = LIMIT * 2 / 3;

    public XmrChart {
        points = List.copyOf(points);
    }

    /**
     * One value.
     *
     * @param value as given
     * @param side 1 above the mean, −1 below, 0 on it
     * @param outside beyond a limit
     * @param close beyond two thirds of a limit and not outside
     * @param cause the first rule it meets
     */
    public record Point(double value, int side, boolean outside, boolean close, SpecialCause cause) {}

    /**
     * Draws the chart.
     *
     * @param values at least one, all numbers, in time order
     * @throws IllegalArgumentException when there is none or one is not a number
     */
    public static XmrChart of(double[] values, Screening screening) {
        double mean = mean(values);
        OptionalDouble range = MovingRange.mean(values, screening);
        double far = LIMIT * range.orElse(Double.POSITIVE_INFINITY);
        double near = CLOSE * range.orElse(Double.POSITIVE_INFINITY);
        int[] sides = new int[values.length];
        boolean[] outside = new boolean[values.length];
        boolean[] close = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            sides[i] = values[i] > mean ? 1 : values[i] < mean ? -1 : 0;
            outside[i] = values[i] > mean + far || values[i] < mean - far;
            close[i] = !outside[i] && (values[i] > mean + near || values[i] < mean - near);
        }
        List<SpecialCause> causes = NhsRules.causes(values, sides, outside, close);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Point(values[i], sides[i], outside[i], close[i], causes.get(i)));
        }
        return new XmrChart(mean, range.isEmpty() ? null : new Interval(mean - far, mean + far), points);
    }

    private static double mean(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("expected at least one value, found none");
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("expected a number, value " + (i + 1));
            }
            sum += values[i];
        }
        double mean = sum / values.length;
        double correction = 0;
        for (double value : values) {
            correction += value - mean;
        }
        return mean + correction / values.length;
    }
}
