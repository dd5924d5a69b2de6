package se.tillsyn.analytics.statistics.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * Rates drawn towards the common rate, the more the fewer cases they rest on (empirical Bayes by moments).
 *
 * <p>{@code b = Σ x/Σ n}; {@code s² = Σ n (p − b)²/Σ n}; {@code a = max(0, s² − v/n̄)} with n̄ the mean of n; estimate {@code b + (p −
 * b) a/(a + v/n)}. Marshall takes {@code v = b}, a Poisson variance; for rates above some 0.2 that is too large and {@code v = b
 * (1 − b)} is right ({@link #binomial}). Unit: of the rate; an estimate lies between p and b. Shown beside the raw rate, never
 * instead of it.
 *
 * <p>Units without cases get b and are not counted in n̄. With {@code a = 0} (no more variation than chance makes, or one unit)
 * every estimate is b. All x 0: every estimate is 0. No cases at all: refused. Assumes independent cases and units that are
 * exchangeable. Source: R. J. Marshall (1991), Mapping disease and mortality rates using empirical Bayes estimators, Applied
 * Statistics 40, 283–294, doi:10.2307/2347593. Checked against spdep (empirical_bayes_units.csv,
 * empirical_bayes_summary.csv).
 *
 * @param between a, between-unit variance, 0 or more
 * @param overall b, common rate
 * @param estimates one for each unit, in the order given
 */
public record MarshallShrinkage(double between, double overall, List<Double> estimates) {

    /** Common rate above which the binomial variance is used. */
    public static final double LARGEST_POISSON_RATE = 0.2;

    public MarshallShrinkage {
        estimates = List.copyOf(estimates);
    }

    /**
     * Marshall's estimator.
     *
     * @param counts x, 0 or more
     * @param denominators n, 0 or more, not all 0
     */
    public static MarshallShrinkage poisson(double[] counts, double[] denominators) {
        double overall = overall(counts, denominators);
        return of(counts, denominators, overall, overall);
    }

    /**
     * The estimator with binomial variance.
     *
     * @param counts x, 0 to n
     * @param denominators n, 0 or more, not all 0
     */
    public static MarshallShrinkage binomial(double[] counts, double[] denominators) {
        double overall = overall(counts, denominators);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > denominators[i]) {
                throw new IllegalArgumentException("expected counts up to the denominator, unit " + (i + 1));
            }
        }
        return of(counts, denominators, overall, overall * (1 - overall));
    }

    /** {@link #binomial} when the common rate is above {@value #LARGEST_POISSON_RATE}, else {@link #poisson}. */
    public static MarshallShrinkage ofProportions(double[] counts, double[] denominators) {
        return overall(counts, denominators) > LARGEST_POISSON_RATE
                ? binomial(counts, denominators)
                : poisson(counts, denominators);
    }

    private static MarshallShrinkage of(double[] counts, double[] denominators, double overall, double variance) {
        double sum = 0;
        double squares = 0;
        int units = 0;
        for (int i = 0; i < counts.length; i++) {
            if (denominators[i] > 0) {
                double left = counts[i] / denominators[i] - overall;
                squares += denominators[i] * left * left;
                sum += denominators[i];
                units++;
            }
        }
        double between = Math.max(0, squares / sum - variance / (sum / units));
        List<Double> estimates = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            double share = between == 0 || denominators[i] == 0 ? 0 : between / (between + variance / denominators[i]);
            estimates.add(share == 0 ? overall : overall + (counts[i] / denominators[i] - overall) * share);
        }
        return new MarshallShrinkage(between, overall, estimates);
    }

    private static double overall(double[] counts, double[] denominators) {
        if (counts.length != denominators.length) {
            throw new IllegalArgumentException(
                    "expected as many counts and denominators, found " + counts.length + " and " + denominators.length);
        }
        double count = 0;
        double denominator = 0;
        for (int i = 0; i < counts.length; i++) {
            boolean numbers = Double.isFinite(counts[i]) && Double.isFinite(denominators[i]);
            if (!numbers || counts[i] < 0 || denominators[i] < 0 || (denominators[i] == 0 && counts[i] > 0)) {
                throw new IllegalArgumentException("expected count and denominator of 0 or more, unit " + (i + 1));
            }
            count += counts[i];
            denominator += denominators[i];
        }
        if (!(denominator > 0)) {
            throw new IllegalArgumentException("expected a denominator above 0 in at least one unit");
        }
        return count / denominator;
    }
}
