package se.tillsyn.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClusteredRateTest {

    @Test
    void fallsBackToPlainLimitsAndSaysSoWithFewerThanThreeOperations() {
        ClusteredRate rate = ClusteredRate.of(ClusterSums.ofOne(3, 10).plus(ClusterSums.ofOne(9, 10)), 0.95);
        assertEquals(ClusteredRate.Method.PLAIN, rate.method());
        assertEquals(RateInterval.wilson(12, 20, 0.95), rate.limits());
    }

    @Test
    void neverClaimsMoreInformationThanCases() {
        ClusterSums alike =
                ClusterSums.ofOne(3, 10).plus(ClusterSums.ofOne(3, 10)).plus(ClusterSums.ofOne(3, 10));
        ClusteredRate rate = ClusteredRate.of(alike, 0.95);
        assertEquals(30, rate.effectiveCases());
        assertTrue(rate.limits().contains(0.3));
    }

    @Test
    void hasNoRateWithoutCases() {
        assertThrows(IllegalArgumentException.class, () -> ClusteredRate.of(new ClusterSums(0, 0, 0, 0, 0, 0), 0.95));
    }
}
