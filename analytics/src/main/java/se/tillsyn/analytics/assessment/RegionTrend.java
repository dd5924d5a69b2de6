package se.tillsyn.analytics.assessment;

import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.statistics.funnel.FunnelPosition;
import se.tillsyn.analytics.statistics.trend.Direction;
import se.tillsyn.analytics.statistics.trend.TrendStatement;

/**
 * What may be said of a region's years on one topic. Only years since the topic's law last changed are used; the year of the
 * change itself only when it changed on 1 January. Years without inspections are left out, not taken as zero.
 *
 * @param topic code
 * @param level region level
 * @param region code
 * @param denominator what the rates are shares of
 * @param from first year used
 * @param to last year used
 * @param periods years with figures
 * @param statement direction, or that there are too few years; {@code null} when a year between them is withheld
 * @param line direction of the line through all years used, the nation's standardised by the regions inspected; {@code null}
 *     when a year is withheld, or with fewer than five
 * @param place place of the region's rate over all years used among the regions of its level, standardised by year; {@code
 *     null} for the nation, when a year is withheld, or with too few regions for a funnel
 */
public record RegionTrend(
        String topic,
        String level,
        String region,
        Denominator denominator,
        String from,
        String to,
        int periods,
        @Nullable TrendStatement statement,
        @Nullable Direction line,
        @Nullable FunnelPosition place) {}
