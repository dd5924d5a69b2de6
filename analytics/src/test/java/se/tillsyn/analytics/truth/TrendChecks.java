package se.tillsyn.analytics.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.tillsyn.analytics.assessment.RegionTrend;
import se.tillsyn.analytics.assessment.WaitTrend;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.ClusteredRate;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.Proportion;
import se.tillsyn.analytics.statistics.RateDifference;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.trend.Direction;
import se.tillsyn.analytics.statistics.trend.MannKendall;
import se.tillsyn.analytics.statistics.trend.ProportionTrend;
import se.tillsyn.analytics.statistics.trend.TrendStatement;
import se.tillsyn.analytics.statistics.trend.ValueTrend;

/** What is stated of the nation's years, and whether shifts are found. */
final class TrendChecks {

    private static final double CONFIDENCE = RateInterval.PUBLISHED_CONFIDENCE;

    /** Two-sided level of the line through all years. */
    private static final double LINE_LEVEL = 0.002;

    /** Fewest years of a line. */
    private static final int FEWEST_YEARS = 5;

    /** From so many years on the planted slopes of files are large enough to be asked for. */
    private static final int MANY_YEARS = 10;

    /** Quarters on each side of a break. */
    private static final int QUARTERS = 4;

    /** Where topics without a break are cut: the middle. */
    private static final LocalDate PLACEBO = LocalDate.of(2019, 7, 1);

    private final TruthSample sample;
    private final Tally tally;

    TrendChecks(TruthSample sample, Tally tally) {
        this.sample = sample;
        this.tally = tally;
    }

    /** What is published, and the line by each year's own variance beside it. */
    void trend(PlantedTopic topic) {
        Direction planted = Direction.of(topic.slopePerYear());
        RegionTrend trend = sample.trend(topic, sample.nation());
        if (trend == null || trend.statement() == null || trend.line() == null) {
            return;
        }
        Direction line = trend.line();
        boolean verdicts = topic.verdicts();
        if (planted != Direction.NONE) {
            boolean many = trend.periods() >= MANY_YEARS;
            count(
                    verdicts
                            ? many ? Check.LINE_VERDICTS : Check.SHORT_LINE_VERDICTS
                            : many ? Check.LINE_FILES : Check.SHORT_LINE_FILES,
                    planted,
                    line);
            statement(trend.statement(), planted, verdicts);
        } else if (topic.isNull()) {
            count(verdicts ? Check.FLAT_LINE_VERDICTS : Check.FLAT_LINE_FILES, planted, line);
            if (!verdicts) {
                count(Check.FLAT_LINE_FILES_OWN, planted, ownLine(topic, trend));
            }
            statement(trend.statement(), planted, verdicts);
        } else {
            count(verdicts ? Check.MIXED_LINE_VERDICTS : Check.MIXED_LINE_FILES, planted, line);
            count(
                    verdicts ? Check.MIXED_LINE_VERDICTS_RAW : Check.MIXED_LINE_FILES_RAW,
                    planted,
                    ownLine(topic, trend));
        }
    }

    private void statement(TrendStatement statement, Direction planted, boolean verdicts) {
        boolean flat = planted == Direction.NONE;
        if (statement.basis() == TrendStatement.Basis.CONTROL_CHART) {
            Check ofFlat = verdicts ? Check.FLAT_CHART_VERDICTS : Check.FLAT_CHART_FILES;
            Check ofPlanted = verdicts ? Check.CHART_VERDICTS : Check.CHART_FILES;
            count(flat ? ofFlat : ofPlanted, planted, statement.direction());
        } else if (statement.basis() == TrendStatement.Basis.RECENT_MARKER && !flat) {
            count(verdicts ? Check.MARKER_VERDICTS : Check.MARKER_FILES, planted, statement.direction());
        }
    }

    /** What is stated of counties on flat null topics; all of it is false. */
    void counties(PlantedTopic topic) {
        if (!topic.isNull() || topic.slopePerYear() != 0) {
            return;
        }
        for (String county : topic.countyRates().keySet()) {
            RegionTrend trend = sample.trend(topic, county);
            if (trend != null && trend.statement() != null && trend.line() != null) {
                boolean verdicts = topic.verdicts();
                count(verdicts ? Check.COUNTY_LINE_VERDICTS : Check.COUNTY_LINE_FILES, Direction.NONE, trend.line());
                boolean chart = trend.statement().basis() == TrendStatement.Basis.CONTROL_CHART;
                Check ofFiles = chart ? Check.COUNTY_CHART_FILES : Check.COUNTY_MARKER_FILES;
                Check ofVerdicts = chart ? Check.COUNTY_CHART_VERDICTS : Check.COUNTY_MARKER_VERDICTS;
                count(
                        verdicts ? ofVerdicts : ofFiles,
                        Direction.NONE,
                        trend.statement().direction());
            }
        }
    }

    /** All waits grow longer. */
    void waits(PlantedWaits topic) {
        for (WaitTrend trend : sample.waitTrends(topic)) {
            ValueTrend stated = trend.trend();
            MannKendall ranks = stated == null ? null : stated.ranks();
            if (stated != null && ranks != null) {
                boolean shown = ranks.bestP() < ValueTrend.LEVEL;
                if (trend.region().equals(sample.nation())) {
                    tally.count(Check.WAIT_SLOPE, shown && ranks.s() > 0);
                    tally.count(Check.WAIT_TREND, stated.direction() == Direction.INCREASING);
                } else {
                    tally.count(Check.COUNTY_WAIT_SLOPE, shown && ranks.s() > 0);
                    tally.count(Check.COUNTY_WAIT_WRONG, shown && ranks.s() < 0);
                }
            }
        }
    }

    /** Counts a planted slope that was found, or a flat series that was flagged. */
    private void count(Check check, Direction planted, Direction found) {
        tally.count(check, planted == Direction.NONE ? found != Direction.NONE : found == planted);
    }

    /** The same line with each year at the effective number that its own variance tells, nothing standardised. */
    private Direction ownLine(PlantedTopic topic, RegionTrend trend) {
        List<Proportion> years = new ArrayList<>();
        for (int year = Integer.parseInt(trend.from()); year <= Integer.parseInt(trend.to()); year++) {
            ClusterSums sums = sample.sums(topic, sample.nation(), year);
            if (sums.cases() > 0) {
                ClusteredRate rate = ClusteredRate.of(sums, CONFIDENCE);
                long cases = Math.max(1, Math.round(rate.effectiveCases()));
                years.add(new Proportion(Math.round(rate.rate() * cases), cases));
            }
        }
        Optional<ProportionTrend> line = years.size() < FEWEST_YEARS ? Optional.empty() : ProportionTrend.of(years);
        return line.isEmpty() || line.get().p() >= LINE_LEVEL
                ? Direction.NONE
                : Direction.of(line.get().rateSlope());
    }

    private static Interval verdicts(ClusterSums sums) {
        return RateInterval.wilson((double) sums.deficient(), (double) sums.cases(), CONFIDENCE);
    }

    /** Breaks of the nation: four quarters before and after. */
    void shift(PlantedTopic topic) {
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
            boolean found =
                    difference.shown() && Direction.of(difference.difference()) == Direction.of(topic.levelShift());
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
}
