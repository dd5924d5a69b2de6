package se.tillsyn.analytics.statistics.inequality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpatialAutocorrelationTest {

    /** A line of six areas with one extra edge, so that degrees differ. */
    private static final int[][] SIX = {{1}, {0, 2, 4}, {1, 3}, {2, 4}, {3, 5, 1}, {4}};

    @Test
    void randomisationVarianceIsThatOverAllOrders() {
        double[] values = {1, 4, 2, 8, 5, 7};
        List<double[]> orders = new ArrayList<>();
        permute(values.clone(), 0, orders);
        double[] moran = new double[orders.size()];
        double[] geary = new double[orders.size()];
        for (int i = 0; i < moran.length; i++) {
            SpatialAutocorrelation found =
                    SpatialAutocorrelation.of(orders.get(i), SIX).orElseThrow();
            moran[i] = found.moran();
            geary[i] = found.geary();
        }
        SpatialAutocorrelation found = SpatialAutocorrelation.of(values, SIX).orElseThrow();
        assertEquals(found.expectation(), mean(moran), 1e-12);
        assertEquals(found.randomisationVariance().orElseThrow(), variance(moran), 1e-12);
        assertEquals(1, mean(geary), 1e-12);
        assertEquals(found.gearyRandomisationVariance().orElseThrow(), variance(geary), 1e-12);
    }

    @Test
    void areasWithoutNeighboursAreLeftOut() {
        int[][] seven = {{1}, {0, 2, 4}, {1, 3}, {2, 4}, {3, 5, 1}, {4}, {}};
        assertEquals(
                SpatialAutocorrelation.of(new double[] {1, 4, 2, 8, 5, 7}, SIX),
                SpatialAutocorrelation.of(new double[] {1, 4, 2, 8, 5, 7, 99}, seven));
    }

    @Test
    void doesNotExistForEqualValuesOrWithoutNeighbours() {
        assertTrue(SpatialAutocorrelation.of(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, SIX)
                .isEmpty());
        assertTrue(SpatialAutocorrelation.of(new double[] {1, 2}, new int[][] {{}, {}})
                .isEmpty());
        assertTrue(SpatialAutocorrelation.of(new double[0], new int[0][]).isEmpty());
    }

    @Test
    void threeAreasHaveNoRandomisationVariance() {
        SpatialAutocorrelation found = SpatialAutocorrelation.of(new double[] {1, 2, 4}, new int[][] {{1}, {0, 2}, {1}})
                .orElseThrow();
        assertTrue(found.randomisationVariance().isEmpty());
        assertTrue(found.p().isEmpty());
    }

    @Test
    void refusesAnAreaThatIsItsOwnNeighbour() {
        assertEquals(
                "expected neighbours to be other areas, none twice, area 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SpatialAutocorrelation.of(new double[] {1, 2}, new int[][] {{0}, {0}}))
                        .getMessage());
        assertEquals(
                "expected an area that is a neighbour to have neighbours, area 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SpatialAutocorrelation.of(new double[] {1, 2}, new int[][] {{1}, {}}))
                        .getMessage());
    }

    private static void permute(double[] values, int from, List<double[]> orders) {
        if (from == values.length) {
            orders.add(values.clone());
            return;
        }
        for (int i = from; i < values.length; i++) {
            swap(values, from, i);
            permute(values, from + 1, orders);
            swap(values, from, i);
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / values.length;
    }
}
