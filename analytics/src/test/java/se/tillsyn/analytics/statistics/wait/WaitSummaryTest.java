package se.tillsyn.analytics.statistics.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.SampleQuantile;

class WaitSummaryTest {

    private static final double[] NOBODY = {};

    @Test
    void nobodyHasNoFigures() {
        WaitSummary summary = WaitSummary.of(NOBODY, NOBODY, 0.95);
        assertEquals(0, summary.completed());
        assertTrue(summary.waitingShare().isEmpty());
        assertTrue(summary.median().days().isEmpty());
        assertTrue(summary.completedMedian().days().isEmpty());
        assertTrue(summary.p90().lower().isEmpty());
    }

    @Test
    void whoeverWaitsStillMakesTheMedianLonger() {
        WaitSummary summary = WaitSummary.of(
                LongStream.rangeClosed(1, 30).toArray(),
                LongStream.rangeClosed(20, 40).toArray(),
                0.95);
        assertEquals(15.5, summary.completedMedian().days().orElseThrow());
        assertTrue(summary.median().days().orElseThrow() > 15.5);
        assertEquals(21.0 / 51, summary.waitingShare().orElseThrow(), 1e-15);
    }

    @Test
    void aMedianNeedsSixValuesForBothLimitsAndANinetiethPercentileThirtySix() {
        assertEquals(OptionalInt.empty(), OrderStatisticLimits.of(5, 0.5, 0.95).lowerRank());
        assertEquals(OptionalInt.of(1), OrderStatisticLimits.of(6, 0.5, 0.95).lowerRank());
        assertEquals(OptionalInt.of(6), OrderStatisticLimits.of(6, 0.5, 0.95).upperRank());
        assertEquals(OptionalInt.empty(), OrderStatisticLimits.of(35, 0.9, 0.95).upperRank());
        assertEquals(OptionalInt.of(36), OrderStatisticLimits.of(36, 0.9, 0.95).upperRank());
        assertTrue(WaitSummary.of(LongStream.range(0, 35).toArray(), new long[0], 0.95)
                .completedP90()
                .isAtLeast());
    }

    @Test
    void ranksCoverAtLeastAsOftenAsAskedAndMoreWouldBeNeeded() {
        for (int n = 1; n < 200; n++) {
            for (double p : new double[] {0.1, 0.5, 0.75, 0.9}) {
                OrderStatisticLimits limits = OrderStatisticLimits.of(n, p, 0.95);
                if (limits.coverage().isPresent()) {
                    assertTrue(limits.coverage().getAsDouble() >= 0.95 - 1e-12);
                    assertTrue(
                            limits.lowerRank().getAsInt() < limits.upperRank().getAsInt());
                }
            }
        }
    }

    @Test
    void withNobodyWaitingTheCurveGivesTheOrdinaryQuantile() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            double[] days = random.ints(1 + random.nextInt(40), 0, 30)
                    .asDoubleStream()
                    .sorted()
                    .toArray();
            for (double p : new double[] {0.25, 0.5, 0.9}) {
                WaitQuantile found = KaplanMeier.of(days, NOBODY).quantile(p, LimitScale.LOG_LOG, 0.95);
                assertEquals(
                        SampleQuantile.of(days, p, SampleQuantile.Type.TYPE_2),
                        found.days().orElseThrow());
                found.lower()
                        .ifPresent(lower -> assertTrue(lower <= found.days().orElseThrow()));
                found.upper()
                        .ifPresent(upper -> assertTrue(upper >= found.days().orElseThrow()));
            }
        }
    }

    @Test
    void whoWaitsAsLongAsAnotherWaitedIsStillAtHand() {
        // At 10 days two are at hand, one stops: S = 1/2, level until the last day known.
        WaitQuantile median =
                KaplanMeier.of(new double[] {10}, new double[] {10}).quantile(0.5, LimitScale.PLAIN, 0.95);
        assertEquals(OptionalDouble.of(10), median.days());
        WaitQuantile later =
                KaplanMeier.of(new double[] {10}, new double[] {20}).quantile(0.5, LimitScale.PLAIN, 0.95);
        assertEquals(OptionalDouble.of(15), later.days());
    }

    @Test
    void aQuantileThatTheCurveDoesNotReachIsOpen() {
        KaplanMeier curve = KaplanMeier.of(new double[] {5, 6}, new double[] {7, 8, 9, 9, 9});
        WaitQuantile median = curve.quantile(0.5, LimitScale.LOG_LOG, 0.95);
        assertTrue(median.days().isEmpty());
        assertTrue(median.upper().isEmpty());
        assertTrue(KaplanMeier.of(NOBODY, new double[] {3, 4})
                .quantile(0.5, LimitScale.LOG, 0.95)
                .lower()
                .isEmpty());
    }

    @Test
    void refusesNegativeDaysAndOtherConfidence() {
        assertEquals(
                "days: expected 0 or more",
                assertThrows(IllegalArgumentException.class, () -> WaitSummary.of(new long[] {-1}, new long[0], 0.95))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> WaitSummary.of(NOBODY, NOBODY, 95));
        assertThrows(IllegalArgumentException.class, () -> OrderStatisticLimits.of(10, 1, 0.95));
        assertThrows(IllegalArgumentException.class, () -> KaplanMeier.of(new double[] {Double.NaN}, NOBODY));
    }
}
