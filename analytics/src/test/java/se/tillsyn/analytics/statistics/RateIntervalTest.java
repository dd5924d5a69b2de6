package se.tillsyn.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RateIntervalTest {

    @Test
    void fourteenOfSixteenBoardsAsTheReportStates() {
        Interval found = RateInterval.wilson(14, 16, 0.95);
        assertEquals(0.63977, found.lower(), 5e-6);
        assertEquals(0.96502, found.upper(), 5e-6);
    }

    @Test
    void endsAreExactWhenNoneOrAllAreDeficient() {
        assertEquals(0.0, RateInterval.wilson(0, 7, 0.95).lower());
        assertEquals(1.0, RateInterval.wilson(7, 7, 0.95).upper());
    }

    @Test
    void containsTheRateAndNarrowsWithMoreCases() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            int n = 1 + random.nextInt(500);
            int x = random.nextInt(n + 1);
            Interval small = RateInterval.wilson(x, n, 0.95);
            Interval large = RateInterval.wilson(10.0 * x, 10.0 * n, 0.95);
            assertTrue(small.contains((double) x / n));
            assertTrue(small.lower() >= 0 && small.upper() <= 1);
            assertTrue(large.upper() - large.lower() < small.upper() - small.lower());
        }
    }

    @Test
    void otherMethodsContainTheRateAndAreExactAtTheEnds() {
        for (int n = 1; n <= 60; n++) {
            for (int x = 0; x <= n; x++) {
                Interval exact = RateInterval.clopperPearson(x, n, 0.95);
                Interval jeffreys = RateInterval.jeffreys(x, n, 0.95);
                assertTrue(exact.contains((double) x / n));
                assertTrue(jeffreys.contains((double) x / n));
                assertTrue(RateInterval.agrestiCoull(x, n, 0.95).contains((double) x / n) || x == 0 || x == n);
                assertTrue(exact.lower() <= jeffreys.lower() && jeffreys.upper() <= exact.upper());
            }
            assertEquals(0.0, RateInterval.clopperPearson(0, n, 0.95).lower());
            assertEquals(1.0, RateInterval.jeffreys(n, n, 0.95).upper());
        }
    }

    @Test
    void limitsNearZeroKeepTheirRelativeAccuracy() {
        // 1 of n: the lower limit of Clopper and Pearson is 1 - 0.975^(1/n).
        double expected = -Math.expm1(Math.log(0.975) / 10_000_000);
        assertEquals(expected, RateInterval.clopperPearson(1, 10_000_000, 0.95).lower(), 1e-9 * expected);
    }

    @Test
    void drawnUnitsTellMoreTheNearerTheyAreToAll() {
        Interval few = RateInterval.wilsonOfDrawn(4, 8, 1000, 0.95);
        Interval half = RateInterval.wilsonOfDrawn(4, 8, 16, 0.95);
        assertTrue(half.upper() - half.lower() < few.upper() - few.lower());
        assertEquals(new Interval(0.5, 0.5), RateInterval.wilsonOfDrawn(8, 16, 16, 0.95));
        assertEquals(15.0, RateInterval.effectiveDraws(8, 16));
        assertEquals(1.0, RateInterval.wilsonOfDrawn(8, 8, 16, 0.95).upper());
        assertThrows(IllegalArgumentException.class, () -> RateInterval.effectiveDraws(17, 16));
    }

    @Test
    void refusesWhatIsNoProportion() {
        assertThrows(IllegalArgumentException.class, () -> RateInterval.wilson(0, 0, 0.95));
        assertThrows(IllegalArgumentException.class, () -> RateInterval.wilson(3, 2, 0.95));
        assertThrows(IllegalArgumentException.class, () -> RateInterval.wilson(Double.NaN, 2, 0.95));
        assertThrows(IllegalArgumentException.class, () -> RateInterval.wilson(1, 2, 95));
    }
}
