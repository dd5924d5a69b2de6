package se.tillsyn.analytics.statistics.wait;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import se.tillsyn.analytics.statistics.SampleQuantile;

/**
 * What is published of waiting times: median and ninetieth percentile, of completed waits and of all waits.
 *
 * <p>Completed waits: type 7 quantile ({@link SampleQuantile}) with limits by order statistics ({@link
 * OrderStatisticLimits}). All waits: Kaplan–Meier with log-log limits ({@link KaplanMeier}). The first is biased down as an
 * answer to "how long does it take", since long waits end late; it is published beside the second under a name of its
 * own, never in the same series.
 *
 * <p>Unit: days. Quantiles and limits are empty where the data do not give them (nobody, too few, not reached). No mean,
 * no least and no greatest: single persons decide these.
 *
 * @param completed number of completed waits, 0 or more
 * @param waiting number of persons who wait still, 0 or more
 * @param completedMedian median of completed waits
 * @param completedP90 ninetieth percentile of completed waits
 * @param median median of all waits
 * @param p90 ninetieth percentile of all waits
 */
public record WaitSummary(
        int completed,
        int waiting,
        WaitQuantile completedMedian,
        WaitQuantile completedP90,
        WaitQuantile median,
        WaitQuantile p90) {

    private static final double MEDIAN = 0.5;
    private static final double P90 = 0.9;

    /**
     * Summary of waits.
     *
     * @param completedDays days of completed waits, 0 or more, any order
     * @param waitingDays days so far of those who wait still, 0 or more, any order
     * @param confidence two-sided level, between 0 and 1
     */
    public static WaitSummary of(double[] completedDays, double[] waitingDays, double confidence) {
        KaplanMeier curve = KaplanMeier.of(completedDays, waitingDays);
        double[] sorted = completedDays.clone();
        Arrays.sort(sorted);
        return new WaitSummary(
                completedDays.length,
                waitingDays.length,
                completed(sorted, MEDIAN, confidence),
                completed(sorted, P90, confidence),
                curve.quantile(MEDIAN, LimitScale.LOG_LOG, confidence),
                curve.quantile(P90, LimitScale.LOG_LOG, confidence));
    }

    /** As {@link #of(double[], double[], double)} for whole days. */
    public static WaitSummary of(long[] completedDays, long[] waitingDays, double confidence) {
        return of(
                Arrays.stream(completedDays).asDoubleStream().toArray(),
                Arrays.stream(waitingDays).asDoubleStream().toArray(),
                confidence);
    }

    /** Share that waits still, 0 to 1; empty when there is nobody. */
    public OptionalDouble waitingShare() {
        long all = (long) completed + waiting;
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) waiting / all);
    }

    private static WaitQuantile completed(double[] sorted, double p, double confidence) {
        OrderStatisticLimits limits = OrderStatisticLimits.of(sorted.length, p, confidence);
        OptionalDouble days =
                sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(SampleQuantile.of(sorted, p));
        return new WaitQuantile(p, days, value(sorted, limits.lowerRank()), value(sorted, limits.upperRank()));
    }

    private static OptionalDouble value(double[] sorted, OptionalInt rank) {
        return rank.isPresent() ? OptionalDouble.of(sorted[rank.getAsInt() - 1]) : OptionalDouble.empty();
    }
}
