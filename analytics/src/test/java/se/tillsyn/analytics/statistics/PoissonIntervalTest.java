package se.tillsyn.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PoissonIntervalTest {

    @Test
    void noEventGivesAnExactZeroAndAFiniteUpperLimit() {
        Interval limits = PoissonInterval.of(0, 0.95);
        assertEquals(0.0, limits.lower());
        assertEquals(-Math.log(0.025), limits.upper(), 1e-12);
    }

    @Test
    void changesToByarAtTenEvents() {
        assertEquals(PoissonInterval.exact(9, 0.95), PoissonInterval.of(9, 0.95));
        assertEquals(
                PoissonInterval.byarUpper(10, 0.95),
                PoissonInterval.of(10, 0.95).upper());
        assertEquals(PoissonInterval.Method.EXACT, PoissonInterval.methodFor(9.9));
        assertEquals(PoissonInterval.Method.BYAR, PoissonInterval.methodFor(10));
    }

    @Test
    void containsTheCountAndGrowsWithIt() {
        Interval before = PoissonInterval.of(0, 0.95);
        for (int events = 1; events < 300; events++) {
            Interval limits = PoissonInterval.of(events, 0.95);
            assertTrue(limits.contains(events));
            assertTrue(limits.lower() > before.lower() && limits.upper() > before.upper());
            before = limits;
        }
    }

    @Test
    void byarHasNoLowerLimitWhereItsBracketIsNegative() {
        assertTrue(PoissonInterval.byarLower(0, 0.95).isEmpty());
        assertTrue(PoissonInterval.byarLower(1, 0.998).isEmpty());
        assertTrue(PoissonInterval.byarLower(1, 0.95).isPresent());
    }

    @Test
    void refusesWhatIsNoCount() {
        assertEquals(
                "events: expected 0 or more",
                assertThrows(IllegalArgumentException.class, () -> PoissonInterval.of(-1, 0.95))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> PoissonInterval.exact(Double.NaN, 0.95));
        assertThrows(IllegalArgumentException.class, () -> PoissonInterval.exact(1, 1));
    }
}
