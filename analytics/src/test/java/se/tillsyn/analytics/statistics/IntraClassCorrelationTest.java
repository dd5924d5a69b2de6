package se.tillsyn.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntraClassCorrelationTest {

    /** Half of the operations all deficient, half not at all: the files of one say everything of each other. */
    @Test
    void isOneWhenAllFilesOfAnOperationAreAlike() {
        ClusterSums sums = new ClusterSums(0, 0, 0, 0, 0, 0);
        for (int i = 0; i < 50; i++) {
            sums = sums.plus(ClusterSums.ofOne(10, 10)).plus(ClusterSums.ofOne(0, 10));
        }
        assertEquals(1, IntraClassCorrelation.of(sums).orElseThrow(), 1e-12);
        assertEquals(100, IntraClassCorrelation.effectiveCases(sums, 1), 1e-9);
    }

    @Test
    void isZeroWhenOperationsDifferLessThanByChance() {
        ClusterSums sums =
                ClusterSums.ofOne(3, 10).plus(ClusterSums.ofOne(3, 10)).plus(ClusterSums.ofOne(3, 10));
        assertEquals(0, IntraClassCorrelation.of(sums).orElseThrow());
        assertEquals(30, IntraClassCorrelation.effectiveCases(sums, 0), 1e-12);
    }

    /** Sizes 2 and 4 with 2 and 1 deficient: p = 1/2, J/(J − 1) Σe² = 2 (1 + 1) = 4, ρ = (4 / (1/4) − 6) / (20 − 6). */
    @Test
    void isTheMomentEstimate() {
        ClusterSums sums = ClusterSums.ofOne(2, 2).plus(ClusterSums.ofOne(1, 4));
        assertEquals(10.0 / 14, IntraClassCorrelation.of(sums).orElseThrow(), 1e-12);
        assertEquals(6 / (1 + (20.0 / 6 - 1) * 10 / 14), IntraClassCorrelation.effectiveCases(sums, 10.0 / 14), 1e-12);
    }

    @Test
    void cannotBeToldFromOneOperationNorOfVerdictsNorWhenAllOrNoneIsDeficient() {
        assertTrue(IntraClassCorrelation.of(new ClusterSums(0, 0, 0, 0, 0, 0)).isEmpty());
        assertTrue(IntraClassCorrelation.of(ClusterSums.ofOne(3, 10)).isEmpty());
        assertTrue(IntraClassCorrelation.of(ClusterSums.ofVerdicts(4, 10)).isEmpty());
        assertTrue(IntraClassCorrelation.of(ClusterSums.ofOne(0, 10).plus(ClusterSums.ofOne(0, 4)))
                .isEmpty());
        assertTrue(IntraClassCorrelation.of(ClusterSums.ofOne(4, 4).plus(ClusterSums.ofOne(9, 9)))
                .isEmpty());
    }

    @Test
    void refusesNoCasesAndCorrelationsThatAreNone() {
        ClusterSums none = new ClusterSums(0, 0, 0, 0, 0, 0);
        assertEquals(
                "expected at least one case",
                assertThrows(IllegalArgumentException.class, () -> IntraClassCorrelation.effectiveCases(none, 0.1))
                        .getMessage());
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertEquals(
                    "correlation: expected 0 to 1",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> IntraClassCorrelation.effectiveCases(ClusterSums.ofOne(1, 2), wrong))
                            .getMessage());
        }
    }
}
