package se.tillsyn.analytics.statistics.inequality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlopeIndexTest {

    private static final List<OrderedGroup> THREE =
            List.of(new OrderedGroup(10, 0.2, 0.1), new OrderedGroup(20, 0.3, 0.1), new OrderedGroup(10, 0.5, 0.1));

    @Test
    void aLineOverTheRanksIsFoundExactly() {
        // Mid-ranks 1/8, 1/2, 7/8 and values 2 + 4 r.
        SlopeIndex index = SlopeIndex.of(
                List.of(new OrderedGroup(1, 2.5, 0), new OrderedGroup(2, 4, 0), new OrderedGroup(1, 5.5, 0)),
                ModelScale.IDENTITY);
        assertEquals(4, index.slope(), 1e-12);
        assertEquals(3, index.ratio(), 1e-12);
        assertEquals(2, index.bottom(), 1e-12);
    }

    @Test
    void equalValuesHaveNoSlopeOnAnyScale() {
        for (ModelScale scale : ModelScale.values()) {
            SlopeIndex index = SlopeIndex.of(List.of(new OrderedGroup(1, 0.3, 0), new OrderedGroup(5, 0.3, 0)), scale);
            assertEquals(0, index.slope(), 1e-12);
            assertEquals(1, index.ratio(), 1e-12);
        }
    }

    @Test
    void aNegativeFactorTurnsIndexAndLimitsRound() {
        SlopeIndex index = SlopeIndex.of(THREE, ModelScale.IDENTITY);
        assertEquals(-100 * index.slope(), index.times(-100).slope(), 1e-12);
        assertEquals(1 / index.ratio(), index.times(-100).ratio(), 1e-12);
        SlopeIndex.Limits limits = SlopeIndex.limits(THREE, ModelScale.LOGIT, ModelScale.LOGIT, 0.95, 1)
                .times(-100);
        assertTrue(
                limits.slope().contains(SlopeIndex.of(THREE, ModelScale.LOGIT).slope() * -100));
        assertTrue(limits.ratio()
                .contains(1 / SlopeIndex.of(THREE, ModelScale.LOGIT).ratio()));
        assertThrows(IllegalArgumentException.class, () -> index.times(0));
    }

    @Test
    void theSameSeedGivesTheSameLimitsAndNoErrorNoWidth() {
        assertEquals(
                SlopeIndex.limits(THREE, ModelScale.LOG, ModelScale.LOG, 0.95, 7),
                SlopeIndex.limits(THREE, ModelScale.LOG, ModelScale.LOG, 0.95, 7));
        List<OrderedGroup> sure = List.of(new OrderedGroup(1, 1, 0), new OrderedGroup(1, 2, 0));
        SlopeIndex.Limits limits = SlopeIndex.limits(sure, ModelScale.IDENTITY, ModelScale.IDENTITY, 0.95, 7);
        assertEquals(2, limits.slope().lower(), 1e-12);
        assertEquals(2, limits.slope().upper(), 1e-12);
    }

    @Test
    void refusesOneGroupAndValuesOffTheScale() {
        assertEquals(
                "groups: expected at least two",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SlopeIndex.of(List.of(new OrderedGroup(1, 2, 0)), ModelScale.IDENTITY))
                        .getMessage());
        List<OrderedGroup> none = List.of(new OrderedGroup(1, 0, 0), new OrderedGroup(1, 0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> SlopeIndex.of(none, ModelScale.LOG));
        assertThrows(IllegalArgumentException.class, () -> SlopeIndex.of(none, ModelScale.LOGIT));
    }
}
