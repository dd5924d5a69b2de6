package se.tillsyn.analytics.statistics.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Interval;

class OverdispersionTest {

    @Test
    void unitsAllAlikeHaveNoVarianceBetweenThem() {
        long[] x = new long[25];
        long[] n = new long[25];
        Arrays.fill(x, 8);
        Arrays.fill(n, 40);
        Overdispersion found = Overdispersion.ofProportions(x, n);
        assertEquals(0, found.phi(), 1e-20);
        assertEquals(0.0, found.tau2());
        assertEquals(0.2, found.target(), 1e-15);
    }

    @Test
    void noneOrAllDeficientIsAFigureLikeOthers() {
        long[] x = {0, 40, 20, 20};
        long[] n = {40, 40, 40, 40};
        Overdispersion found = Overdispersion.ofProportions(x, n);
        assertTrue(found.tau2() > 0);
        assertEquals(-found.scores().get(0).z(), found.scores().get(1).z(), 1e-12);
    }

    @Test
    void limitsAreThoseOfTheSharedFormulaAndKeepTheRange() {
        long[] x = {1, 30, 12, 25, 9};
        long[] n = {40, 40, 41, 60, 50};
        Overdispersion found = Overdispersion.ofProportions(x, n);
        Interval limits = found.limits(50, 0.998);
        assertEquals(FunnelLimits.adjusted(found.target(), 50, found.tau2(), 0.998), limits);
        assertTrue(limits.contains(found.target()));
        assertTrue(found.limits(1, 0.998).lower() >= 0 && found.limits(1, 0.998).upper() <= 1);
        assertTrue(Math.abs(found.scores().get(1).adjustedZ())
                < Math.abs(found.scores().get(1).z()));
    }

    @Test
    void noEventIsFiniteOnTheLogScales() {
        double[] x = {0, 4, 9, 2};
        double[] n = {3, 5, 7, 2};
        for (IndicatorScale scale : IndicatorScale.values()) {
            if (scale != IndicatorScale.PROPORTION) {
                Overdispersion found = Overdispersion.of(x, n, scale, Trimming.WINSORISE, 0.1);
                assertTrue(Double.isFinite(found.phi()) && Double.isFinite(found.tau2()));
                assertTrue(found.limits(4, 0.95).contains(found.target()));
            }
        }
    }

    @Test
    void truncatingLeavesOutTheEndsAndWinsorisingMovesThem() {
        double[] scores = new double[20];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i;
        }
        assertEquals(
                16,
                Trimming.TRUNCATE.apply(scores, 0.1).stream()
                        .filter(OptionalDouble::isPresent)
                        .count());
        assertEquals(1.9, Trimming.WINSORISE.apply(scores, 0.1).get(0).orElseThrow(), 1e-12);
        assertEquals(17.1, Trimming.WINSORISE.apply(scores, 0.1).get(19).orElseThrow(), 1e-12);
    }

    @Test
    void refusesOneUnitAndUnitsWithoutDenominator() {
        assertEquals(
                "expected numerator and denominator of at least two units",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Overdispersion.ofProportions(new long[] {1}, new long[] {2}))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> Overdispersion.ofProportions(new long[] {0, 1}, new long[] {0, 2}));
        assertThrows(
                IllegalArgumentException.class,
                () -> Overdispersion.ofProportions(new long[] {3, 1}, new long[] {2, 2}));
    }
}
