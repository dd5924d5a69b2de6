package se.tillsyn.analytics.statistics.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FunnelPositionTest {

    @Test
    void positionsGoFromLowToHigh() {
        FunnelPosition before = FunnelPosition.LOW_998;
        for (int x = 0; x <= 100; x++) {
            FunnelPosition now = FunnelPosition.ofProportion(x, 100, 0.5);
            assertTrue(now.compareTo(before) >= 0);
            before = now;
        }
        assertEquals(FunnelPosition.LOW_998, FunnelPosition.ofProportion(0, 100, 0.5));
        assertEquals(FunnelPosition.HIGH_998, before);
        assertEquals(FunnelPosition.INSIDE, FunnelPosition.ofProportion(50, 100, 0.5));
        assertEquals(FunnelPosition.HIGH_95, FunnelPosition.ofProportion(62, 100, 0.5));
    }

    @Test
    void noEventIsLowOnlyWhenEnoughWereExpected() {
        assertEquals(FunnelPosition.INSIDE, FunnelPosition.ofCount(0, 3.6));
        assertEquals(FunnelPosition.LOW_95, FunnelPosition.ofCount(0, 3.7));
        assertEquals(FunnelPosition.LOW_998, FunnelPosition.ofCount(0, 7));
        assertEquals(FunnelPosition.HIGH_998, FunnelPosition.ofCount(20, 7));
    }

    @Test
    void aFigureOnALimitIsInside() {
        assertEquals(FunnelPosition.INSIDE, FunnelPosition.ofProportion(0, 10, 0));
        assertEquals(FunnelPosition.HIGH_998, FunnelPosition.ofProportion(1, 10, 0));
    }

    @Test
    void refusesAUnitWithoutDenominator() {
        assertThrows(IllegalArgumentException.class, () -> FunnelPosition.ofProportion(0, 0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> FunnelPosition.ofCount(1, 0));
    }

    @Test
    void unitsDecideWhatIsDrawn() {
        assertEquals(FunnelRule.NONE, FunnelRule.forUnits(9));
        assertEquals(FunnelRule.PLAIN, FunnelRule.forUnits(10));
        assertEquals(FunnelRule.PLAIN, FunnelRule.forUnits(19));
        assertEquals(FunnelRule.ADJUSTED, FunnelRule.forUnits(20));
        assertThrows(IllegalArgumentException.class, () -> FunnelRule.forUnits(-1));
    }

    @Test
    void nothingObservedHasNoPointOnTheUpperLimit() {
        RatioFunnel none = RatioFunnel.of(0, 0.95);
        assertTrue(none.upperRatio().isEmpty());
        assertEquals(0.0, none.lowerRatio());
        RatioFunnel five = RatioFunnel.of(5, 0.95);
        assertEquals(FunnelPosition.INSIDE, FunnelPosition.ofCount(5, five.expectedAtLower() * 0.999));
        assertEquals(FunnelPosition.LOW_95, FunnelPosition.ofCount(5, five.expectedAtLower() * 1.001));
    }
}
