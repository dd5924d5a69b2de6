package se.tillsyn.analytics.publication;

import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.assessment.WaitTrend;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.trend.MannKendall;
import se.tillsyn.analytics.statistics.trend.ValueTrend;

/**
 * What is published of one trend of waits.
 *
 * @param of the trend; only what stands in the other components and its codes and years may be published
 * @param status why the figures are missing, or {@link Status#VALUE}
 * @param basis as it stands in the table
 * @param direction as it stands in the table
 * @param tau Kendall's tau-b
 * @param p of the Mann–Kendall test
 * @param slope days per year
 * @param mean centre of the chart
 * @param limits of the chart
 */
record WaitTrendRow(
        WaitTrend of,
        Status status,
        @Nullable String basis,
        @Nullable String direction,
        @Nullable Double tau,
        @Nullable Double p,
        @Nullable Double slope,
        @Nullable Double mean,
        @Nullable Interval limits) {

    static WaitTrendRow of(WaitTrend trend) {
        ValueTrend stated = trend.trend();
        if (stated == null) {
            return new WaitTrendRow(trend, Status.SUPPRESSED, null, null, null, null, null, null, null);
        }
        MannKendall ranks = stated.ranks();
        return new WaitTrendRow(
                trend,
                Status.VALUE,
                stated.basis().name().toLowerCase(Locale.ROOT),
                stated.direction().name().toLowerCase(Locale.ROOT),
                ranks == null ? null : boxed(ranks.tauB()),
                ranks == null ? null : Double.valueOf(ranks.bestP()),
                ranks == null ? null : boxed(ranks.slope()),
                stated.mean(),
                stated.limits());
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
