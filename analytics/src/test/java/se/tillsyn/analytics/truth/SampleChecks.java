package se.tillsyn.analytics.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import se.tillsyn.analytics.cube.OfficeCell;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.ClusteredRate;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.IntraClassCorrelation;
import se.tillsyn.analytics.statistics.Proportion;
import se.tillsyn.analytics.statistics.RateDifference;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.comparison.AdjustedP;
import se.tillsyn.analytics.statistics.comparison.OfficeEffect;
import se.tillsyn.analytics.statistics.funnel.FunnelLimits;
import se.tillsyn.analytics.statistics.funnel.FunnelPosition;
import se.tillsyn.analytics.statistics.funnel.FunnelRule;
import se.tillsyn.analytics.statistics.funnel.IndicatorScale;
import se.tillsyn.analytics.statistics.funnel.Overdispersion;
import se.tillsyn.analytics.statistics.funnel.Trimming;
import se.tillsyn.analytics.statistics.trend.Direction;
import se.tillsyn.analytics.statistics.trend.ProportionTrend;
import se.tillsyn.analytics.statistics.trend.RecentTrend;
import se.tillsyn.analytics.statistics.trend.TrendStatement;
import se.tillsyn.analytics.statistics.wait.WaitQuantile;
import se.tillsyn.analytics.statistics.wait.WaitSummary;

/** Applies the methods to one sample and counts how often they are right. */
final class SampleChecks {

    private static final double CONFIDENCE = RateInterval.PUBLISHED_CONFIDENCE;

    /** Level of the trend test over the whole stretch: that of the marker. */
    private static final double TREND_LEVEL = 0.002;

    /** Share of false findings among all that is allowed. */
    private static final double FALSE_DISCOVERIES = 0.05;

    /** Quarters on each side of a break. */
    private static final int QUARTERS = 4;

    /** Where topics without a break are cut: the middle. */
    private static final LocalDate PLACEBO = LocalDate.of(2019, 7, 1);

    private static final int FEW_OPERATIONS = 10;
    private static final int FEWEST_FOR_VARIANCE = 3;

    /** Below this no upper limit of a ninetieth percentile by order statistics is finite. */
    private static final int FEWEST_FOR_P90 = 36;

    private final TruthSample sample;
    private final Tally tally = new Tally();

    private SampleChecks(TruthSample sample) {
        this.sample = sample;
    }

    static Tally of(TruthSample sample) {
        SampleChecks checks = new SampleChecks(sample);
        for (PlantedTopic topic : sample.topics()) {
            if (topic.hasTrueRate()) {
                checks.coverage(topic);
                checks.outliers(topic);
                checks.trend(topic);
                checks.shift(topic);
                checks.offices(topic);
            }
        }
        sample.waits().forEach(checks::waits);
        return checks.tally;
    }

    // Coverage. On planted topics the rate of the operations inspected differs from that of all, see ingest/SAMPLE.md.

    private void coverage(PlantedTopic topic) {
        for (int year = TruthSample.FIRST_YEAR; year <= TruthSample.LAST_YEAR; year++) {
            int at = year - TruthSample.FIRST_YEAR;
            ClusterSums nation = sample.sums(topic, sample.nation(), year);
            Double nationalRate = topic.nationalRates().get(at);
            if (topic.isNull() && nationalRate != null && nation.cases() > 0) {
                nationCoverage(topic, nation, nationalRate);
            }
            for (String county : topic.countyRates().keySet()) {
                Double rate =
                        Objects.requireNonNull(topic.countyRates().get(county)).get(at);
                ClusterSums sums = sample.sums(topic, county, year);
                if (rate != null && sums.cases() > 0) {
                    countyCoverage(topic, sums, nation, rate);
                }
            }
        }
    }

    private void nationCoverage(PlantedTopic topic, ClusterSums sums, double truth) {
        if (topic.verdicts()) {
            tally.count(Check.NATION_VERDICTS, verdicts(sums).contains(truth));
        } else {
            tally.count(Check.NATION_FILES, holds(ClusteredRate.of(sums, CONFIDENCE), truth));
            tally.count(Check.NATION_FILES_STUDENT, holds(ClusteredRate.ofFewOperations(sums, CONFIDENCE), truth));
        }
    }

    private void countyCoverage(PlantedTopic topic, ClusterSums sums, ClusterSums nation, double truth) {
        if (!topic.isNull()) {
            if (!topic.verdicts() && topic.operationTypes().size() == 1) {
                tally.count(Check.COUNTY_PLANTED_FILES_BORROWED, holds(borrowed(sums, nation), truth));
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
        boolean published = holds(ClusteredRate.of(sums, CONFIDENCE), truth);
        boolean student = holds(ClusteredRate.ofFewOperations(sums, CONFIDENCE), truth);
        boolean borrowed = holds(borrowed(sums, nation), truth);
        tally.count(Check.COUNTY_FILES, published);
        tally.count(Check.COUNTY_FILES_STUDENT, student);
        tally.count(Check.COUNTY_FILES_BORROWED, borrowed);
        if (sums.clusters() < FEWEST_FOR_VARIANCE) {
            tally.count(Check.COUNTY_FILES_BELOW_3, published);
            tally.count(Check.COUNTY_FILES_BORROWED_BELOW_3, borrowed);
        } else if (few) {
            tally.count(Check.COUNTY_FILES_3_TO_9, published);
            tally.count(Check.COUNTY_FILES_STUDENT_3_TO_9, student);
            tally.count(Check.COUNTY_FILES_BORROWED_3_TO_9, borrowed);
        } else {
            tally.count(Check.COUNTY_FILES_FROM_10, published);
            tally.count(Check.COUNTY_FILES_STUDENT_FROM_10, student);
            tally.count(Check.COUNTY_FILES_BORROWED_FROM_10, borrowed);
        }
    }

    private static boolean holds(ClusteredRate rate, double truth) {
        return rate.limits().contains(truth);
    }

    private static ClusteredRate borrowed(ClusterSums sums, ClusterSums lender) {
        return ClusteredRate.ofKnownCorrelation(
                sums, IntraClassCorrelation.of(lender).orElse(0), CONFIDENCE);
    }

    private static Interval verdicts(ClusterSums sums) {
        return RateInterval.wilson((double) sums.deficient(), (double) sums.cases(), CONFIDENCE);
    }

    /** Days are rounded up, so that the median of the days is the median rounded up. */
    private void waits(PlantedWaits topic) {
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

    // Counties in the funnel.

    private void outliers(PlantedTopic topic) {
        double correlation = topic.verdicts()
                ? 0
                : IntraClassCorrelation.of(sample.allYears(topic, sample.nation()))
                        .orElse(0);
        List<String> counties = new ArrayList<>();
        List<ClusterSums> sums = new ArrayList<>();
        for (String county : topic.countyRates().keySet()) {
            ClusterSums all = sample.allYears(topic, county);
            if (all.cases() > 0) {
                counties.add(county);
                sums.add(all);
            }
        }
        if (FunnelRule.forUnits(counties.size()) != FunnelRule.ADJUSTED) {
            return;
        }
        Funnel funnel = new Funnel(sums, correlation);
        Funnel independent = new Funnel(sums, 0);
        for (int i = 0; i < counties.size(); i++) {
            if (topic.isNull()) {
                boolean flagged = funnel.outside(i) != 0;
                boolean adjusted = funnel.outsideAdjusted(i) != 0;
                if (topic.verdicts()) {
                    tally.count(Check.FLAGGED_VERDICTS, flagged);
                    tally.count(Check.FLAGGED_VERDICTS_ADJUSTED_ONLY, adjusted);
                } else {
                    tally.count(Check.FLAGGED_FILES, flagged);
                    tally.count(Check.FLAGGED_FILES_ADJUSTED_ONLY, adjusted);
                    tally.count(Check.FLAGGED_FILES_AS_INDEPENDENT, independent.outsideAdjusted(i) != 0);
                }
            } else if (topic.highCounties().contains(counties.get(i))) {
                outlier(topic, funnel, i, 1);
            } else if (topic.lowCounties().contains(counties.get(i))) {
                outlier(topic, funnel, i, -1);
            }
        }
    }

    /** Where counties differ besides, adjusted limits are wider on purpose. */
    private void outlier(PlantedTopic topic, Funnel funnel, int county, int side) {
        boolean alike = topic.betweenCountySd() == 0;
        boolean found = funnel.outside(county) == side;
        if (topic.verdicts()) {
            tally.count(alike ? Check.OUTLIER_VERDICTS : Check.SPREAD_OUTLIER_VERDICTS, found);
        } else if (alike) {
            tally.count(Check.OUTLIER_FILES, found);
        } else {
            tally.count(Check.SPREAD_OUTLIER_FILES, found);
            tally.count(Check.SPREAD_OUTLIER_FILES_PLAIN, funnel.outsidePlain(county) == side);
        }
    }

    /** Rates of counties at effective numbers of cases, and the dispersion between them. */
    private static final class Funnel {

        private final double[] deficient;
        private final double[] cases;
        private final Overdispersion dispersion;

        private Funnel(List<ClusterSums> sums, double correlation) {
            deficient = new double[sums.size()];
            cases = new double[sums.size()];
            for (int i = 0; i < cases.length; i++) {
                cases[i] = IntraClassCorrelation.effectiveCases(sums.get(i), correlation);
                deficient[i] = cases[i] * sums.get(i).deficient() / sums.get(i).cases();
            }
            dispersion = Overdispersion.of(
                    deficient, cases, IndicatorScale.PROPORTION, Trimming.WINSORISE, Overdispersion.TRIMMED_SHARE);
        }

        private int outsideAdjusted(int county) {
            return side(county, dispersion.limits(cases[county], FunnelPosition.OUTER));
        }

        /** Outside the adjusted limits, and also outside the unadjusted ones, which are exact at small numbers. */
        private int outside(int county) {
            int plain = outsidePlain(county);
            return plain == outsideAdjusted(county) ? plain : 0;
        }

        private int outsidePlain(int county) {
            int whole = Math.max(1, (int) Math.floor(cases[county]));
            return side(county, FunnelLimits.of(dispersion.target(), whole, FunnelPosition.OUTER));
        }

        private int side(int county, Interval limits) {
            double rate = deficient[county] / cases[county];
            return rate > limits.upper() ? 1 : rate < limits.lower() ? -1 : 0;
        }
    }

    // Trends of the nation.

    private void trend(PlantedTopic topic) {
        List<Proportion> counted = new ArrayList<>();
        List<Proportion> effective = new ArrayList<>();
        List<ClusteredRate> rates = new ArrayList<>();
        for (int year : topic.steadyYears()) {
            ClusterSums sums = sample.sums(topic, sample.nation(), year);
            if (sums.cases() > 0) {
                ClusteredRate rate = ClusteredRate.of(sums, CONFIDENCE);
                rates.add(rate);
                counted.add(new Proportion(sums.deficient(), sums.cases()));
                long cases = Math.max(1, Math.round(rate.effectiveCases()));
                effective.add(new Proportion(Math.round(rate.rate() * cases), cases));
            }
        }
        Direction planted = direction(topic.slopePerYear());
        if (planted != Direction.NONE) {
            List<Proportion> years = topic.verdicts() ? counted : effective;
            slope(topic.verdicts() ? Check.SLOPE_VERDICTS : Check.SLOPE_FILES, planted, wholeStretch(years));
            slope(topic.verdicts() ? Check.MARKER_VERDICTS : Check.MARKER_FILES, planted, marker(years));
        } else if (topic.isNull() && topic.verdicts()) {
            slope(Check.FLAT_SLOPE_VERDICTS, planted, wholeStretch(counted));
            slope(Check.FLAT_MARKER_VERDICTS, planted, marker(counted));
        } else if (topic.isNull()) {
            slope(Check.FLAT_SLOPE_FILES, planted, wholeStretch(effective));
            slope(Check.FLAT_MARKER_FILES, planted, marker(effective));
            slope(Check.FLAT_MARKER_FILES_ERRORS, planted, markerOfErrors(rates));
            slope(Check.FLAT_MARKER_FILES_DISPERSION, planted, markerOfDispersion(counted));
        } else if (topic.verdicts()) {
            slope(Check.FLAT_PLANTED_VERDICTS, planted, wholeStretch(counted));
            slope(Check.FLAT_PLANTED_VERDICTS_STANDARDISED, planted, wholeStretch(standardised(topic)));
        } else {
            slope(Check.FLAT_PLANTED_FILES, planted, wholeStretch(effective));
            slope(Check.FLAT_PLANTED_FILES_STANDARDISED, planted, wholeStretch(standardised(topic)));
        }
    }

    /**
     * Effective numbers with the rate that the nation would have had if the same counties had been inspected every year:
     * observed to expected by the counties' rates over the whole stretch, times the rate of the stretch.
     */
    private List<Proportion> standardised(PlantedTopic topic) {
        Map<String, Double> countyRates = new TreeMap<>();
        ClusterSums nation = over(topic, sample.nation());
        for (String county : topic.countyRates().keySet()) {
            ClusterSums sums = over(topic, county);
            countyRates.put(county, sums.cases() == 0 ? 0 : rate(sums));
        }
        List<Proportion> years = new ArrayList<>();
        for (int year : topic.steadyYears()) {
            ClusterSums sums = sample.sums(topic, sample.nation(), year);
            double expected = 0;
            for (Map.Entry<String, Double> county : countyRates.entrySet()) {
                expected += county.getValue()
                        * sample.sums(topic, county.getKey(), year).cases();
            }
            if (expected > 0) {
                long cases = Math.max(
                        1, Math.round(ClusteredRate.of(sums, CONFIDENCE).effectiveCases()));
                double rate = Math.min(1, rate(nation) * sums.deficient() / expected);
                years.add(new Proportion(Math.round(rate * cases), cases));
            }
        }
        return years;
    }

    private ClusterSums over(PlantedTopic topic, String region) {
        ClusterSums all = new ClusterSums(0, 0, 0, 0, 0, 0);
        for (int year : topic.steadyYears()) {
            all = all.plus(sample.sums(topic, region, year));
        }
        return all;
    }

    /** Counts a planted slope that was found, or a flat series that was flagged. */
    private void slope(Check check, Direction planted, Direction found) {
        tally.count(check, planted == Direction.NONE ? found != Direction.NONE : found == planted);
    }

    private static Direction wholeStretch(List<Proportion> years) {
        Optional<ProportionTrend> trend = ProportionTrend.of(years);
        return trend.isEmpty() || trend.get().p() >= TREND_LEVEL
                ? Direction.NONE
                : direction(trend.get().rateSlope());
    }

    private static Direction marker(List<Proportion> years) {
        return RecentTrend.ofProportions(years).map(RecentTrend::direction).orElse(Direction.NONE);
    }

    private static Direction markerOfErrors(List<ClusteredRate> years) {
        double[] rates = years.stream().mapToDouble(ClusteredRate::rate).toArray();
        double[] errors =
                years.stream().mapToDouble(rate -> Math.sqrt(rate.variance())).toArray();
        return RecentTrend.ofEstimates(rates, errors)
                .map(RecentTrend::direction)
                .orElse(Direction.NONE);
    }

    private static Direction markerOfDispersion(List<Proportion> years) {
        return TrendStatement.ofProportions(
                        years.subList(Math.max(0, years.size() - RecentTrend.PERIODS), years.size()))
                .direction();
    }

    private static Direction direction(double slope) {
        return slope > 0 ? Direction.INCREASING : slope < 0 ? Direction.DECREASING : Direction.NONE;
    }

    // Breaks of the nation.

    private void shift(PlantedTopic topic) {
        if (topic.levelShift() == 0 && topic.slopePerYear() != 0) {
            return;
        }
        LocalDate day = topic.breakOn() == null ? PLACEBO : topic.breakOn();
        ClusterSums before = quarters(topic, day.minusMonths(3L * QUARTERS));
        ClusterSums after = quarters(topic, day);
        if (before.cases() == 0 || after.cases() == 0) {
            return;
        }
        RateDifference difference = topic.verdicts()
                ? RateDifference.newcombe(rate(after), verdicts(after), rate(before), verdicts(before))
                : difference(ClusteredRate.of(after, CONFIDENCE), ClusteredRate.of(before, CONFIDENCE));
        if (topic.levelShift() == 0) {
            tally.count(topic.verdicts() ? Check.NO_BREAK_VERDICTS : Check.NO_BREAK_FILES, difference.shown());
        } else {
            boolean found = difference.shown() && direction(difference.difference()) == direction(topic.levelShift());
            tally.count(topic.verdicts() ? Check.BREAK_VERDICTS : Check.BREAK_FILES, found);
        }
    }

    private static RateDifference difference(ClusteredRate after, ClusteredRate before) {
        return RateDifference.newcombe(after.rate(), after.limits(), before.rate(), before.limits());
    }

    private static double rate(ClusterSums sums) {
        return (double) sums.deficient() / sums.cases();
    }

    /** Four quarters from a day on, or as many as there are; an operation counts once for each quarter. */
    private ClusterSums quarters(PlantedTopic topic, LocalDate from) {
        ClusterSums sums = new ClusterSums(0, 0, 0, 0, 0, 0);
        for (int i = 0; i < QUARTERS; i++) {
            LocalDate day = from.plusMonths(3L * i);
            String quarter = day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3;
            sums = sums.plus(sample.sums(topic, sample.nation(), quarter));
        }
        return sums;
    }

    // Offices.

    private void offices(PlantedTopic topic) {
        List<OfficeEffect.Reviewed> reviewed = new ArrayList<>();
        for (OfficeCell cell : sample.offices()) {
            if (cell.topic().equals(topic.topic())) {
                ClusterSums sums =
                        topic.verdicts() ? ClusterSums.ofVerdicts(cell.deficientUnits(), cell.units()) : cell.cases();
                String stratum = String.join(" ", cell.county(), cell.year(), cell.selectionBasis());
                reviewed.add(new OfficeEffect.Reviewed(stratum, cell.office(), sums));
            }
        }
        List<OfficeEffect> effects = OfficeEffect.of(reviewed);
        double[] adjusted = AdjustedP.benjaminiHochberg(
                effects.stream().mapToDouble(OfficeEffect::p).toArray());
        boolean planted = topic.officeLogOdds().values().stream().anyMatch(effect -> effect != 0);
        boolean any = false;
        for (int i = 0; i < adjusted.length; i++) {
            boolean flagged = adjusted[i] <= FALSE_DISCOVERIES;
            any |= flagged;
            if (planted) {
                double effect =
                        topic.officeLogOdds().getOrDefault(effects.get(i).office(), 0.0);
                countOffice(topic, effect, flagged && effect * effects.get(i).t() > 0);
            }
        }
        if (!planted && adjusted.length > 0) {
            tally.count(topic.verdicts() ? Check.NO_OFFICE_VERDICTS : Check.NO_OFFICE_FILES, any);
        }
    }

    private void countOffice(PlantedTopic topic, double effect, boolean found) {
        if (effect > 0) {
            tally.count(topic.verdicts() ? Check.STRICT_VERDICTS : Check.STRICT_FILES, found);
        } else if (effect < 0) {
            tally.count(topic.verdicts() ? Check.LENIENT_VERDICTS : Check.LENIENT_FILES, found);
        }
    }
}
