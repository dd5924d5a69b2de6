package se.tillsyn.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TwoProportionsTest {

    @Test
    void tastingTeaAsFisherCountedIt() {
        // Three of four cups right: (1 + 16 + 16 + 1) of 70 tables are no more probable.
        assertEquals(34.0 / 70, new TwoProportions(3, 4, 1, 4).fisherP(), 1e-12);
    }

    @Test
    void hasNeitherPooledTestNorRatioWhenNobodyIsDeficient() {
        TwoProportions none = new TwoProportions(0, 10, 0, 20);
        assertTrue(none.pooledZ().isEmpty());
        assertTrue(none.pooledP().isEmpty());
        assertTrue(none.riskRatio(0.95).isEmpty());
        assertEquals(1, none.fisherP(), 1e-12);
        assertEquals(1, new TwoProportions(10, 10, 20, 20).fisherP(), 1e-12);
    }

    @Test
    void exchangingTheGroupsTurnsTheFiguresRound() {
        TwoProportions one = new TwoProportions(14, 16, 9, 17);
        TwoProportions other = new TwoProportions(9, 17, 14, 16);
        assertEquals(one.fisherP(), other.fisherP(), 1e-12);
        assertEquals(-one.pooledZ().orElseThrow(), other.pooledZ().orElseThrow(), 1e-12);
        assertEquals(
                1 / one.riskRatio(0.95).orElseThrow().limits().upper(),
                other.riskRatio(0.95).orElseThrow().limits().lower(),
                1e-12);
        assertEquals(
                -one.difference(0.95).limits().upper(),
                other.difference(0.95).limits().lower(),
                1e-12);
    }

    @Test
    void refusesAGroupWithoutCases() {
        assertEquals(
                "expected 0 <= x <= n and n > 0 in both groups",
                assertThrows(IllegalArgumentException.class, () -> new TwoProportions(0, 0, 1, 2))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new TwoProportions(3, 2, 1, 2));
    }
}
