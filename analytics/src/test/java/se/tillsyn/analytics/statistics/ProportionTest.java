package se.tillsyn.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void hasNoRateWithoutCases() {
        assertEquals(
                "expected at least one case for a rate, found none",
                assertThrows(IllegalStateException.class, () -> new Proportion(0, 0).rate())
                        .getMessage());
    }

    @Test
    void refusesMoreDeficientThanCases() {
        assertEquals(
                "expected 0 <= deficient <= cases, found 3 of 2",
                assertThrows(IllegalArgumentException.class, () -> new Proportion(3, 2))
                        .getMessage());
    }
}
