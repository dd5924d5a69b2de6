package se.tillsyn.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MeanIntervalTest {

    @Test
    void oneValueHasAMeanButNoInterval() {
        MeanInterval mean = MeanInterval.of(new double[] {7});
        assertEquals(7, mean.mean());
        assertTrue(mean.standardDeviation().isEmpty());
        assertTrue(mean.limits(0.95).isEmpty());
    }

    @Test
    void equalValuesHaveAnIntervalOfNoWidth() {
        assertEquals(
                new Interval(7, 7),
                MeanInterval.of(new double[] {7, 7, 7}).limits(0.95).orElseThrow());
    }

    @Test
    void twoValuesUseOneDegreeOfFreedom() {
        // t(0.975; 1) = tan(0.475 pi)
        Interval limits = MeanInterval.of(new double[] {0, 2}).limits(0.95).orElseThrow();
        assertEquals(1 + Math.tan(0.475 * Math.PI), limits.upper(), 1e-9);
    }

    @Test
    void refusesNothingAndWhatIsNoNumber() {
        assertEquals(
                "values: expected at least one",
                assertThrows(IllegalArgumentException.class, () -> MeanInterval.of(new double[0]))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> MeanInterval.of(new double[] {1, Double.NaN}));
    }
}
