package se.tillsyn.analytics.statistics.inequality;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** Whether the measure speaks of true rates; the others hold the noise of few cases too. */
    boolean isFreeOfNoise() {
        return this == TAU || this == CORRECTED_VARIANCE || this == SYSTEMATIC_COMPONENT;
    }

    /**
     * The measures that exist, of units with cases.
     *
     * @param units at least one, each with cases
     */
    static Map<InequalityMeasure, Double> of(List<Proportion> units, GeographicInequality.Order order) {
        UnitRates rates = new UnitRates(units.size());
        for (int i = 0; i < units.size(); i++) {
            rates.set(i, units.get(i));
        }
        rates.workOut();
        Map<InequalityMeasure, Double> values = new EnumMap<>(InequalityMeasure.class);
        for (InequalityMeasure measure : values()) {
            if (measure.isOf(order)) {
                rates.value(measure).ifPresent(value -> values.put(measure, value));
            }
        }
        return values;
    }

    /**
     * The measures that exist of units in an order that means something, and need it.
     *
     * @param units at least one, each with cases
     */
    public static Map<InequalityMeasure, Double> ofOrdered(List<Proportion> units) {
        Map<InequalityMeasure, Double> values = of(units, GeographicInequality.Order.GIVEN);
        values.keySet().removeIf(measure -> !measure.needsOrder());
        return values;
    }

    /** Whether units in this order, or without one, can have the measure. */
    boolean isOf(GeographicInequality.Order order) {
        return order == GeographicInequality.Order.GIVEN || !needsOrder();
    }
}
