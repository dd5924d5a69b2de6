package se.tillsyn.analytics.assessment;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.funnel.FunnelRule;
import se.tillsyn.analytics.statistics.inequality.Homogeneity;
import se.tillsyn.analytics.statistics.inequality.InequalityMeasure;
import se.tillsyn.analytics.statistics.inequality.SpatialAutocorrelation;

/**
 * All regions of a level on one topic in one year, compared together. Regions whose counts are withheld or that were not
 * inspected are left out.
 *
 * @param topic code
 * @param level region level
 * @param period calendar year
 * @param denominator what the rates are shares of
 * @param regions regions compared
 * @param target rate of the nation
 * @param funnel which funnel is drawn
 * @param phi dispersion around the target; {@code null} without a funnel
 * @param tau2 variance between regions beyond chance, on the scale of the arcsine of the root; {@code null} without
 * @param tested differences that were tested, the size of the family for q
 * @param ranked whether ranks are stated
 * @param homogeneity test of one common rate; {@code null} where it does not exist
 * @param expectedGap gap between the highest and the lowest rate that chance alone would show
 * @param inequality measures that exist, at effective numbers of cases
 * @param inequalityLimits 95 % limits of those; empty for levels with many regions, and where no or every case is deficient
 * @param orderSteps steps of the profile's order that have compared regions; {@code null} where regions have no order, or steps
 *     are too few for the indices over ordered regions
 * @param neighbours whether neighbours have alike shrunk rates; {@code null} without a map of the level, or with fewer than
 *     20 regions beside another compared one
 */
public record ComparisonFamily(
        String topic,
        String level,
        String period,
        Denominator denominator,
        int regions,
        double target,
        FunnelRule funnel,
        @Nullable Double phi,
        @Nullable Double tau2,
        int tested,
        boolean ranked,
        @Nullable Homogeneity homogeneity,
        double expectedGap,
        Map<InequalityMeasure, Double> inequality,
        Map<InequalityMeasure, Interval> inequalityLimits,
        @Nullable Integer orderSteps,
        @Nullable SpatialAutocorrelation neighbours) {

    public ComparisonFamily {
        inequality = Map.copyOf(inequality);
        inequalityLimits = Map.copyOf(inequalityLimits);
    }
}
