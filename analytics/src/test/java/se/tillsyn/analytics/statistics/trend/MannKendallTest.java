package se.tillsyn.analytics.statistics.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MannKendallTest {

    /** scipy 1.17 stats.kendalltau(range(n), y, method='exact') and stats.theilslopes(y). */
    @Test
    void exactProbabilityEqualsAnotherPrograms() {
        assertEquals(
                0.05555555555555555,
                MannKendall.of(new double[] {1, 3, 2, 5, 4, 6}).exactP().orElseThrow(),
                1e-12);
        MannKendall seven = MannKendall.of(new double[] {2, 1, 4, 3, 6, 5, 8});
        assertEquals(0.03015873015873016, seven.exactP().orElseThrow(), 1e-12);
        assertEquals(0.7142857142857143, seven.tauB().orElseThrow(), 1e-12);
        assertEquals(1, seven.slope().orElseThrow(), 1e-12);
    }

    /** scipy 1.17 stats.theilslopes(y, t) and stats.kendalltau(t, y, method='exact'). */
    @Test
    void theSlopeCountsPeriodsThatAreLeftOut() {
        MannKendall gaps = MannKendall.of(
                new double[] {2013, 2014, 2016, 2019, 2020, 2021}, new double[] {60, 64, 61, 70, 68, 75});
        assertEquals(1.6666666666666667, gaps.slope().orElseThrow(), 1e-12);
        assertEquals(0.05555555555555555, gaps.exactP().orElseThrow(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> MannKendall.of(new double[] {1, 1}, new double[] {1, 2}));
    }

    @Test
    void oneValueShowsNothing() {
        MannKendall one = MannKendall.of(new double[] {5});
        assertEquals(0, one.s());
        assertEquals(1, one.p());
        assertTrue(one.exactP().isEmpty());
        assertTrue(one.tauB().isEmpty());
        assertTrue(one.slope().isEmpty());
    }

    @Test
    void tiesLeaveOnlyTheNormalProbability() {
        MannKendall ties = MannKendall.of(new double[] {1, 2, 2, 3, 3, 3});
        assertTrue(ties.exactP().isEmpty());
        assertEquals(ties.p(), ties.bestP());
        assertEquals(11, ties.s());
    }

    @Test
    void normalAndExactProbabilitiesMeetInLongSeries() {
        double[] values = IntStream.range(0, 290)
                .mapToDouble(i -> (i * 7919L) % 290 + i * 0.05)
                .toArray();
        MannKendall found = MannKendall.of(values);
        assertEquals(found.p(), found.exactP().orElseThrow(), 0.002);
    }

    @Test
    void fallingIsTheMirrorOfRising() {
        double[] values = {3, 1, 4, 1.5, 9, 2.6, 5.3};
        MannKendall up = MannKendall.of(values);
        MannKendall down = MannKendall.of(Arrays.stream(values).map(v -> -v).toArray());
        assertEquals(up.s(), -down.s());
        assertEquals(up.exactP().orElseThrow(), down.exactP().orElseThrow(), 1e-15);
        assertEquals(up.slope().orElseThrow(), -down.slope().orElseThrow(), 1e-15);
    }

    @Test
    void refusesMissingValues() {
        assertEquals(
                "expected at least one value and only numbers",
                assertThrows(IllegalArgumentException.class, () -> MannKendall.of(new double[] {1, Double.NaN}))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> MannKendall.of(new double[0]));
    }
}
