package se.tillsyn.analytics.statistics.trend;

import java.util.List;
import java.util.Optional;
import se.tillsyn.analytics.statistics.LogisticLine;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * What may be said of a trend, and on what it rests.
 *
 * <p>Fewer than five periods: nothing. Five to eleven: the marker of {@link RecentTrend} over the last five; for proportions
 * its X² is divided by Pearson's dispersion of these five where that exceeds 1.5. Twelve or more: the control chart, {@link
 * XmrChart} (screened) for values and Laney's p′ for proportions; the statement is the direction of the last point's special
 * cause, so it speaks of now. Only the direction is stated. Where the marker does not exist (a standard error of 0, all
 * proportions 0 or 1) the statement says no direction. Periods without cases must be left out by the caller.
 *
 * <p>Assumes that the units observed are the same in all periods and the regulation too; the caller breaks the series where
 * they are not. Source: the methods named; thresholds are the project's (analytics/README.md).
 *
 * @param basis the method
 * @param direction what is stated
 */
public record TrendStatement(Basis basis, Direction direction) {

    /** Fewest periods of a control chart. */
    public static final int CHART_PERIODS = 12;

    /** Pearson dispersion above which the marker of proportions is scaled. */
    public static final double LARGEST_DISPERSION = 1.5;

    /** What a statement rests on. */
    public enum Basis {
        /** Fewer than five periods: no statement. */
        TOO_FEW_PERIODS,
        /** {@link RecentTrend}. */
        RECENT_MARKER,
        /** {@link XmrChart} or {@link ProportionChart}. */
        CONTROL_CHART
    }

    public TrendStatement {
        if (basis == Basis.TOO_FEW_PERIODS && direction != Direction.NONE) {
            throw new IllegalArgumentException("expected no direction from too few periods");
        }
    }

    /** Statement about proportions, each with at least one case, in time order. */
    public static TrendStatement ofProportions(List<Proportion> periods) {
        return switch (basis(periods.size())) {
            case TOO_FEW_PERIODS -> new TrendStatement(Basis.TOO_FEW_PERIODS, Direction.NONE);
            case RECENT_MARKER -> marked(RecentTrend.ofProportions(periods).map(marker -> scaled(marker, periods)));
            case CONTROL_CHART -> {
                List<ProportionChart.Point> points =
                        ProportionChart.laney(periods).points();
                yield charted(points.get(points.size() - 1).cause());
            }
        };
    }

    /**
     * Statement about estimates.
     *
     * @param values in time order
     * @param standardErrors as many
     */
    public static TrendStatement ofEstimates(double[] values, double[] standardErrors) {
        return switch (basis(values.length)) {
            case TOO_FEW_PERIODS -> new TrendStatement(Basis.TOO_FEW_PERIODS, Direction.NONE);
            case RECENT_MARKER -> marked(RecentTrend.ofEstimates(values, standardErrors));
            case CONTROL_CHART -> {
                List<XmrChart.Point> points =
                        XmrChart.of(values, Screening.SCREENED).points();
                yield charted(points.get(points.size() - 1).cause());
            }
        };
    }

    private static Basis basis(int periods) {
        return periods < RecentTrend.PERIODS
                ? Basis.TOO_FEW_PERIODS
                : periods < CHART_PERIODS ? Basis.RECENT_MARKER : Basis.CONTROL_CHART;
    }

    private static RecentTrend scaled(RecentTrend marker, List<Proportion> periods) {
        double dispersion = ProportionTrend.of(RecentTrend.recent(periods))
                .map(ProportionTrend::line)
                .map(LogisticLine::dispersion)
                .flatMap(found -> found.isPresent() ? Optional.of(found.getAsDouble()) : Optional.empty())
                .orElse(1.0);
        return dispersion > LARGEST_DISPERSION ? marker.scaledBy(dispersion) : marker;
    }

    private static TrendStatement marked(Optional<RecentTrend> marker) {
        return new TrendStatement(
                Basis.RECENT_MARKER, marker.map(RecentTrend::direction).orElse(Direction.NONE));
    }

    private static TrendStatement charted(SpecialCause last) {
        return new TrendStatement(Basis.CONTROL_CHART, last.direction());
    }
}
