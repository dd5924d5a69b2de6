package se.tillsyn.analytics.publication;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.cube.CountedValue;
import se.tillsyn.analytics.cube.FollowUpCell;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.wait.KaplanMeier;
import se.tillsyn.analytics.statistics.wait.LimitScale;
import se.tillsyn.analytics.statistics.wait.WaitQuantile;

/**
 * What is published of the demands of a year. Demands are made of operations, which are public bodies.
 *
 * @param remedied limits of the share remedied
 * @param days median days to remedy
 */
record FollowUpRow(FollowUpCell cell, Interval remedied, WaitQuantile days) {

    private static final double MEDIAN = 0.5;

    static FollowUpRow of(FollowUpCell cell) {
        return new FollowUpRow(
                cell,
                RateInterval.wilson(
                        (double) cell.remedied(), (double) cell.demands(), RateInterval.PUBLISHED_CONFIDENCE),
                KaplanMeier.of(CountedValue.eachWhole(cell.days()), CountedValue.eachCensored(cell.days()))
                        .quantile(MEDIAN, LimitScale.LOG_LOG, RateInterval.PUBLISHED_CONFIDENCE));
    }

    double share() {
        return (double) cell.remedied() / cell.demands();
    }

    @Nullable
    Double medianDays() {
        return boxed(days.days());
    }

    @Nullable
    Double medianDaysLower() {
        return boxed(days.lower());
    }

    @Nullable
    Double medianDaysUpper() {
        return boxed(days.upper());
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
