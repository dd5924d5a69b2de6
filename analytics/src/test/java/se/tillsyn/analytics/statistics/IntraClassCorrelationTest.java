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

    /** Three operations with 2, 4 and 6 files: mean 4, variance 8/3, so 1 + (8/3)/16 = 7/6. */
    @Test
    void unevennessIsOneMoreThanTheSquaredCoefficientOfVariation() {
        ClusterSums sums = ClusterSums.ofOne(1, 2).plus(ClusterSums.ofOne(1, 4)).plus(ClusterSums.ofOne(1, 6));
        assertEquals(7.0 / 6, IntraClassCorrelation.unevenness(sums), 1e-12);
        assertEquals(
                IntraClassCorrelation.effectiveCases(sums, 0.2),
                IntraClassCorrelation.effectiveCases(12, 3, 7.0 / 6, 0.2),
                1e-12,
                "with its own unevenness a cell has what its squares say");
    }

    /** An operation cannot have more files than the cell, nor fewer than one. */
    @Test
    void borrowedUnevennessStaysWithinWhatIsPossible() {
        assertEquals(10 / (1 + 9 * 0.5), IntraClassCorrelation.effectiveCases(10, 1, 3, 0.5), 1e-12);
        assertEquals(4, IntraClassCorrelation.effectiveCases(4, 8, 1, 0.5), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> IntraClassCorrelation.effectiveCases(0, 1, 1, 0.5));
    }
}
