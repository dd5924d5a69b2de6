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

    @Test
    void fewOperationsWidenLimitsAsStudentsDistributionSays() {
        ClusterSums three =
                ClusterSums.ofOne(1, 10).plus(ClusterSums.ofOne(5, 10)).plus(ClusterSums.ofOne(9, 10));
        ClusteredRate normal = ClusteredRate.of(three, 0.95);
        ClusteredRate few = ClusteredRate.ofFewOperations(three, 0.95);
        assertEquals(normal.variance(), few.variance());
        // 4.302653 is the 97.5 % quantile of Student's distribution with two degrees of freedom (printed tables:
        // 4.303).
        assertEquals(normal.effectiveCases() * Math.pow(1.959964 / 4.302653, 2), few.effectiveCases(), 1e-5);
        assertTrue(few.limits().lower() < normal.limits().lower());
        assertTrue(few.limits().upper() > normal.limits().upper());
    }

    @Test
    void fewOperationsChangeNothingWhereTheVarianceSaysNothing() {
        ClusterSums none =
                ClusterSums.ofOne(0, 10).plus(ClusterSums.ofOne(0, 10)).plus(ClusterSums.ofOne(0, 10));
        assertEquals(ClusteredRate.of(none, 0.95), ClusteredRate.ofFewOperations(none, 0.95));
    }

    @Test
    void borrowedCorrelationServesOneOperationAndNoneDeficient() {
        ClusteredRate none = ClusteredRate.ofKnownCorrelation(ClusterSums.ofOne(0, 11), 0.1, 0.95);
        assertEquals(ClusteredRate.Method.BORROWED, none.method());
        assertEquals(5.5, none.effectiveCases(), 1e-12);
        assertEquals(0, none.limits().lower());
        assertEquals(RateInterval.wilson(0, 5.5, 0.95).upper(), none.limits().upper(), 1e-12);
        ClusteredRate all = ClusteredRate.ofKnownCorrelation(ClusterSums.ofOne(11, 11), 0.1, 0.95);
        assertEquals(1, all.limits().upper());
    }

    @Test
    void borrowedCorrelationOfZeroIsPlainWilsonAndWidensAsItGrows() {
        ClusterSums sums = ClusterSums.ofOne(3, 10).plus(ClusterSums.ofOne(6, 20));
        assertEquals(
                RateInterval.wilson(9, 30, 0.95),
                ClusteredRate.ofKnownCorrelation(sums, 0, 0.95).limits());
        double before = 0;
        for (double correlation : new double[] {0.05, 0.1, 0.5, 1}) {
            ClusteredRate rate = ClusteredRate.ofKnownCorrelation(sums, correlation, 0.95);
            double width = rate.limits().upper() - rate.limits().lower();
            assertTrue(width > before && rate.limits().contains(0.3));
            before = width;
        }
    }
}
