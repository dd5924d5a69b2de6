package se.tillsyn.analytics.statistics.inequality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * Inequality between units, from their deficient and assessed cases.
 *
 * <p>All {@link InequalityMeasure}s with case weights, with what chance alone would make beside them: the test of one common
 * rate and the expected gap. Sampling noise creates inequality (21 equal regions at 0.30 with 40 cases each show a gap of some
 * 0.27), so the headline is {@link InequalityMeasure#TAU}, and the gap is shown only beside {@code expectedGap}. Units
 * without cases are left out and counted. Nothing when no unit has a case. One unit: the gap and all spreads are 0.
 * Assumes independent cases. Source: at each measure.
 *
 * @param units units with cases, at least one
 * @param unitsWithoutCases units left out
 * @param mean common rate Σ x/Σ n
 * @param values the measures that exist
 * @param homogeneity absent for one unit, or when no or every case is deficient
 * @param expectedGap gap that units of one rate would show
 */
public record GeographicInequality(
        int units,
        int unitsWithoutCases,
        double mean,
        Map<InequalityMeasure, Double> values,
        @Nullable Homogeneity homogeneity,
        double expectedGap) {

    public GeographicInequality {
        values = Map.copyOf(values);
    }

    /** Measures of units that have no order. */
    public static Optional<GeographicInequality> of(List<Proportion> units) {
        return of(units, Order.NONE);
    }

    /** Measures of units in an order that means something, from the least to the most of it. */
    public static Optional<GeographicInequality> ofOrdered(List<Proportion> units) {
        return of(units, Order.GIVEN);
    }

    /** A measure; empty where it does not exist. */
    public OptionalDouble value(InequalityMeasure measure) {
        Double value = values.get(measure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Whether the order of the units means something. */
    enum Order {
        NONE,
        GIVEN
    }

    private static Optional<GeographicInequality> of(List<Proportion> units, Order order) {
        List<Proportion> used = Pooled.withCases(units);
        if (used.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new GeographicInequality(
                used.size(),
                units.size() - used.size(),
                Pooled.rate(used),
                InequalityMeasure.of(used, order),
                Homogeneity.of(used).orElse(null),
                ExpectedGap.of(used)));
    }
}
