package se.tillsyn.analytics.disclosure.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RoundingRulesTest {

    @Test
    void thresholdsAreInclusive() {
        assertEquals(OptionalLong.empty(), SmallCountRule.NHS_DIGITAL_SUBNATIONAL.published(7));
        assertEquals(OptionalLong.of(10), SmallCountRule.NHS_DIGITAL_SUBNATIONAL.published(8));
        assertEquals(OptionalLong.of(5), SmallCountRule.EUROSTAT_IFS2023.published(7));
        assertEquals(OptionalLong.of(20), SmallCountRule.EUROSTAT_IFS2023.published(15));
        assertEquals(OptionalLong.of(3), SmallCountRule.OPENSAFELY_MIDPOINT6.published(6));
        assertEquals(OptionalLong.of(9), SmallCountRule.OPENSAFELY_MIDPOINT6.published(7));
        assertEquals(OptionalLong.empty(), SmallCountRule.ONS_10_5.published(9));
        assertEquals(OptionalLong.empty(), SmallCountRule.ONS_10_5.published(0));
        assertEquals(OptionalLong.of(0), SmallCountRule.OPENSAFELY_REDACT7_ROUND5.published(0));
    }

    @Test
    void randomRoundingIsUnbiased() {
        for (int count = 0; count < 50; count++) {
            RandomRounding rule = RandomRounding.of(count, 3);
            assertEquals(count, rule.low() + 3 * rule.probabilityUp(), 1e-12);
            assertTrue(rule.probabilityUp() < 1);
        }
    }

    @Test
    void rowsRepeatAboveTheLast() {
        assertEquals(750, RepeatedRows.of(750));
        assertEquals(501, RepeatedRows.of(751));
        assertEquals(750, RepeatedRows.of(1000));
        assertEquals(501, RepeatedRows.of(1001));
    }

    @Test
    void refusesNegativeCounts() {
        assertEquals(
                "small count rule: expected 0 or more",
                assertThrows(IllegalArgumentException.class, () -> SmallCountRule.ONS_10_5.published(-1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> RandomRounding.of(-1, 3));
        assertThrows(IllegalArgumentException.class, () -> RandomRounding.of(1, 1));
        assertThrows(IllegalArgumentException.class, () -> RepeatedRows.of(-1));
    }
}
