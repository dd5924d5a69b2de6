package se.tillsyn.analytics.statistics.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PoissonGammaTest {

    private static final long[] COUNTS = {3, 0, 9, 12, 20, 1, 40, 2};
    private static final double[] EXPECTED = {4, 5, 6, 14, 10, 4, 22, 7};

    /** scipy 1.17: optimize.minimize (Nelder-Mead) of stats.nbinom.logpmf, stats.gamma.ppf. */
    @Test
    void equalsAnotherProgramsMaximum() {
        PoissonGamma fitted = PoissonGamma.fit(COUNTS, EXPECTED).orElseThrow();
        assertEquals(1.75826396, fitted.alpha().orElseThrow(), 1e-6);
        assertEquals(0.97918413, fitted.mean(), 1e-7);
        assertEquals(0.7642646204, fitted.quantile(3, 4, 0.5), 1e-6);
        assertTrue(fitted.quantile(3, 4, 0.025) < fitted.relativeRisk(3, 4));
        assertTrue(fitted.quantile(3, 4, 0.975) > fitted.relativeRisk(3, 4));
    }

    @Test
    void countsThatVaryNoMoreThanChanceHaveOneRisk() {
        PoissonGamma fitted = PoissonGamma.fit(new long[] {5, 10, 20}, new double[] {10, 20, 40})
                .orElseThrow();
        assertTrue(fitted.alpha().isEmpty());
        assertEquals(0.5, fitted.mean(), 1e-15);
        assertEquals(0.5, fitted.relativeRisk(9, 3));
        assertEquals(0.5, fitted.quantile(9, 3, 0.9));
        assertTrue(PoissonGamma.fit(new long[] {4}, new double[] {2})
                .orElseThrow()
                .alpha()
                .isEmpty());
    }

    @Test
    void zerosAloneHaveNoFit() {
        assertTrue(PoissonGamma.fit(new long[2], new double[] {1, 2}).isEmpty());
        assertTrue(PoissonGamma.fit(new long[0], new double[0]).isEmpty());
    }

    @Test
    void aUnitWhereNothingIsExpectedGetsTheMean() {
        long[] counts = {3, 0, 9, 12, 20, 1, 40, 2, 0};
        double[] expected = {4, 5, 6, 14, 10, 4, 22, 7, 0};
        PoissonGamma with = PoissonGamma.fit(counts, expected).orElseThrow();
        PoissonGamma without = PoissonGamma.fit(COUNTS, EXPECTED).orElseThrow();
        assertEquals(without.alpha().orElseThrow(), with.alpha().orElseThrow(), 1e-12);
        assertEquals(with.mean(), with.relativeRisk(0, 0), 1e-15);
    }

    @Test
    void refusesCountsWhereNothingIsExpected() {
        assertEquals(
                "expected no count where nothing is expected, unit 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PoissonGamma.fit(new long[] {1, 1}, new double[] {1, 0}))
                        .getMessage());
        PoissonGamma fitted = PoissonGamma.fit(COUNTS, EXPECTED).orElseThrow();
        assertEquals(
                "probability: expected a number between 0 and 1",
                assertThrows(IllegalArgumentException.class, () -> fitted.quantile(1, 1, 1))
                        .getMessage());
    }
}
