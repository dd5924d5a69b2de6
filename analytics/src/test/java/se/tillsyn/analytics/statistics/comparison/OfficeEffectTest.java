package se.tillsyn.analytics.statistics.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.comparison.OfficeEffect.Reviewed;

class OfficeEffectTest {

    /**
     * One stratum, A: 6 of 10 and 4 of 10, B: 1 of 10 and 1 of 10. p = 0.3; A expected 6, O − E = 4, w = ½; residuals 3, 1, −2,
     * −2; V = 4/3 · (¼ · 10 + ¼ · 8) = 6; degrees of freedom 36/(36/5) − 2 = 3.
     */
    @Test
    void oneStratumByHand() {
        List<OfficeEffect> effects = OfficeEffect.of(List.of(
                new Reviewed("s", "A", ClusterSums.ofOne(6, 10).plus(ClusterSums.ofOne(4, 10))),
                new Reviewed("s", "B", ClusterSums.ofOne(1, 10).plus(ClusterSums.ofOne(1, 10)))));
        OfficeEffect strict = effects.get(0);
        assertEquals("A", strict.office());
        assertEquals(1, strict.strata());
        assertEquals(2, strict.operations());
        assertEquals(10, strict.observed());
        assertEquals(6, strict.expected(), 1e-12);
        assertEquals(6, strict.variance(), 1e-12);
        assertEquals(3, strict.degreesOfFreedom(), 1e-12);
        assertEquals(4 / Math.sqrt(6), strict.t(), 1e-12);
        assertEquals(10.0 / 6, strict.ratio(), 1e-12);
        assertEquals(-strict.t(), effects.get(1).t(), 1e-12);
    }

    /** 3 of 4 and 1 of 4: p = ½, w = ½, each residual ±½, V = 8/7 · (¼ · 1 + ¼ · 1). */
    @Test
    void verdictsAreClustersOfOne() {
        List<OfficeEffect> effects = OfficeEffect.of(List.of(
                new Reviewed("s", "A", ClusterSums.ofVerdicts(3, 4)),
                new Reviewed("s", "B", ClusterSums.ofVerdicts(1, 4))));
        OfficeEffect first = effects.get(0);
        assertEquals(2, first.expected(), 1e-12);
        assertEquals(8.0 / 7 * (0.25 * 1 + 0.25 * 1), first.variance(), 1e-12);
    }

    @Test
    void strataThatTellNothingAreLeftOut() {
        List<Reviewed> telling = List.of(
                new Reviewed("1", "A", ClusterSums.ofOne(6, 10)), new Reviewed("1", "B", ClusterSums.ofOne(2, 10)));
        List<Reviewed> more = new ArrayList<>(telling);
        more.add(new Reviewed("2", "A", ClusterSums.ofOne(9, 10)));
        more.add(new Reviewed("3", "A", ClusterSums.ofOne(0, 10)));
        more.add(new Reviewed("3", "B", ClusterSums.ofOne(0, 10)));
        more.add(new Reviewed("4", "A", ClusterSums.ofOne(10, 10)));
        more.add(new Reviewed("4", "B", ClusterSums.ofOne(5, 5)));
        more.add(new Reviewed("5", "A", ClusterSums.ofOne(1, 3)));
        more.add(new Reviewed("5", "B", ClusterSums.ofOne(2, 6)));
        more.add(new Reviewed("6", "A", ClusterSums.ofOne(1, 3)));
        more.add(new Reviewed("6", "C", ClusterSums.ofOne(0, 0)));
        assertEquals(OfficeEffect.of(telling), OfficeEffect.of(more));
        assertTrue(OfficeEffect.of(List.of()).isEmpty());
    }

    @Test
    void neitherOrderNorPartsMatter() {
        List<Reviewed> reviewed = drawn(new SplittableRandom(7), 0);
        List<Reviewed> turned = new ArrayList<>(reviewed);
        Collections.reverse(turned);
        assertEquals(OfficeEffect.of(reviewed), OfficeEffect.of(turned));
    }

    @Test
    void limitsHoldOneExactlyWhenTheTestDoesNotReject() {
        for (int seed = 0; seed < 50; seed++) {
            for (OfficeEffect effect : OfficeEffect.of(drawn(new SplittableRandom(seed), 0.1))) {
                assertEquals(effect.p() > 0.05, effect.limits(0.95).contains(1), effect.toString());
                assertTrue(effect.limits(0.95).contains(effect.ratio()));
            }
        }
    }

    /** Two-sided p below 5 % for 5 % of the offices without effect: 2 000 draws of 3 dependent ones, 3.3 errors of 2 000. */
    @Test
    void findsNoMoreThanChanceWithoutEffectAndTheStrictOfficeWithOne() {
        int low = 0;
        int all = 0;
        int strict = 0;
        for (int seed = 0; seed < 2000; seed++) {
            for (OfficeEffect effect : OfficeEffect.of(drawn(new SplittableRandom(seed), 0))) {
                all++;
                low += effect.p() < 0.05 ? 1 : 0;
            }
            List<OfficeEffect> planted = OfficeEffect.of(drawn(new SplittableRandom(seed), 0.3));
            strict += planted.get(0).p() < 0.05 && planted.get(0).t() > 0 ? 1 : 0;
        }
        double error = Math.sqrt(0.05 * 0.95 / 2000);
        assertEquals(0.05, (double) low / all, 3.3 * error);
        assertTrue(strict > 1600, strict + " of 2000");
    }

    @Test
    void refusesAnEffectWithoutVariance() {
        assertFalse(assertThrows(IllegalArgumentException.class, () -> new OfficeEffect("A", 1, 1, 1, 1, 0, 1))
                .getMessage()
                .isEmpty());
    }

    /** 40 strata of five operations with rates of their own; office A adds {@code effect} to the rate. */
    private static List<Reviewed> drawn(SplittableRandom random, double effect) {
        List<Reviewed> reviewed = new ArrayList<>();
        for (int stratum = 0; stratum < 40; stratum++) {
            double rate = 0.2 + 0.4 * random.nextDouble();
            for (int operation = 0; operation < 5; operation++) {
                int office = random.nextInt(3);
                double own = Math.min(1, rate + (office == 0 ? effect : 0) + 0.3 * (random.nextDouble() - 0.5));
                int n = 2 + random.nextInt(10);
                int x = 0;
                for (int file = 0; file < n; file++) {
                    x += random.nextDouble() < own ? 1 : 0;
                }
                reviewed.add(new Reviewed(
                        Integer.toString(stratum), Character.toString('A' + office), ClusterSums.ofOne(x, n)));
            }
        }
        return reviewed;
    }
}
