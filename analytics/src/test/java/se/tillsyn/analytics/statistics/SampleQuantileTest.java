package se.tillsyn.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.junit.jupiter.api.Test;

class SampleQuantileTest {

    @Test
    void aWholePositionIsNotMissedByRounding() {
        // 100 * 0.07 is 7.000000000000001 in binary arithmetic; the rank is 7, not 8.
        double[] hundred = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        assertEquals(7, SampleQuantile.of(hundred, 0.07, SampleQuantile.Type.TYPE_1));
        assertEquals(7.5, SampleQuantile.of(hundred, 0.07, SampleQuantile.Type.TYPE_2));
    }

    @Test
    void endsAreTheLeastAndTheGreatestOfEveryType() {
        double[] values = {3, 3, 8, 9};
        for (SampleQuantile.Type type : SampleQuantile.Type.values()) {
            assertEquals(3, SampleQuantile.of(values, 0, type));
            assertEquals(9, SampleQuantile.of(values, 1, type));
            assertEquals(5, SampleQuantile.of(new double[] {5}, 0.3, type));
        }
    }

    @Test
    void equalsTheLibraryAwayFromWholePositionsAndNeverFallsWithP() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            double[] values =
                    random.doubles(1 + random.nextInt(30), 0, 100).sorted().toArray();
            double p = random.nextDouble();
            for (SampleQuantile.Type type : SampleQuantile.Type.values()) {
                EstimationMethod method = EstimationMethod.valueOf(type.name().replace("TYPE_", "HF"));
                double other = Quantile.withDefaults().with(method).evaluate(values.clone(), p);
                assertEquals(other, SampleQuantile.of(values, p, type), 1e-9);
                assertTrue(SampleQuantile.of(values, p / 2, type) <= SampleQuantile.of(values, p, type));
            }
        }
    }

    @Test
    void refusesNothingUnsortedValuesAndNaN() {
        assertThrows(IllegalArgumentException.class, () -> SampleQuantile.of(new double[0], 0.5));
        assertEquals(
                "values: expected ascending numbers",
                assertThrows(IllegalArgumentException.class, () -> SampleQuantile.of(new double[] {2, 1}, 0.5))
                        .getMessage());
        double[] nan = {1, Double.NaN};
        Arrays.sort(nan);
        assertThrows(IllegalArgumentException.class, () -> SampleQuantile.of(nan, 0.5));
        assertThrows(IllegalArgumentException.class, () -> SampleQuantile.of(new double[] {1}, 1.1));
    }
}
