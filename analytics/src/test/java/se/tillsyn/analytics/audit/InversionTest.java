package se.tillsyn.analytics.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Proportion;

class InversionTest {

    private static final PercentRounding HALF_UP = PercentRounding.all(RoundingMode.HALF_UP);

    @Test
    void numeratorsAreThoseThatWouldBePublishedSo() {
        for (RoundingMode mode : List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN)) {
            for (int n : new int[] {1, 7, 16, 200, 1201}) {
                for (int x = 0; x <= n; x++) {
                    BigDecimal shown = PercentRounding.all(mode).percent(x, n, 1);
                    RateInversion found = RateInversion.of(shown, n, mode).orElseThrow();
                    assertTrue(found.min() <= x && x <= found.max());
                    assertEquals(shown, PercentRounding.all(mode).percent(found.min(), n, 1));
                    assertEquals(shown, PercentRounding.all(mode).percent(found.max(), n, 1));
                    assertTrue(n > 1000 || found.isExact());
                }
            }
        }
    }

    @Test
    void wholePercentsHideNumeratorsOfLargeDenominators() {
        assertEquals(
                Optional.of(new RateInversion(495, 504)),
                RateInversion.of(new BigDecimal("50"), 1000, RoundingMode.HALF_UP));
        assertEquals(
                10,
                RateInversion.of(new BigDecimal("50"), 1000, RoundingMode.HALF_UP)
                        .orElseThrow()
                        .count());
    }

    @Test
    void someNumbersAreNoRatio() {
        assertEquals(Optional.empty(), RateInversion.of(new BigDecimal("40"), 3, RoundingMode.HALF_UP));
        assertEquals(Optional.empty(), RateInversion.of(new BigDecimal("101"), 3, RoundingMode.HALF_UP));
        assertEquals(Optional.empty(), RateInversion.of(new BigDecimal("-1"), 3, RoundingMode.HALF_UP));
        assertEquals(Optional.empty(), RateInversion.of(new BigDecimal("0"), 0, RoundingMode.HALF_UP));
    }

    @Test
    void tiesFollowTheRule() {
        assertEquals(new BigDecimal("13"), HALF_UP.percent(2, 16, 0));
        assertEquals(
                new BigDecimal("12"),
                PercentRounding.all(RoundingMode.HALF_EVEN).percent(2, 16, 0));
    }

    @Test
    void limitsRoundedOutwardGiveTheirPairToo() {
        PercentRounding outward = new PercentRounding(RoundingMode.HALF_UP, RoundingMode.FLOOR, RoundingMode.CEILING);
        for (Proportion pair :
                List.of(new Proportion(0, 4), new Proportion(5, 5), new Proportion(3, 37), new Proportion(1, 1))) {
            assertTrue(IntervalInversion.published(pair, 0.95, 1, outward)
                    .pairs(0.95, 60, outward)
                    .contains(pair));
        }
    }

    @Test
    void numbersThatNoPairGivesHaveNone() {
        IntervalInversion shown =
                new IntervalInversion(new BigDecimal("50"), new BigDecimal("49"), new BigDecimal("50"));

        assertEquals(List.of(), shown.pairs(0.95, 100, HALF_UP));
    }

    @Test
    void refusesWhatIsNoRate() {
        assertEquals(
                "percent: expected 0 <= numerator <= denominator and denominator > 0",
                assertThrows(IllegalArgumentException.class, () -> HALF_UP.percent(0, 0, 1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> HALF_UP.percent(4, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> new RateInversion(3, 2));
        assertThrows(
                IllegalArgumentException.class,
                () -> new IntervalInversion(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE));
    }
}
