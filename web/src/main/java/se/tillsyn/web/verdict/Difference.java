package se.tillsyn.web.verdict;

import se.tillsyn.analytics.release.ComparisonColumns;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateDifference;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.ReleaseTable;

/**
 * A difference between two published rates, in proportions.
 *
 * @param value first minus second; NaN where there is nothing to compare
 * @param lower lower 95 % limit
 * @param upper upper 95 % limit
 * @param direction what the data show
 * @param unlike whether the two were chosen for inspection on different bases
 */
public record Difference(double value, double lower, double upper, Direction direction, boolean unlike) {

    /** Share of false findings that is accepted among those that are called a difference. */
    public static final double FALSE_FINDINGS = 0.05;

    /** Nothing to compare. */
    public static final Difference NONE =
            new Difference(Double.NaN, Double.NaN, Double.NaN, Direction.NOT_COMPARED, false);

    /**
     * What a release says of a region beside the rest of the nation. A difference is called one only when it also holds
     * among all regions that were compared on the topic in the year (Benjamini–Hochberg).
     */
    public static Difference ofRelease(ReleaseTable.Row row) {
        double value = row.real(ComparisonColumns.DIFFERENCE);
        double lower = row.real(ComparisonColumns.DIFFERENCE_LOWER);
        double upper = row.real(ComparisonColumns.DIFFERENCE_UPPER);
        if (Double.isNaN(value) || Double.isNaN(lower) || Double.isNaN(upper)) {
            return NONE;
        }
        boolean holds = row.real(ComparisonColumns.Q) <= FALSE_FINDINGS;
        return new Difference(
                value, lower, upper, direction(value, lower, upper, holds), row.flag(ComparisonColumns.UNLIKE_BASIS));
    }

    /** Newcombe's difference between two published rates, judged by its own limits alone. */
    public static Difference between(Observation first, Observation second, boolean unlike) {
        if (!first.hasNumber() || !second.hasNumber()) {
            return NONE;
        }
        RateDifference difference = RateDifference.newcombe(
                first.rate(),
                new Interval(first.lower(), first.upper()),
                second.rate(),
                new Interval(second.lower(), second.upper()));
        double lower = difference.limits().lower();
        double upper = difference.limits().upper();
        return new Difference(
                difference.difference(), lower, upper, direction(difference.difference(), lower, upper, true), unlike);
    }

    private static Direction direction(double value, double lower, double upper, boolean holds) {
        if (!holds || (lower <= 0 && upper >= 0)) {
            return Direction.NOT_SHOWN;
        }
        return value > 0 ? Direction.HIGHER : Direction.LOWER;
    }

    public boolean known() {
        return direction != Direction.NOT_COMPARED;
    }

    /** Whether the data show a difference. */
    public boolean shown() {
        return direction == Direction.HIGHER || direction == Direction.LOWER;
    }
}
