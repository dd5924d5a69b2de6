package se.tillsyn.analytics.truth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.tillsyn.analytics.assessment.Comparison;
import se.tillsyn.analytics.assessment.RegionTrend;
import se.tillsyn.analytics.statistics.funnel.FunnelPosition;
import se.tillsyn.analytics.statistics.funnel.FunnelRule;

/** Which counties are found to differ: over all years of a topic, and in one year of the sample. */
final class CountyChecks {

    /** Share of false findings among all that is allowed. */
    private static final double FALSE_DISCOVERIES = 0.05;

    private final TruthSample sample;
    private final Tally tally;

    CountyChecks(TruthSample sample, Tally tally) {
        this.sample = sample;
        this.tally = tally;
    }

    /** The place over all years under one law, as published. */
    void places(PlantedTopic topic) {
        for (String county : topic.countyRates().keySet()) {
            RegionTrend trend = sample.trend(topic, county);
            if (trend != null && trend.place() != null) {
                int found = side(trend.place());
                if (topic.isNull()) {
                    tally.count(topic.verdicts() ? Check.FLAGGED_VERDICTS : Check.FLAGGED_FILES, found != 0);
                } else if (side(topic, county) != 0) {
                    outlier(topic, found == side(topic, county));
                }
            }
        }
    }

    /** Where counties differ besides, adjusted limits are wider on purpose. */
    private void outlier(PlantedTopic topic, boolean found) {
        boolean alike = topic.betweenCountySd() == 0;
        if (topic.verdicts()) {
            tally.count(alike ? Check.OUTLIER_VERDICTS : Check.SPREAD_OUTLIER_VERDICTS, found);
        } else {
            tally.count(alike ? Check.OUTLIER_FILES : Check.SPREAD_OUTLIER_FILES, found);
        }
    }

    /** Funnel and test of one year, as published. */
    void comparisons(List<PlantedTopic> topics) {
        Map<String, PlantedTopic> byName = new HashMap<>();
        topics.stream().filter(PlantedTopic::hasTrueRate).forEach(topic -> byName.put(topic.topic(), topic));
        Map<String, Boolean> anyByTopic = new HashMap<>();
        for (Comparison comparison : sample.comparisonsOfOneYear()) {
            PlantedTopic topic = byName.get(comparison.family().topic());
            if (topic == null) {
                continue;
            }
            boolean verdicts = topic.verdicts();
            Double q = comparison.q();
            boolean different = q != null && q <= FALSE_DISCOVERIES;
            int place = comparison.position() == null ? 0 : side(comparison.position());
            if (topic.isNull()) {
                anyByTopic.merge(topic.topic(), different, Boolean::logicalOr);
                if (comparison.position() != null) {
                    Check check = comparison.family().funnel() == FunnelRule.ADJUSTED
                            ? verdicts ? Check.YEAR_FLAGGED_VERDICTS : Check.YEAR_FLAGGED_FILES
                            : verdicts ? Check.YEAR_FLAGGED_VERDICTS_PLAIN : Check.YEAR_FLAGGED_FILES_PLAIN;
                    tally.count(check, place != 0);
                }
            } else if (side(topic, comparison.region()) != 0) {
                int planted = side(topic, comparison.region());
                tally.count(verdicts ? Check.YEAR_OUTLIER_VERDICTS : Check.YEAR_OUTLIER_FILES, place == planted);
                Double difference = comparison.difference();
                tally.count(
                        verdicts ? Check.YEAR_DIFFERENT_VERDICTS : Check.YEAR_DIFFERENT_FILES,
                        different && difference != null && difference * planted > 0);
            }
        }
        anyByTopic.forEach((name, any) -> tally.count(
                Objects.requireNonNull(byName.get(name)).verdicts()
                        ? Check.YEAR_ANY_DIFFERENT_VERDICTS
                        : Check.YEAR_ANY_DIFFERENT_FILES,
                any));
    }

    private static int side(PlantedTopic topic, String county) {
        return topic.highCounties().contains(county) ? 1 : topic.lowCounties().contains(county) ? -1 : 0;
    }

    /** 1 above the outer limits, −1 below them. */
    private static int side(FunnelPosition position) {
        return switch (position) {
            case HIGH_998 -> 1;
            case LOW_998 -> -1;
            case HIGH_95, INSIDE, LOW_95 -> 0;
        };
    }
}
