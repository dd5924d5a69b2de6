package se.tillsyn.analytics.truth;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.ClusteredRate;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.IntraClassCorrelation;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.wait.WaitQuantile;
import se.tillsyn.analytics.statistics.wait.WaitSummary;

/** How often published limits hold the truth; other limits beside them. */
final class CoverageChecks {

    private static final double CONFIDENCE = RateInterval.PUBLISHED_CONFIDENCE;
    private static final int FEW_OPERATIONS = 10;
    private static final int FEWEST_FOR_VARIANCE = 3;

    /** Below this no upper limit of a ninetieth percentile by order statistics is finite. */
    private static final int FEWEST_FOR_P90 = 36;

    private final TruthSample sample;
    private final Tally tally;

    CoverageChecks(TruthSample sample, Tally tally) {
        this.sample = sample;
        this.tally = tally;
    }

    /** On planted topics the rate of the operations inspected differs from that of all, see ingest/SAMPLE.md. */
    void rates(PlantedTopic topic) {
        for (int year = TruthSample.FIRST_YEAR; year <= TruthSample.LAST_YEAR; year++) {
            int at = year - TruthSample.FIRST_YEAR;
            int cellYear = year;
            ClusterSums nation = sample.sums(topic, sample.nation(), year);
            Double nationalRate = topic.nationalRates().get(at);
            if (topic.isNull() && nationalRate != null && nation.cases() > 0) {
                nationCoverage(topic, year, nation, nationalRate);
            }
            for (String county : topic.countyRates().keySet()) {
                Double rate =
                        Objects.requireNonNull(topic.countyRates().get(county)).get(at);
                ClusterSums sums = sample.sums(topic, county, year);
                if (rate != null && sums.cases() > 0) {
                    countyCoverage(topic, () -> sample.rate(topic, county, cellYear), sums, nation, rate);
                }
            }
        }
    }

    private void nationCoverage(PlantedTopic topic, int year, ClusterSums sums, double truth) {
        if (topic.verdicts()) {
            tally.count(Check.NATION_VERDICTS, verdicts(sums).contains(truth));
        } else {
            tally.count(Check.NATION_FILES, holds(sample.rate(topic, sample.nation(), year), truth));
            tally.count(Check.NATION_FILES_STUDENT, holds(ClusteredRate.ofFewOperations(sums, CONFIDENCE), truth));
        }
    }

    private void countyCoverage(
            PlantedTopic topic, Supplier<ClusteredRate> rate, ClusterSums sums, ClusterSums nation, double truth) {
        if (!topic.isNull()) {
            if (!topic.verdicts() && topic.operationTypes().size() == 1) {
                tally.count(Check.COUNTY_PLANTED_FILES, holds(rate.get(), truth));
            }
            return;
        }
        boolean few = sums.clusters() < FEW_OPERATIONS;
        if (topic.verdicts()) {
            boolean held = verdicts(sums).contains(truth);
            tally.count(Check.COUNTY_VERDICTS, held);
            tally.count(few ? Check.COUNTY_VERDICTS_BELOW_10 : Check.COUNTY_VERDICTS_FROM_10, held);
            return;
        }
        boolean held = holds(rate.get(), truth);
        boolean own = holds(ClusteredRate.of(sums, CONFIDENCE), truth);
        boolean student = holds(ClusteredRate.ofFewOperations(sums, CONFIDENCE), truth);
        tally.count(Check.COUNTY_FILES, held);
        tally.count(Check.COUNTY_FILES_OWN, own);
        tally.count(Check.COUNTY_FILES_STUDENT, student);
        tally.count(Check.COUNTY_FILES_SQUARES, holds(bySquares(sums, nation), truth));
        if (sums.clusters() < FEWEST_FOR_VARIANCE) {
            tally.count(Check.COUNTY_FILES_BELOW_3, held);
            tally.count(Check.COUNTY_FILES_OWN_BELOW_3, own);
        } else if (few) {
            tally.count(Check.COUNTY_FILES_3_TO_9, held);
            tally.count(Check.COUNTY_FILES_OWN_3_TO_9, own);
            tally.count(Check.COUNTY_FILES_STUDENT_3_TO_9, student);
        } else {
            tally.count(Check.COUNTY_FILES_FROM_10, held);
            tally.count(Check.COUNTY_FILES_OWN_FROM_10, own);
            tally.count(Check.COUNTY_FILES_STUDENT_FROM_10, student);
        }
    }

    private static boolean holds(ClusteredRate rate, double truth) {
        return rate.limits().contains(truth);
    }

    private static ClusteredRate bySquares(ClusterSums sums, ClusterSums lender) {
        return ClusteredRate.ofKnownCorrelation(
                sums, IntraClassCorrelation.of(lender).orElse(0), CONFIDENCE);
    }

    private static Interval verdicts(ClusterSums sums) {
        return RateInterval.wilson((double) sums.deficient(), (double) sums.cases(), CONFIDENCE);
    }

    /** Days are rounded up, so that the median of the days is the median rounded up. */
    void waits(PlantedWaits topic) {
        topic.medianDays().forEach((county, medians) -> {
            List<Double> p90s = Objects.requireNonNull(topic.p90Days().get(county));
            for (int i = 0; i < medians.size(); i++) {
                WaitSummary waits = sample.waits(topic, county, TruthSample.FIRST_YEAR + i);
                if (waits.completed() > 0) {
                    tally.count(Check.COUNTY_MEDIAN_WAIT, holds(waits.median(), Math.ceil(medians.get(i))));
                    boolean few = waits.completed() + waits.waiting() < FEWEST_FOR_P90;
                    tally.count(
                            few ? Check.COUNTY_P90_WAIT_FEW : Check.COUNTY_P90_WAIT,
                            holds(waits.p90(), Math.ceil(p90s.get(i))));
                }
            }
        });
    }

    private static boolean holds(WaitQuantile quantile, double truth) {
        return quantile.lower().orElse(0) <= truth && truth <= quantile.upper().orElse(Double.POSITIVE_INFINITY);
    }
}
