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
    void refusesWhatIsNoProportion() {
        assertThrows(IllegalArgumentException.class, () -> RateInterval.wilson(0, 0, 0.95));
        assertThrows(IllegalArgumentException.class, () -> RateInterval.wilson(3, 2, 0.95));
        assertThrows(IllegalArgumentException.class, () -> RateInterval.wilson(Double.NaN, 2, 0.95));
        assertThrows(IllegalArgumentException.class, () -> RateInterval.wilson(1, 2, 95));
    }
}
