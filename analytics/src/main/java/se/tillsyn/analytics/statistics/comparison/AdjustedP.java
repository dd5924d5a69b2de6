package se.tillsyn.analytics.statistics.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * P-values adjusted for the number of tests in their family.
 *
 * <p>With m tests and p sorted upwards: Bonferroni {@code m p}; Holm {@code max_{k ≤ i} (m − k + 1) p_(k)}; Hochberg {@code min_{k ≥
 * i} (m − k + 1) p_(k)}; Benjamini–Hochberg {@code min_{k ≥ i} m p_(k)/k}; Benjamini–Yekutieli the same times {@code Σ_{k ≤ m}
 * 1/k}; each at most 1. The first three bound the chance of any false finding, the last two the expected share of false
 * among all findings. Unit: probability.
 *
 * <p>A missing p (NaN) stays missing and is not counted in m. Equal p-values get equal results; the order of the values
 * does not matter. An empty family gives an empty result. Bonferroni, Holm and Benjamini–Yekutieli hold under any
 * dependence; Hochberg and Benjamini–Hochberg need independent or positively dependent tests. Source: S. Holm (1979), A simple
 * sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 65–70; Y. Hochberg (1988), A sharper
 * Bonferroni procedure, Biometrika 75, 800–802, doi:10.1093/biomet/75.4.800; Y. Benjamini and Y. Hochberg (1995), Controlling
 * the false discovery rate, Journal of the Royal Statistical Society B 57, 289–300, doi:10.1111/j.2517-6161.1995.tb02031.x; Y.
 * Benjamini and D. Yekutieli (2001), The control of the false discovery rate in multiple testing under dependency, Annals of
 * Statistics 29, 1165–1188, doi:10.1214/aos/1013699998. Checked against base R (multiple_testing.csv).
 */
public final class AdjustedP {

    private AdjustedP() {}

    /** {@code min(1, m p)}. */
    public static double[] bonferroni(double[] p) {
        int[] order = order(p);
        double[] adjusted = missing(p);
        for (int place : order) {
            adjusted[place] = Math.min(1, order.length * p[place]);
        }
        return adjusted;
    }

    /** Holm's step-down adjustment. */
    public static double[] holm(double[] p) {
        int[] order = order(p);
        double[] adjusted = missing(p);
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, (order.length - i) * p[order[i]]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }

    /** Hochberg's step-up adjustment. */
    public static double[] hochberg(double[] p) {
        int m = order(p).length;
        return stepUp(p, rank -> m - rank + 1.0);
    }

    /** Benjamini and Hochberg's false discovery rate. */
    public static double[] benjaminiHochberg(double[] p) {
        double m = order(p).length;
        return stepUp(p, rank -> m / rank);
    }

    /** Benjamini and Yekutieli's false discovery rate under any dependence. */
    public static double[] benjaminiYekutieli(double[] p) {
        int m = order(p).length;
        double harmonic = 0;
        for (int k = m; k >= 1; k--) {
            harmonic += 1.0 / k;
        }
        double factor = harmonic * m;
        return stepUp(p, rank -> factor / rank);
    }

    private static double[] stepUp(double[] p, IntToDoubleFunction factorOfRank) {
        int[] order = order(p);
        double[] adjusted = missing(p);
        double smallest = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            smallest = Math.min(smallest, factorOfRank.applyAsDouble(i + 1) * p[order[i]]);
            adjusted[order[i]] = smallest;
        }
        return adjusted;
    }

    /** Places of the p-values that are there, smallest first. */
    private static int[] order(double[] p) {
        for (int i = 0; i < p.length; i++) {
            if (p[i] < 0 || p[i] > 1) {
                throw new IllegalArgumentException("expected p-values of 0 to 1, found another, number " + (i + 1));
            }
        }
        return IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] missing(double[] p) {
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        return adjusted;
    }
}
