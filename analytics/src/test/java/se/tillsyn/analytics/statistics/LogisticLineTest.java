package se.tillsyn.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogisticLineTest {

    private static Optional<LogisticLine> line(double[] numerator, double[] denominator) {
        double[] score = new double[numerator.length];
        for (int i = 0; i < score.length; i++) {
            score[i] = i + 1;
        }
        return LogisticLine.through(score, numerator, denominator);
    }

    /** Two groups: the slope is the log odds ratio, its variance the sum of the inverse cells. */
    @Test
    void equalsTheLogOddsRatioOfTwoGroups() {
        LogisticLine found = line(new double[] {3, 8}, new double[] {10, 12}).orElseThrow();
        assertEquals(Math.log((8.0 / 4) / (3.0 / 7)), found.slope(), 1e-9);
        assertEquals(1.0 / 3 + 1.0 / 7 + 1.0 / 8 + 1.0 / 4, found.binomial().slope(), 1e-5);
        assertEquals(0.3, found.at(1), 1e-9);
        assertTrue(found.dispersion().isEmpty());
        assertTrue(found.robustFactor().isEmpty());
    }

    @Test
    void doesNotExistWhereScoresSeparateTheCases() {
        assertTrue(line(new double[] {0, 0, 16}, new double[] {16, 16, 16}).isEmpty());
        assertTrue(line(new double[] {0, 0, 1}, new double[] {16, 16, 16}).isEmpty());
        assertTrue(line(new double[] {4, 0, 0}, new double[] {16, 16, 16}).isEmpty());
        assertTrue(line(new double[] {16, 16, 5}, new double[] {16, 16, 16}).isEmpty());
    }

    @Test
    void doesNotExistWithoutAnyOrWithOnlyDeficientCases() {
        assertTrue(line(new double[] {0, 0, 0}, new double[] {4, 5, 6}).isEmpty());
        assertTrue(line(new double[] {4, 5, 6}, new double[] {4, 5, 6}).isEmpty());
        assertTrue(line(new double[] {1}, new double[] {4}).isEmpty());
    }

    @Test
    void aPointWithoutCasesIsAsIfAbsent() {
        LogisticLine with =
                line(new double[] {2, 0, 5}, new double[] {10, 0, 10}).orElseThrow();
        assertEquals(2, with.points());
        assertEquals(0.5, with.at(3), 1e-9);
    }

    @Test
    void refusesMoreThanTheDenominator() {
        assertEquals(
                "expected 0 <= numerator <= denominator, point 2",
                assertThrows(IllegalArgumentException.class, () -> line(new double[] {1, 3}, new double[] {2, 2}))
                        .getMessage());
    }
}
