package se.tillsyn.analytics.statistics.inequality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import se.tillsyn.analytics.statistics.Proportion;

/** The measures that are published of inequality between units, with case weights. */
public enum InequalityMeasure {
    /** Largest minus smallest rate; the noisiest, never without {@link ExpectedGap}. */
    GAP,
    /** Largest over smallest rate; does not exist when the smallest is 0. */
    RATIO,
    /** Between-group standard deviation, noise included. */
    DEVIATION,
    /** The same in percent of the common rate. */
    COEFFICIENT_OF_VARIATION_PERCENT,
    /** Mean distance from the common rate. */
    DIFFERENCE_FROM_MEAN,
    /** The same in percent of the common rate. */
    INDEX_OF_DISPARITY_PERCENT,
    /** Theil's T. */
    THEIL,
    /** Slope index over the units in the order given; only for ordered units. */
    SLOPE_INDEX,
    /** Relative index over the units in the order given; only for ordered units. */
    RELATIVE_INDEX,
    /** Common rate minus the lowest rate that rests on at least 30 cases. */
    ATTRIBUTABLE_RISK,
    /** Between-unit standard deviation without noise; the headline. */
    TAU,
    /** Between-group variance less its noise. */
    CORRECTED_VARIANCE,
    /** Systematic component of variation. */
    SYSTEMATIC_COMPONENT;

    /** Fewest cases of a rate that others are measured against. */
    public static final int REFERENCE_CASES = 30;

    /** Whether the measure needs units that have an order. */
    public boolean needsOrder() {
        return this == SLOPE_INDEX || this == RELATIVE_INDEX;
    }

    /**
     * The measures that exist, of units with cases. What several of them need is worked out once, since a bootstrap asks
     * for all of them thousands of times.
     *
     * @param units at least one, each with cases
     */
    static Map<InequalityMeasure, Double> of(List<Proportion> units, GeographicInequality.Order order) {
        List<Group> groups = new ArrayList<>(units.size());
        for (Proportion unit : units) {
            groups.add(Group.ofCases(unit));
        }
        Optional<BetweenUnitSpread> spread = BetweenUnitSpread.of(units);
        Map<InequalityMeasure, Double> values = new EnumMap<>(InequalityMeasure.class);
        for (InequalityMeasure measure : values()) {
            if (order == GeographicInequality.Order.GIVEN || !measure.needsOrder()) {
                OptionalDouble value = measure.of(units, groups, spread);
                if (value.isPresent()) {
                    values.put(measure, value.getAsDouble());
                }
            }
        }
        return values;
    }

    private OptionalDouble of(List<Proportion> units, List<Group> groups, Optional<BetweenUnitSpread> spread) {
        return switch (this) {
            case GAP -> OptionalDouble.of(Disparity.gap(groups).value());
            case RATIO -> value(Disparity.ratio(groups), Estimate::value);
            case DEVIATION -> OptionalDouble.of(Disparity.betweenGroupDeviation(groups));
            case COEFFICIENT_OF_VARIATION_PERCENT -> Disparity.coefficientOfVariationPercent(groups);
            case DIFFERENCE_FROM_MEAN -> OptionalDouble.of(Disparity.differenceFromMean(groups, Weighting.WEIGHTED));
            case INDEX_OF_DISPARITY_PERCENT -> Disparity.indexOfDisparityPercent(groups, Weighting.WEIGHTED);
            case THEIL -> value(Disparity.theil(groups), Estimate::value);
            case SLOPE_INDEX -> value(SlopeIndex.of(groups), SlopeIndex::slope);
            case RELATIVE_INDEX -> SlopeIndex.of(groups).map(SlopeIndex::ratio).orElse(OptionalDouble.empty());
            case ATTRIBUTABLE_RISK -> attributableRisk(units);
            case TAU -> value(spread, BetweenUnitSpread::tau);
            case CORRECTED_VARIANCE -> value(spread, BetweenUnitSpread::correctedVariance);
            case SYSTEMATIC_COMPONENT -> SystematicComponent.of(units);
        };
    }

    private static <T> OptionalDouble value(Optional<T> found, ToDoubleFunction<T> part) {
        return found.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(part.applyAsDouble(found.get()));
    }

    private static OptionalDouble attributableRisk(List<Proportion> units) {
        double best = Double.POSITIVE_INFINITY;
        for (Proportion unit : units) {
            if (unit.cases() >= REFERENCE_CASES) {
                best = Math.min(best, unit.rate());
            }
        }
        return Double.isInfinite(best) ? OptionalDouble.empty() : OptionalDouble.of(Pooled.rate(units) - best);
    }
}
