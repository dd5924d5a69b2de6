package se.tillsyn.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void changesUnitWithoutChangingSides() {
        assertEquals(new Interval(25, 50), new Interval(0.25, 0.5).times(100));
        assertEquals(
                "factor: expected more than 0",
                assertThrows(IllegalArgumentException.class, () -> new Interval(0, 1).times(0))
                        .getMessage());
    }

    @Test
    void refusesLimitsInTheWrongOrderOrNoNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new Interval(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Interval(0, Double.NaN));
    }
}
