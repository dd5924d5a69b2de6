package se.tillsyn.ingest.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tillsyn.ingest.sample.RandomStream.Purpose;

/** Moments are compared with theory at five standard errors of the mean of {@value #DRAWS} draws. */
class RandomStreamTest {

    private static final int DRAWS = 40_000;

    @Test
    void sameKeyGivesSameNumbers() {
        RandomStream one = RandomStream.of(1, Purpose.VISIT, 2, 3, 4, 5);
        RandomStream other = RandomStream.of(1, Purpose.VISIT, 2, 3, 4, 5);
        for (int i = 0; i < 100; i++) {
            assertEquals(one.uniform(), other.uniform());
        }
    }

    @Test
    void everyPartOfTheKeyMatters() {
        double first = RandomStream.of(1, Purpose.VISIT, 2, 3, 4, 5).uniform();
        assertNotEquals(first, RandomStream.of(0, Purpose.VISIT, 2, 3, 4, 5).uniform());
        assertNotEquals(first, RandomStream.of(1, Purpose.CENSUS, 2, 3, 4, 5).uniform());
        assertNotEquals(first, RandomStream.of(1, Purpose.VISIT, 3, 2, 4, 5).uniform());
        assertNotEquals(first, RandomStream.of(1, Purpose.VISIT, 2, 3, 5, 4).uniform());
    }

    @ParameterizedTest
    @CsvSource({"0.35, 0.05", "0.12, 0.15", "0.9, 0.3", "0.5, 0.6"})
    void betaHasItsMeanAndIntraClassCorrelation(double mean, double rho) {
        RandomStream random = RandomStream.of(7, Purpose.VISIT);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double p = random.beta(mean, rho);
            assertTrue(p >= 0 && p <= 1);
            sum += p;
            squares += (p - mean) * (p - mean);
        }
        double variance = rho * mean * (1 - mean);
        assertEquals(mean, sum / DRAWS, 5 * Math.sqrt(variance / DRAWS));
        assertEquals(variance, squares / DRAWS, 0.05 * variance);
    }

    @ParameterizedTest
    @CsvSource({"0.4", "1", "3.5"})
    void gammaHasItsMean(double shape) {
        RandomStream random = RandomStream.of(8, Purpose.VISIT);
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += random.gamma(shape);
        }
        assertEquals(shape, sum / DRAWS, 5 * Math.sqrt(shape / DRAWS));
    }

    @Test
    void weibullHasItsMedianAndNinetiethPercentile() {
        RandomStream random = RandomStream.of(9, Purpose.VISIT);
        double p90 = 60 * Math.pow(Math.log(10) / Math.log(2), 1 / 1.3);
        int belowMedian = 0;
        int belowP90 = 0;
        for (int i = 0; i < DRAWS; i++) {
            double days = random.weibull(60, 1.3);
            belowMedian += days <= 60 ? 1 : 0;
            belowP90 += days <= p90 ? 1 : 0;
        }
        assertEquals(0.5, (double) belowMedian / DRAWS, 5 * Math.sqrt(0.25 / DRAWS));
        assertEquals(0.9, (double) belowP90 / DRAWS, 5 * Math.sqrt(0.09 / DRAWS));
    }

    @Test
    void ratesAndLogOddsAreInverse() {
        assertEquals(0.12, RandomStream.rateOf(RandomStream.logOddsOf(0.12)), 1e-12);
    }
}
