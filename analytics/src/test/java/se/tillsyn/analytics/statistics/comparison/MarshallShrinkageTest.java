package se.tillsyn.analytics.statistics.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MarshallShrinkageTest {

    private static final double[] COUNTS = {30, 2, 9, 0, 60};
    private static final double[] CASES = {60, 40, 20, 5, 90};

    @Test
    void estimatesLieBetweenTheRawAndTheCommonRate() {
        for (MarshallShrinkage found : new MarshallShrinkage[] {
            MarshallShrinkage.poisson(COUNTS, CASES), MarshallShrinkage.binomial(COUNTS, CASES)
        }) {
            for (int i = 0; i < COUNTS.length; i++) {
                double raw = COUNTS[i] / CASES[i];
                double estimate = found.estimates().get(i);
                assertTrue(estimate >= Math.min(raw, found.overall()) - 1e-15);
                assertTrue(estimate <= Math.max(raw, found.overall()) + 1e-15);
            }
        }
    }

    @Test
    void highRatesUseTheBinomialVariance() {
        assertEquals(MarshallShrinkage.binomial(COUNTS, CASES), MarshallShrinkage.ofProportions(COUNTS, CASES));
        double[] low = {1, 0, 2, 0, 3};
        assertEquals(MarshallShrinkage.poisson(low, CASES), MarshallShrinkage.ofProportions(low, CASES));
        assertTrue(MarshallShrinkage.binomial(COUNTS, CASES).between()
                > MarshallShrinkage.poisson(COUNTS, CASES).between());
    }

    @Test
    void noMoreVariationThanChanceShrinksAllToTheCommonRate() {
        MarshallShrinkage equal = MarshallShrinkage.poisson(new double[] {3, 6, 3}, new double[] {10, 20, 10});
        assertEquals(0, equal.between());
        assertTrue(equal.estimates().stream().allMatch(estimate -> estimate == 0.3));
        assertEquals(
                0.4,
                MarshallShrinkage.poisson(new double[] {4}, new double[] {10})
                        .estimates()
                        .get(0));
    }

    @Test
    void zerosAndUnitsWithoutCasesAreDefined() {
        MarshallShrinkage zeros = MarshallShrinkage.poisson(new double[2], new double[] {4, 5});
        assertTrue(zeros.estimates().stream().allMatch(estimate -> estimate == 0));
        MarshallShrinkage with = MarshallShrinkage.poisson(new double[] {30, 2, 0}, new double[] {60, 40, 0});
        MarshallShrinkage without = MarshallShrinkage.poisson(new double[] {30, 2}, new double[] {60, 40});
        assertEquals(without.between(), with.between());
        assertEquals(without.overall(), with.estimates().get(2));
    }

    @Test
    void refusesCountsWithoutCases() {
        assertEquals(
                "expected count and denominator of 0 or more, unit 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> MarshallShrinkage.poisson(new double[] {2, 1}, new double[] {0, 3}))
                        .getMessage());
        assertEquals(
                "expected a denominator above 0 in at least one unit",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> MarshallShrinkage.poisson(new double[1], new double[1]))
                        .getMessage());
        assertEquals(
                "expected counts up to the denominator, unit 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> MarshallShrinkage.binomial(new double[] {5}, new double[] {3}))
                        .getMessage());
    }
}
