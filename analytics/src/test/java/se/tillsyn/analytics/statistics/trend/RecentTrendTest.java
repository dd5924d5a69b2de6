package se.tillsyn.analytics.statistics.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Proportion;

class RecentTrendTest {

    private static final double[] ONE = {1, 1, 1, 1, 1};

    @Test
    void readsOnlyTheLastFivePeriods() {
        double[] sevens = {90, -40, 1, 2, 3, 4, 5};
        double[] errors = {1, 1, 1, 1, 1, 1, 1};
        assertEquals(
                RecentTrend.ofEstimates(new double[] {1, 2, 3, 4, 5}, ONE), RecentTrend.ofEstimates(sevens, errors));
    }

    @Test
    void onePeriodCannotMakeATrend() {
        RecentTrend jump = RecentTrend.ofEstimates(new double[] {10, 9.9, 9.8, 9.7, 60}, ONE)
                .orElseThrow();
        assertTrue(jump.chiSquare() > RecentTrend.THRESHOLD);
        assertFalse(jump.steady());
        assertEquals(Direction.NONE, jump.direction());
    }

    @Test
    void constantValuesShowNoTrend() {
        RecentTrend flat =
                RecentTrend.ofEstimates(new double[] {3, 3, 3, 3, 3}, ONE).orElseThrow();
        assertEquals(0, flat.chiSquare());
        assertEquals(Direction.NONE, flat.direction());
    }

    @Test
    void doesNotExistForFewPeriodsExactValuesOrOneOnlyRate() {
        assertTrue(RecentTrend.ofEstimates(new double[4], new double[4]).isEmpty());
        assertTrue(RecentTrend.ofEstimates(new double[] {1, 2, 3, 4, 5}, new double[] {1, 1, 0, 1, 1})
                .isEmpty());
        assertTrue(RecentTrend.ofProportions(Collections.nCopies(5, new Proportion(0, 9)))
                .isEmpty());
        assertTrue(RecentTrend.ofProportions(List.of(
                        new Proportion(1, 9),
                        new Proportion(2, 9),
                        new Proportion(0, 0),
                        new Proportion(3, 9),
                        new Proportion(4, 9)))
                .isEmpty());
    }

    @Test
    void dispersionWeakensTheTestAndKeepsTheDirection() {
        RecentTrend trend = new RecentTrend(-2, 12, true);
        assertEquals(Direction.DECREASING, trend.direction());
        assertEquals(Direction.NONE, trend.scaledBy(1.6).direction());
        assertEquals(
                "expected a dispersion of at least 1",
                assertThrows(IllegalArgumentException.class, () -> trend.scaledBy(0.5))
                        .getMessage());
    }
}
