package se.tillsyn.analytics.publication;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.cube.CountedValue;
import se.tillsyn.analytics.cube.ValueCell;
import se.tillsyn.analytics.disclosure.Publishable;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.wait.WaitQuantile;
import se.tillsyn.analytics.statistics.wait.WaitSummary;

/**
 * What is published of one cell of measured values.
 *
 * @param cell the cell; only what stands in the other components may be published
 * @param valueUnit unit of the quantiles
 * @param status why the counts are missing, or {@link Status#VALUE}
 * @param n values, those that go on included
 * @param waiting of these, how many go on
 * @param median Kaplan–Meier median with limits
 * @param p90 Kaplan–Meier ninetieth percentile with limits
 */
record ValueRow(
        ValueCell cell,
        String valueUnit,
        Status status,
        @Nullable Integer n,
        @Nullable Integer waiting,
        Quantile median,
        Quantile p90) {

    /** A quantile, its limits and the same of completed values, or why they are missing. */
    record Quantile(
            Status status,
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double completed) {

        static Quantile without(Status status) {
            return new Quantile(status, null, null, null, null);
        }

        static Quantile of(WaitQuantile all, WaitQuantile completed) {
            Double value = boxed(all.days());
            return value == null
                    ? new Quantile(Status.NOT_AVAILABLE, null, null, null, boxed(completed.days()))
                    : new Quantile(
                            Status.VALUE, value, boxed(all.lower()), boxed(all.upper()), boxed(completed.days()));
        }

        private static @Nullable Double boxed(OptionalDouble value) {
            return value.isPresent() ? value.getAsDouble() : null;
        }
    }

    /** Computes what may be shown. */
    static ValueRow of(ValueCell cell, String valueUnit, Publishable publishable) {
        long n = cell.whole() + cell.censored();
        if (!publishable.values(cell)) {
            Quantile withheld = Quantile.without(Status.SUPPRESSED);
            return new ValueRow(cell, valueUnit, Status.SUPPRESSED, null, null, withheld, withheld);
        }
        WaitSummary summary = WaitSummary.of(
                CountedValue.eachWhole(cell.values()),
                CountedValue.eachCensored(cell.values()),
                RateInterval.PUBLISHED_CONFIDENCE);
        return new ValueRow(
                cell,
                valueUnit,
                Status.VALUE,
                Math.toIntExact(n),
                Math.toIntExact(cell.censored()),
                publishable.quantile(cell, summary.median().p())
                        ? Quantile.of(summary.median(), summary.completedMedian())
                        : Quantile.without(Status.SUPPRESSED),
                publishable.quantile(cell, 1 - summary.p90().p())
                        ? Quantile.of(summary.p90(), summary.completedP90())
                        : Quantile.without(Status.SUPPRESSED));
    }
}
