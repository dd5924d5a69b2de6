package se.tillsyn.analytics.assessment;

import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.comparison.RankSet;
import se.tillsyn.analytics.statistics.funnel.FunnelPosition;

/**
 * One region among the others of its level, on one topic in one year.
 *
 * @param family the comparison it belongs to
 * @param region code
 * @param rate proportion, 0 to 1
 * @param difference region minus the rest of the nation; {@code null} when nothing is left
 * @param differenceLimits 95 % limits of the difference (Newcombe)
 * @param p two-sided p-value of the difference; {@code null} where it does not exist
 * @param q the same after Benjamini–Hochberg over the family
 * @param position in the funnel; {@code null} with too few regions for one
 * @param rank with its set; {@code null} where no ranks are stated
 * @param shrunk empirical Bayes rate, 0 to 1
 * @param standardised rate at the nation's mix of ages; {@code null} with fewer than three age groups or a gap
 * @param standardisedLimits 95 % limits of it
 * @param unlikeBasis whether the region was inspected on another basis than the rest of the nation
 */
public record Comparison(
        ComparisonFamily family,
        String region,
        double rate,
        @Nullable Double difference,
        @Nullable Interval differenceLimits,
        @Nullable Double p,
        @Nullable Double q,
        @Nullable FunnelPosition position,
        @Nullable RankSet rank,
        double shrunk,
        @Nullable Double standardised,
        @Nullable Interval standardisedLimits,
        boolean unlikeBasis) {}
