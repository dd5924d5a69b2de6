package se.tillsyn.analytics.statistics.inequality;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Do neighbouring areas resemble one another? Moran's I and Geary's C with row-standardised weights.
 *
 * <p>With z_i the deviations from the mean, {@code w_ij = 1/(number of neighbours of i)} and {@code S0 = Σ w}: {@code I = n Σ w_ij z_i
 * z_j/(S0 Σ z²)}, {@code C = (n − 1) Σ w_ij (z_i − z_j)²/(2 S0 Σ z²)}. Without autocorrelation {@code E(I) = −1/(n − 1)} and {@code
 * E(C) = 1}. Variances when the values are shuffled among the areas (randomisation) and when they are normal. No unit. I above its
 * expectation, or C below 1, says that neighbours are alike.
 *
 * <p>Areas without neighbours are left out of everything. Nothing when fewer than two areas are left or all values are equal; no
 * randomisation variance with fewer than four areas. Means little below {@value #FEWEST_AREAS} areas. Assumes one value per
 * area of similar precision; small areas should be shrunk first. Source: P. A. P. Moran (1950), Notes on continuous stochastic
 * phenomena, Biometrika 37, 17–23, doi:10.1093/biomet/37.1-2.17; R. C. Geary (1954), The contiguity ratio and statistical
 * mapping, The Incorporated Statistician 5, 115–145, doi:10.2307/2986645; A. D. Cliff and J. K. Ord (1981), Spatial Processes.
 * Checked against spdep (moran_expected.csv).
 *
 * @param areas with neighbours, n
 * @param moran Moran's I
 * @param expectation of I, −1/(n − 1)
 * @param randomisationVariance of I
 * @param normalVariance of I
 * @param geary Geary's C, 0 or more
 * @param gearyRandomisationVariance of C
 * @param gearyNormalVariance of C
 */
public record SpatialAutocorrelation(
        int areas,
        double moran,
        double expectation,
        OptionalDouble randomisationVariance,
        double normalVariance,
        double geary,
        OptionalDouble gearyRandomisationVariance,
        double gearyNormalVariance) {

    /** Fewest areas for which the test should be shown. */
    public static final int FEWEST_AREAS = 20;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Measures autocorrelation.
     *
     * @param values one per area
     * @param neighbours for each area the places of its neighbours in {@code values}, none twice and not its own
     */
    public static Optional<SpatialAutocorrelation> of(double[] values, int[][] neighbours) {
        check(values, neighbours);
        int n = (int) Arrays.stream(neighbours).filter(of -> of.length > 0).count();
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += neighbours[i].length > 0 ? values[i] / n : 0;
        }
        double squares = 0;
        double fourths = 0;
        double products = 0;
        double differences = 0;
        boolean equal = true;
        double first = Double.NaN;
        for (int i = 0; i < values.length; i++) {
            if (neighbours[i].length > 0) {
                first = Double.isNaN(first) ? values[i] : first;
                equal &= values[i] == first;
                double z = values[i] - mean;
                squares += z * z;
                fourths += z * z * z * z;
                for (int j : neighbours[i]) {
                    products += z * (values[j] - mean) / neighbours[i].length;
                    differences += (values[i] - values[j]) * (values[i] - values[j]) / neighbours[i].length;
                }
            }
        }
        if (n < 2 || equal) {
            return Optional.empty();
        }
        Weights weights = Weights.of(neighbours, n);
        return Optional.of(new SpatialAutocorrelation(
                n,
                products / squares,
                -1.0 / (n - 1),
                weights.moranRandomisation(n * fourths / (squares * squares)),
                weights.moranNormal(),
                (n - 1) * differences / (2.0 * n * squares),
                weights.gearyRandomisation(n * fourths / (squares * squares)),
                weights.gearyNormal()));
    }

    /** Standardised I under randomisation; none where its variance is not above 0. */
    public OptionalDouble randomisationZ() {
        return z(randomisationVariance);
    }

    /** Standardised I for normal values; none where its variance is not above 0. */
    public OptionalDouble normalZ() {
        return z(OptionalDouble.of(normalVariance));
    }

    /** Two-sided p of I under randomisation. */
    public OptionalDouble p() {
        OptionalDouble z = randomisationZ();
        return z.isEmpty() ? z : OptionalDouble.of(2 * NORMAL.survivalProbability(Math.abs(z.getAsDouble())));
    }

    private OptionalDouble z(OptionalDouble variance) {
        return variance.isPresent() && variance.getAsDouble() > 0
                ? OptionalDouble.of((moran - expectation) / Math.sqrt(variance.getAsDouble()))
                : OptionalDouble.empty();
    }

    private static void check(double[] values, int[][] neighbours) {
        if (values.length != neighbours.length) {
            throw new IllegalArgumentException("expected as many values and lists of neighbours, found " + values.length
                    + " and " + neighbours.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("expected a number, value " + (i + 1));
            }
            int[] sorted = neighbours[i].clone();
            Arrays.sort(sorted);
            for (int k = 0; k < sorted.length; k++) {
                boolean twice = k > 0 && sorted[k] == sorted[k - 1];
                if (sorted[k] < 0 || sorted[k] >= values.length || sorted[k] == i || twice) {
                    throw new IllegalArgumentException(
                            "expected neighbours to be other areas, none twice, area " + (i + 1));
                }
                if (neighbours[sorted[k]].length == 0) {
                    throw new IllegalArgumentException(
                            "expected an area that is a neighbour to have neighbours, area " + (sorted[k] + 1));
                }
            }
        }
    }

    /** Sums over the weights; S0 = n, as every row sums to 1. */
    private record Weights(double n, double s1, double s2) {

        private static Weights of(int[][] neighbours, int n) {
            int[][] sorted = new int[neighbours.length][];
            double[] columns = new double[neighbours.length];
            for (int i = 0; i < neighbours.length; i++) {
                sorted[i] = neighbours[i].clone();
                Arrays.sort(sorted[i]);
                for (int j : sorted[i]) {
                    columns[j] += 1.0 / neighbours[i].length;
                }
            }
            double s1 = 0;
            double s2 = 0;
            for (int i = 0; i < neighbours.length; i++) {
                for (int j : sorted[i]) {
                    double there = 1.0 / sorted[i].length;
                    boolean mutual = Arrays.binarySearch(sorted[j], i) >= 0;
                    double back = mutual ? 1.0 / sorted[j].length : 0;
                    s1 += (there + back) * (there + back) / (mutual ? 2 : 1);
                }
                s2 += sorted[i].length == 0 ? 0 : (1 + columns[i]) * (1 + columns[i]);
            }
            return new Weights(n, s1, s2);
        }

        private double moranNormal() {
            return (n * n * s1 - n * s2 + 3 * n * n) / (n * n * (n * n - 1)) - 1 / ((n - 1) * (n - 1));
        }

        private OptionalDouble moranRandomisation(double kurtosis) {
            if (n < 4) {
                return OptionalDouble.empty();
            }
            double first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * n * n);
            double second = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * n * n);
            return OptionalDouble.of(
                    (first - second) / ((n - 1) * (n - 2) * (n - 3) * n * n) - 1 / ((n - 1) * (n - 1)));
        }

        private double gearyNormal() {
            return ((2 * s1 + s2) * (n - 1) - 4 * n * n) / (2 * (n + 1) * n * n);
        }

        private OptionalDouble gearyRandomisation(double kurtosis) {
            if (n < 4) {
                return OptionalDouble.empty();
            }
            double first = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * kurtosis);
            double second = (n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * kurtosis) / 4;
            double third = n * n * (n * n - 3 - (n - 1) * (n - 1) * kurtosis);
            return OptionalDouble.of((first - second + third) / (n * (n - 2) * (n - 3) * n * n));
        }
    }
}
