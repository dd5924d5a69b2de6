package se.tillsyn.analytics.statistics.trend;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Trend of a series by ranks: Mann–Kendall test, tau-b and the Theil–Sen slope.
 *
 * <p>{@code S = Σ_{i<j} sign(y_j − y_i)}; its variance without trend is {@code (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18}
 * over groups of t equal values; {@code z = (S − sign S)/√variance}. The exact p counts the orders of n different values and
 * exists only without ties. {@code tau-b = S/√((n₀ − n₁) n₀)} with {@code n₀ = n(n − 1)/2} and n₁ the tied pairs. The slope is
 * the median of {@code (y_j − y_i)/(t_j − t_i)}, in the unit of the values per period.
 *
 * <p>All values equal: S, z and slope are 0, p is 1, tau-b does not exist. A single value has no slope. Assumes values that
 * are independent over time, one a period; autocorrelation makes p too small. Source: H. B. Mann (1945), Nonparametric
 * tests against trend, Econometrica 13, 245–259, doi:10.2307/1907187; M. G. Kendall (1975), Rank Correlation Methods, 4th
 * edition; P. K. Sen (1968), Estimates of the regression coefficient based on Kendall's tau, Journal of the American
 * Statistical Association 63, 1379–1389, doi:10.1080/01621459.1968.10480934. Checked against base R
 * (trend_mann_kendall.csv).
 *
 * @param n values
 * @param s S, −n(n − 1)/2 to n(n − 1)/2
 * @param variance of S without trend
 * @param exactP two-sided; none with ties
 * @param tauB −1 to 1; none when all values are equal
 * @param slope none for a single value
 */
public record MannKendall(
        int n, long s, double variance, OptionalDouble exactP, OptionalDouble tauB, OptionalDouble slope) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Tests a series with one value a period.
     *
     * @param values at least one, all numbers, in time order
     */
    public static MannKendall of(double[] values) {
        double[] times = new double[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i;
        }
        return of(times, values);
    }

    /**
     * Tests a series with periods left out; the slope is per unit of time.
     *
     * @param times of the values, ascending, none twice
     * @param values at least one, all numbers
     */
    public static MannKendall of(double[] times, double[] values) {
        if (values.length == 0 || Arrays.stream(values).anyMatch(value -> !Double.isFinite(value))) {
            throw new IllegalArgumentException("expected at least one value and only numbers");
        }
        if (times.length != values.length) {
            throw new IllegalArgumentException("expected as many times as values");
        }
        int n = values.length;
        long pairs = (long) n * (n - 1) / 2;
        double[] slopes = new double[Math.toIntExact(pairs)];
        long s = 0;
        int next = 0;
        for (int j = 1; j < n; j++) {
            if (!(times[j] > times[j - 1])) {
                throw new IllegalArgumentException("expected ascending times, time " + (j + 1));
            }
            for (int i = 0; i < j; i++) {
                s += Double.compare(values[j], values[i]) == 0 ? 0 : values[j] > values[i] ? 1 : -1;
                slopes[next++] = (values[j] - values[i]) / (times[j] - times[i]);
            }
        }
        Ties ties = Ties.of(values);
        double variance = ((double) n * (n - 1) * (2.0 * n + 5) - ties.cubic) / 18;
        return new MannKendall(
                n,
                s,
                variance,
                n < 2 || ties.pairs > 0 ? OptionalDouble.empty() : OptionalDouble.of(exact(n, s)),
                pairs == ties.pairs
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(s / Math.sqrt((double) (pairs - ties.pairs) * pairs)),
                median(slopes));
    }

    /** Standardised S with continuity correction; 0 when S is 0. */
    public double z() {
        return s == 0 ? 0 : (s - Long.signum(s)) / Math.sqrt(variance);
    }

    /** Two-sided p by the normal distribution. */
    public double p() {
        return 2 * NORMAL.survivalProbability(Math.abs(z()));
    }

    /** The exact p where it exists, else the normal one. */
    public double bestP() {
        return exactP.orElse(p());
    }

    /** Twice the smaller tail of the number of pairs in order among all orders of n different values. */
    private static double exact(int n, long s) {
        int pairs = n * (n - 1) / 2;
        double[] share = new double[pairs + 1];
        share[0] = 1;
        for (int size = 2; size <= n; size++) {
            double[] with = new double[pairs + 1];
            double window = 0;
            for (int q = 0; q <= size * (size - 1) / 2; q++) {
                window += share[q] - (q >= size ? share[q - size] : 0);
                with[q] = window / size;
            }
            share = with;
        }
        int ordered = Math.toIntExact((s + pairs) / 2);
        int fewer = Math.min(ordered, pairs - ordered);
        double tail = 0;
        for (int q = 0; q <= fewer; q++) {
            tail += share[q];
        }
        return Math.min(1, 2 * tail);
    }

    private static OptionalDouble median(double[] slopes) {
        if (slopes.length == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(slopes);
        int half = slopes.length / 2;
        double median = slopes.length % 2 == 1 ? slopes[half] : (slopes[half - 1] + slopes[half]) / 2;
        return OptionalDouble.of(median + 0.0);
    }

    /** Tied pairs and Σ t(t − 1)(2t + 5). */
    private record Ties(long pairs, double cubic) {

        private static Ties of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            long pairs = 0;
            double cubic = 0;
            int start = 0;
            for (int i = 1; i <= sorted.length; i++) {
                if (i == sorted.length || sorted[i] != sorted[start]) {
                    int t = i - start;
                    pairs += (long) t * (t - 1) / 2;
                    cubic += (double) t * (t - 1) * (2.0 * t + 5);
                    start = i;
                }
            }
            return new Ties(pairs, cubic);
        }
    }
}
