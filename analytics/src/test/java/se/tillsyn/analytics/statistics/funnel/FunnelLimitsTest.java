package se.tillsyn.analytics.statistics.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;

class FunnelLimitsTest {

    @Test
    void scoreAndAdjustedLimitsContainTheReferenceAndNarrow() {
        for (double p0 : new double[] {0, 0.02, 0.3, 0.9, 1}) {
            for (int n = 1; n < 400; n++) {
                Interval score = FunnelLimits.score(p0, n, 0.95);
                Interval next = FunnelLimits.score(p0, n + 1, 0.95);
                assertTrue(score.contains(p0) && score.lower() >= 0 && score.upper() <= 1);
                assertTrue(next.upper() - next.lower() <= score.upper() - score.lower());
                Interval adjusted = FunnelLimits.adjusted(p0, n, 0.01, 0.95);
                Interval plain = FunnelLimits.adjusted(p0, n, 0, 0.95);
                assertTrue(adjusted.lower() <= plain.lower() && plain.upper() <= adjusted.upper());
                assertTrue(FunnelLimits.exact(p0, n, 0.95).lower() <= p0);
            }
        }
    }

    @Test
    void theWilsonIntervalOfALimitEndsAtTheReference() {
        Interval limits = FunnelLimits.score(0.3, 50, 0.998);
        assertEquals(0.3, RateInterval.wilson(limits.upper() * 50, 50, 0.998).lower(), 1e-12);
        assertEquals(0.3, RateInterval.wilson(limits.lower() * 50, 50, 0.998).upper(), 1e-12);
    }

    @Test
    void smallNumbersUseTheExactLimits() {
        assertEquals(FunnelLimits.exact(0.3, 29, 0.95), FunnelLimits.of(0.3, 29, 0.95));
        assertEquals(FunnelLimits.score(0.3, 30, 0.95), FunnelLimits.of(0.3, 30, 0.95));
        assertEquals(FunnelLimits.exact(0.99, 400, 0.95), FunnelLimits.of(0.99, 400, 0.95));
    }

    /** By sums of the binomial distribution. */
    @Test
    void noMoreThanTheTailLiesBeyondWhatDecides() {
        for (double p0 : new double[] {0.02, 0.03, 0.1, 1 / 3.0, 0.7, 0.95}) {
            for (int n = 1; n < 1000; n += 1 + n / 30) {
                Interval limits = FunnelLimits.deciding(p0, n, 0.998);
                double above = 0;
                double below = 0;
                for (int x = 0; x <= n; x++) {
                    double probability = BinomialDistribution.of(n, p0).probability(x);
                    above += (double) x / n > limits.upper() ? probability : 0;
                    below += (double) x / n < limits.lower() ? probability : 0;
                }
                assertTrue(above <= 0.001 + 1e-12 && below <= 0.001 + 1e-12);
            }
        }
    }

    @Test
    void aUnitOfOneCaseIsNeverOutside() {
        assertEquals(new Interval(0, 1), FunnelLimits.deciding(1 / 3.0, 1, 0.998));
        assertTrue(FunnelLimits.exact(1 / 3.0, 1, 0.998).upper() < 1, "the curve that is drawn reaches inside");
    }

    @Test
    void theExactLimitOfAReferenceAtTheEndsIsThere() {
        assertEquals(0, ExactBinomialLimit.of(0, 10, 0.975).count());
        assertEquals(10, ExactBinomialLimit.of(1, 10, 0.025).count());
        assertEquals(0.0, FunnelLimits.exact(0, 10, 0.95).upper());
    }

    @Test
    void aCumulativeProbabilityThatMeetsTheTailIsNotPassedByRounding() {
        // F(0) = 0.975 exactly at n = 1.
        ExactBinomialLimit limit = ExactBinomialLimit.of(0.025, 1, 0.975);
        assertEquals(0, limit.count());
        assertEquals(0, limit.alpha(), 1e-12);
    }

    @Test
    void refusesWhatIsNoReference() {
        assertThrows(IllegalArgumentException.class, () -> FunnelLimits.score(1.1, 10, 0.95));
        assertThrows(IllegalArgumentException.class, () -> FunnelLimits.score(0.1, 0, 0.95));
        assertThrows(IllegalArgumentException.class, () -> FunnelLimits.exact(0.1, 0, 0.95));
        assertEquals(
                "tau2: expected 0 or more",
                assertThrows(IllegalArgumentException.class, () -> FunnelLimits.adjusted(0.1, 10, -1, 0.95))
                        .getMessage());
    }
}
