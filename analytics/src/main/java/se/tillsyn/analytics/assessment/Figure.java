package se.tillsyn.analytics.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.ClusteredRate;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.Proportion;
import se.tillsyn.analytics.statistics.RateInterval;

/**
 * A cell's rate as it enters comparisons.
 *
 * @param cell the cell
 * @param denominator what the rate is a share of
 * @param counts numerator and denominator, at least one
 * @param effectiveCases independent cases that would carry as much; the denominator itself for operations
 * @param limits 95 % limits
 */
record Figure(DeficiencyCell cell, Denominator denominator, Proportion counts, double effectiveCases, Interval limits) {

    static Figure of(DeficiencyCell cell, Denominator denominator, CaseRates rates) {
        if (denominator == Denominator.UNITS) {
            return new Figure(
                    cell,
                    denominator,
                    new Proportion(cell.deficientUnits(), cell.units()),
                    cell.units(),
                    RateInterval.wilson(cell.deficientUnits(), cell.units(), RateInterval.PUBLISHED_CONFIDENCE));
        }
        return of(cell, rates.of(cell, RateInterval.PUBLISHED_CONFIDENCE));
    }

    private static Figure of(DeficiencyCell cell, ClusteredRate rate) {
        return new Figure(
                cell,
                Denominator.CASES,
                new Proportion(cell.cases().deficient(), cell.cases().cases()),
                rate.effectiveCases(),
                rate.limits());
    }

    /** Whether a cell has anything to compare. */
    static boolean exists(DeficiencyCell cell, Denominator denominator) {
        return denominator == Denominator.UNITS
                ? cell.units() > 0
                : cell.cases().cases() > 0;
    }

    /** Files where any of the cells counts files, else operations. */
    static Denominator denominatorOf(List<DeficiencyCell> cells) {
        return cells.stream().anyMatch(cell -> cell.cases().cases() > 0) ? Denominator.CASES : Denominator.UNITS;
    }

    double rate() {
        return counts.rate();
    }

    /** Counts of independent cases that carry as much, to the nearest whole. */
    Proportion effective() {
        long cases = Math.max(1, Math.round(effectiveCases));
        return new Proportion(Math.round(rate() * cases), cases);
    }

    /**
     * The figure of a whole without this part of it; {@code null} when nothing is left. An operation in several regions is
     * one of the whole's and one of each part's: taken away here it may leave a deficiency that was found elsewhere, and is
     * then an operation of the rest too.
     */
    @Nullable
    Figure restOf(Figure whole, CaseRates rates) {
        DeficiencyCell all = whole.cell;
        ClusterSums rest = all.cases().minus(cell.cases());
        int deficient = all.deficientUnits() - cell.deficientUnits();
        DeficiencyCell without = all.withCounts(rest, Math.max(deficient, all.units() - cell.units()), deficient);
        if (!exists(without, denominator)) {
            return null;
        }
        return denominator == Denominator.UNITS
                ? of(without, denominator, rates)
                : of(without, rates.ofPart(without, RateInterval.PUBLISHED_CONFIDENCE));
    }
}
