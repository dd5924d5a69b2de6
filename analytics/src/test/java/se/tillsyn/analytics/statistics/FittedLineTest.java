package se.tillsyn.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FittedLineTest {

    @Test
    void goesThroughPointsThatLieOnALine() {
        FittedLine line = FittedLine.through(new double[] {1, 2, 4}, new double[] {5, 7, 11}, new double[] {1, 10, 0.5})
                .orElseThrow();
        assertEquals(2, line.slope(), 1e-12);
        assertEquals(3, line.intercept(), 1e-12);
        assertEquals(13, line.at(5), 1e-12);
        assertEquals(0, line.slopeErrorOfResiduals().orElseThrow(), 1e-12);
    }

    @Test
    void aPointWithoutWeightIsAsIfAbsent() {
        FittedLine line = FittedLine.through(new double[] {1, 2, 3}, new double[] {1, 50, 3}, new double[] {1, 0, 1})
                .orElseThrow();
        assertEquals(1, line.slope(), 1e-12);
        assertEquals(2, line.points());
        assertTrue(line.slopeErrorOfResiduals().isEmpty());
    }

    @Test
    void needsTwoDifferentAbscissaeWithWeight() {
        assertTrue(FittedLine.through(new double[] {0.1, 0.1}, new double[] {1, 2}, new double[] {3, 7})
                .isEmpty());
        assertTrue(FittedLine.through(new double[] {1, 2}, new double[] {1, 2}, new double[] {3, 0})
                .isEmpty());
        assertTrue(
                FittedLine.through(new double[0], new double[0], new double[0]).isEmpty());
    }

    @Test
    void refusesNegativeWeightAndMissingNumbers() {
        double[] two = {1, 2};
        assertEquals(
                "expected numbers and no negative weight, point 2",
                assertThrows(IllegalArgumentException.class, () -> FittedLine.through(two, two, new double[] {1, -1}))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> FittedLine.through(two, new double[] {1, Double.NaN}, two));
        assertThrows(IllegalArgumentException.class, () -> FittedLine.through(two, two, new double[] {1}));
    }
}
