package se.tillsyn.analytics.statistics.trend;

import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.statistics.Interval;

/**
 * What may be said of a series of values, such as yearly median waits, without standard errors.
 *
 * <p>Fewer than {@value RecentTrend#PERIODS} values: nothing. From there on the Mann–Kendall test and the Theil–Sen slope; to
 * {@value #MOST_BY_RANKS} values the direction is that of the test at 5 %, the exact p where there are no ties. From {@value
 * TrendStatement#CHART_PERIODS} values the screened control chart of single values, and the direction is that of the last
 * point's special cause, so that it speaks of now. Of flat series the test flags 5 % or less.
 *
 * <p>Assumes one regulation and alike operations in all periods, values independent over time. Source: at {@link MannKendall}
 * and {@link XmrChart}; thresholds are the project's (analytics/README.md).
 *
 * @param basis the method behind the direction
 * @param direction what is stated
 * @param ranks test and slope; {@code null} with too few values
 * @param mean centre of the chart; {@code null} without a chart
 * @param limits of the chart; {@code null} without a chart or when no moving range is left
 */
public record ValueTrend(
        Basis basis,
        Direction direction,
        @Nullable MannKendall ranks,
        @Nullable Double mean,
        @Nullable Interval limits) {

    /** Most values whose direction is stated by ranks. */
    public static final int MOST_BY_RANKS = TrendStatement.CHART_PERIODS - 1;

    /** Two-sided level of the test. */
    public static final double LEVEL = 0.05;

    /** What a direction rests on. */
    public enum Basis {
        /** No statement. */
        TOO_FEW_PERIODS,
        /** {@link MannKendall}. */
        MANN_KENDALL,
        /** {@link XmrChart}. */
        CONTROL_CHART
    }

    /**
     * Statement about a series.
     *
     * @param times of the values, ascending; periods may be left out
     * @param values as many
     */
    public static ValueTrend of(double[] times, double[] values) {
        if (values.length < RecentTrend.PERIODS) {
            return new ValueTrend(Basis.TOO_FEW_PERIODS, Direction.NONE, null, null, null);
        }
        MannKendall ranks = MannKendall.of(times, values);
        if (values.length <= MOST_BY_RANKS) {
            Direction direction = ranks.bestP() < LEVEL ? Direction.of((double) ranks.s()) : Direction.NONE;
            return new ValueTrend(Basis.MANN_KENDALL, direction, ranks, null, null);
        }
        XmrChart chart = XmrChart.of(values, Screening.SCREENED);
        return new ValueTrend(
                Basis.CONTROL_CHART,
                chart.points().get(values.length - 1).cause().direction(),
                ranks,
                chart.mean(),
                chart.limits());
    }
}
