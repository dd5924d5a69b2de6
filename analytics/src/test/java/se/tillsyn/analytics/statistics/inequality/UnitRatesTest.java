package se.tillsyn.analytics.statistics.inequality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Proportion;

/** Every measure is to the bit what the classes that define it say. */
class UnitRatesTest {

    @Test
    void isToTheBitWhatTheDefinitionsSay() {
        SplittableRandom random = new SplittableRandom(21);
        for (int draw = 0; draw < 3_000; draw++) {
            List<Proportion> units = new ArrayList<>();
            for (int i = random.nextInt(1, 25); i > 0; i--) {
                long cases = random.nextInt(1, random.nextBoolean() ? 60 : 5_000);
                // Often none or all, so that rates of 0, equal rates and a mean of 0 or 1 occur.
                units.add(new Proportion(
                        switch (random.nextInt(5)) {
                            case 0 -> 0;
                            case 1 -> draw % 7 == 0 ? cases : cases / 2;
                            default -> draw % 11 == 0 ? 0 : random.nextLong(cases + 1);
                        },
                        cases));
            }
            UnitRates rates = new UnitRates(units.size());
            for (int i = 0; i < units.size(); i++) {
                rates.set(i, units.get(i));
            }
            rates.workOut();
            for (InequalityMeasure measure : InequalityMeasure.values()) {
                assertEquals(defined(measure, units), rates.value(measure), () -> measure + " of " + units);
            }
        }
    }

    private static OptionalDouble defined(InequalityMeasure measure, List<Proportion> units) {
        List<Group> groups = units.stream().map(Group::ofCases).toList();
        return switch (measure) {
            case GAP -> OptionalDouble.of(Disparity.gap(groups).value());
            case RATIO -> value(Disparity.ratio(groups));
            case DEVIATION -> OptionalDouble.of(Disparity.betweenGroupDeviation(groups));
            case COEFFICIENT_OF_VARIATION_PERCENT -> Disparity.coefficientOfVariationPercent(groups);
            case DIFFERENCE_FROM_MEAN -> OptionalDouble.of(Disparity.differenceFromMean(groups, Weighting.WEIGHTED));
            case INDEX_OF_DISPARITY_PERCENT -> Disparity.indexOfDisparityPercent(groups, Weighting.WEIGHTED);
            case THEIL -> value(Disparity.theil(groups));
            case SLOPE_INDEX ->
                SlopeIndex.ofRates(groups)
                        .map(index -> OptionalDouble.of(index.slope()))
                        .orElse(OptionalDouble.empty());
            case RELATIVE_INDEX ->
                SlopeIndex.ofRates(groups).map(SlopeIndex::relative).orElse(OptionalDouble.empty());
            case ATTRIBUTABLE_RISK -> attributableRisk(units);
            case TAU ->
                OptionalDouble.of(BetweenUnitSpread.of(units).orElseThrow().tau());
            case CORRECTED_VARIANCE ->
                OptionalDouble.of(BetweenUnitSpread.of(units).orElseThrow().correctedVariance());
            case SYSTEMATIC_COMPONENT -> SystematicComponent.of(units);
        };
    }

    private static OptionalDouble value(Optional<Estimate> estimate) {
        return estimate.map(found -> OptionalDouble.of(found.value())).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble attributableRisk(List<Proportion> units) {
        OptionalDouble best = units.stream()
                .filter(unit -> unit.cases() >= InequalityMeasure.REFERENCE_CASES)
                .mapToDouble(Proportion::rate)
                .min();
        return best.isEmpty() ? best : OptionalDouble.of(Pooled.rate(units) - best.getAsDouble());
    }
}
