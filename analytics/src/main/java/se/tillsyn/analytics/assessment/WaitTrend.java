package se.tillsyn.analytics.assessment;

import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.statistics.trend.ValueTrend;

/**
 * What may be said of a region's yearly median waits on one topic: Kaplan–Meier medians of years since the topic's law last
 * changed in which the median was reached.
 *
 * @param topic code
 * @param level region level
 * @param region code
 * @param from first year used
 * @param to last year used
 * @param periods years used
 * @param trend direction, slope in days per year and chart; {@code null} when the median of a year between them is withheld
 */
public record WaitTrend(
        String topic,
        String level,
        String region,
        String from,
        String to,
        int periods,
        @Nullable ValueTrend trend) {}
