package se.tillsyn.analytics.statistics.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AdjustedPTest {

    private static final List<UnaryOperator<double[]>> METHODS = List.of(
            AdjustedP::bonferroni,
            AdjustedP::holm,
            AdjustedP::hochberg,
            AdjustedP::benjaminiHochberg,
            AdjustedP::benjaminiYekutieli);

    @Test
    void aMissingProbabilityStaysMissingAndIsNotCounted() {
        for (UnaryOperator<double[]> method : METHODS) {
            double[] without = method.apply(new double[] {0.01, 0.2});
            assertArrayEquals(
                    new double[] {without[0], Double.NaN, without[1], Double.NaN},
                    method.apply(new double[] {0.01, Double.NaN, 0.2, Double.NaN}));
        }
    }

    @Test
    void noTestsAndOneTestAreAsTheyAre() {
        for (UnaryOperator<double[]> method : METHODS) {
            assertEquals(0, method.apply(new double[0]).length);
            assertArrayEquals(new double[] {0.04}, method.apply(new double[] {0.04}), 1e-15);
            assertArrayEquals(new double[] {Double.NaN}, method.apply(new double[] {Double.NaN}));
        }
    }

    @Test
    void neverBelowTheRawNorAboveOneAndInItsOrder() {
        double[] p = {0.5, 0.001, 0.02, 0.02, 1, 0, 0.9};
        for (UnaryOperator<double[]> method : METHODS) {
            double[] adjusted = method.apply(p);
            for (int i = 0; i < p.length; i++) {
                assertTrue(adjusted[i] >= p[i] && adjusted[i] <= 1);
                for (int j = 0; j < p.length; j++) {
                    assertTrue(p[i] > p[j] || adjusted[i] <= adjusted[j]);
                }
            }
        }
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertEquals(
                "expected p-values of 0 to 1, found another, number 2",
                assertThrows(IllegalArgumentException.class, () -> AdjustedP.holm(new double[] {0.1, 1.2}))
                        .getMessage());
    }
}
