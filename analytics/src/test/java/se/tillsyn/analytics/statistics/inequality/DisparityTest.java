package se.tillsyn.analytics.statistics.inequality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Proportion;

class DisparityTest {

    private static final List<Group> SOME = List.of(
            new Group(0.2, 0.04, 100), new Group(0.35, 0.03, 250), new Group(0.35, 0.09, 30), new Group(0.6, 0.1, 24));

    private static final List<Group> ONE = List.of(new Group(0.4, 0.1, 50));

    private static final List<Group> WITH_ZERO = List.of(new Group(0, 0, 10), new Group(0.5, 0.1, 30));

    private static final List<Group> ZEROS = List.of(new Group(0, 0, 10), new Group(0, 0, 30));

    @Test
    void equalRatesHaveNoInequality() {
        List<Group> equal = List.of(new Group(0.3, 0.1, 5), new Group(0.3, 0.2, 7), new Group(0.3, 0.05, 90));
        assertEquals(0, Disparity.gap(equal).value());
        assertEquals(1, Disparity.ratio(equal).orElseThrow().value());
        assertEquals(0, Disparity.betweenGroupVariance(equal).value(), 1e-30);
        assertEquals(0, Disparity.theil(equal).orElseThrow().value(), 1e-15);
        assertEquals(0, Disparity.meanLogDeviation(equal).orElseThrow().value(), 1e-15);
        assertEquals(0, Disparity.gini(equal).orElseThrow(), 1e-15);
        assertEquals(0, Disparity.hoover(equal).orElseThrow(), 1e-15);
        assertEquals(0, Disparity.atkinson(equal).orElseThrow(), 1e-15);
        assertEquals(0, Disparity.standardDeviation(equal).orElseThrow(), 1e-15);
    }

    @Test
    void oneGroupHasNoInequality() {
        assertEquals(0, Disparity.gap(ONE).value());
        assertEquals(1, Disparity.ratio(ONE).orElseThrow().value());
        assertEquals(0, Disparity.betweenGroupDeviation(ONE));
        assertTrue(Disparity.standardDeviation(ONE).isEmpty());
        assertTrue(Disparity.unweightedCoefficientOfVariationPercent(ONE).isEmpty());
    }

    @Test
    void aRateOfZeroHasNoRatioAndNoLogarithm() {
        assertTrue(Disparity.ratio(WITH_ZERO).isEmpty());
        assertTrue(Disparity.meanLogDeviation(WITH_ZERO).isEmpty());
        assertEquals(1, Disparity.atkinson(WITH_ZERO).orElseThrow());
        assertEquals(Math.log(4.0 / 3), Disparity.theil(WITH_ZERO).orElseThrow().value(), 1e-12);
        assertEquals(
                0.75 * Math.log(0.75),
                Disparity.meanLogDeviationOfPositive(WITH_ZERO).orElseThrow(),
                1e-12);
    }

    @Test
    void nothingRelativeExistsWhenEveryRateIsZero() {
        assertEquals(0, Disparity.gap(ZEROS).value());
        assertTrue(Disparity.coefficientOfVariationPercent(ZEROS).isEmpty());
        assertTrue(Disparity.indexOfDisparityPercent(ZEROS, Weighting.EQUAL).isEmpty());
        assertTrue(Disparity.theil(ZEROS).isEmpty());
        assertTrue(Disparity.meanLogDeviationOfPositive(ZEROS).isEmpty());
        assertTrue(Disparity.gini(ZEROS).isEmpty());
        assertTrue(Disparity.hoover(ZEROS).isEmpty());
        assertTrue(Disparity.atkinson(ZEROS).isEmpty());
        assertTrue(Disparity.unweightedCoefficientOfVariationPercent(ZEROS).isEmpty());
        assertTrue(PopulationAttributable.of(ZEROS, Favourable.LOW).isEmpty());
    }

    @Test
    void limitsContainTheEstimate() {
        for (Estimate estimate : List.of(
                Disparity.gap(SOME),
                Disparity.ratio(SOME).orElseThrow(),
                Disparity.betweenGroupVariance(SOME),
                Disparity.theil(SOME).orElseThrow(),
                Disparity.meanLogDeviation(SOME).orElseThrow(),
                PopulationAttributable.of(SOME, Favourable.LOW).orElseThrow().risk())) {
            assertTrue(estimate.limits().contains(estimate.value()));
            assertTrue(estimate.times(100).limits().contains(estimate.value() * 100));
        }
    }

    @Test
    void theOrderOfGroupsDoesNotMatter() {
        List<Group> shuffled = new ArrayList<>(SOME);
        Collections.shuffle(shuffled, new Random(5));
        assertEquals(Disparity.gap(SOME), Disparity.gap(shuffled));
        assertEquals(Disparity.ratio(SOME), Disparity.ratio(shuffled));
        assertEquals(
                Disparity.gini(SOME).orElseThrow(), Disparity.gini(shuffled).orElseThrow(), 1e-15);
    }

    /** Σ Σ w w |e − e| / 2m by its definition. */
    @Test
    void giniEqualsItsDefinition() {
        double total = 404;
        double sum = 0;
        for (Group first : SOME) {
            for (Group second : SOME) {
                sum += first.weight() * second.weight() * Math.abs(first.rate() - second.rate());
            }
        }
        double mean = Disparity.mean(SOME, Weighting.WEIGHTED);
        assertEquals(sum / (total * total) / (2 * mean), Disparity.gini(SOME).orElseThrow(), 1e-12);
    }

    @Test
    void theLargerErrorCountsAmongEqualRates() {
        List<Group> ties = List.of(new Group(0.1, 0.03, 1), new Group(0.5, 0.01, 1), new Group(0.5, 0.04, 1));
        assertEquals(0.05, Disparity.gap(ties).standardError(), 1e-15);
    }

    @Test
    void whatTheWholeWouldGainHasTheSignOfTheIndicator() {
        PopulationAttributable low =
                PopulationAttributable.of(SOME, Favourable.LOW).orElseThrow();
        PopulationAttributable high =
                PopulationAttributable.of(SOME, Favourable.HIGH).orElseThrow();
        assertTrue(low.risk().value() < 0 && low.fraction().value() < 0);
        assertTrue(high.risk().value() > 0 && high.fraction().value() > 0);
        assertEquals(
                0,
                PopulationAttributable.of(ONE, Favourable.LOW)
                        .orElseThrow()
                        .risk()
                        .value());
        assertEquals(
                "expected rates that are proportions, at most 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PopulationAttributable.of(List.of(new Group(61, 5, 832)), Favourable.HIGH))
                        .getMessage());
    }

    @Test
    void refusesNoGroupsNoWeightAndMissingNumbers() {
        assertEquals(
                "expected at least one group with weight",
                assertThrows(IllegalArgumentException.class, () -> Disparity.mean(List.of(), Weighting.EQUAL))
                        .getMessage());
        assertEquals(
                "expected at least one group, found none",
                assertThrows(IllegalArgumentException.class, () -> Disparity.gap(List.of()))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Group(Double.NaN, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Group(0.1, -1, 1));
    }

    @Test
    void groupOfCasesHasNoErrorAtTheEnds() {
        assertEquals(new Group(0, 0, 12), Group.ofCases(new Proportion(0, 12)));
        assertEquals(new Group(1, 0, 12), Group.ofCases(new Proportion(12, 12)));
    }
}
