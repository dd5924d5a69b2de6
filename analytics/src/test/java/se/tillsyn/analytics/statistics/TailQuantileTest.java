package se.tillsyn.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;

class TailQuantileTest {

    @Test
    void smallQuantilesAreExactRelativeToThemselves() {
        for (double tail : new double[] {0.025, 0.001, 1e-6}) {
            double exponential = -Math.log1p(-tail);
            assertEquals(exponential, TailQuantile.lower(GammaDistribution.of(1, 1), tail), 1e-12 * exponential);
            assertEquals(-Math.log(tail), TailQuantile.upper(GammaDistribution.of(1, 1), tail), 1e-12);
            double least = -Math.expm1(Math.log1p(-tail) / 5000);
            assertEquals(least, TailQuantile.lower(BetaDistribution.of(1, 5000), tail), 1e-11 * least);
        }
    }

    @Test
    void bothTailsMeetAtTheMedian() {
        GammaDistribution gamma = GammaDistribution.of(3.3, 2);
        assertEquals(TailQuantile.lower(gamma, 0.5), TailQuantile.upper(gamma, 0.5), 1e-12);
    }
}
