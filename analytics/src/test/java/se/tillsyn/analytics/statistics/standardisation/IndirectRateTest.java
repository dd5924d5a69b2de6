package se.tillsyn.analytics.statistics.standardisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndirectRateTest {

    @Test
    void theReferenceItselfIsAsExpected() {
        IndirectRate rate =
                IndirectRate.of(List.of(new ReferenceStratum(4, 50, 4, 50), new ReferenceStratum(9, 30, 9, 30)));
        assertEquals(1, rate.ratio(), 1e-15);
        assertEquals(13.0 / 80, rate.rate(), 1e-15);
        assertTrue(rate.ratioLimits(0.95).contains(1));
        assertTrue(rate.rateLimits(0.95).contains(13.0 / 80));
    }

    @Test
    void noEventHasALowerLimitOfExactlyZero() {
        IndirectRate rate = IndirectRate.of(List.of(new ReferenceStratum(0, 50, 4, 50)));
        assertEquals(0.0, rate.ratioLimits(0.95).lower());
        assertEquals(-Math.log(0.025) / 4, rate.ratioLimits(0.95).upper(), 1e-12);
    }

    @Test
    void refusesAReferenceThatExpectsNothing() {
        assertThrows(
                IllegalArgumentException.class, () -> IndirectRate.of(List.of(new ReferenceStratum(1, 50, 0, 50))));
        assertEquals(
                "referencePopulation: expected more than 0 where there is a population; merge strata",
                assertThrows(IllegalArgumentException.class, () -> new ReferenceStratum(1, 50, 0, 0))
                        .getMessage());
    }
}
