package se.tillsyn.analytics.statistics;

import java.util.OptionalDouble;

/**
 * How much alike the files of one operation are.
 *
 * <p>Estimates {@code ρ} in {@code Var(x_j) = p(1 − p) n_j (1 + (n_j − 1) ρ)} from the residuals of a cell with many
 * operations: {@code ρ = (J/(J − 1) · Σ (x_j − p n_j)² / (p(1 − p)) − Σ n_j) / (Σ n_j² − Σ n_j)}, kept between 0 and 1. The
 * variance of a ratio ({@link ClusteredRate}) and this say the same about the cell itself; ρ can be lent to smaller cells,
 * whose own residuals are too few ({@link ClusteredRate#ofKnownCorrelation}).
 *
 * <p>No unit; 0 when the files of an operation are as independent as any, 1 when all of them are judged alike. Does not
 * exist with fewer than two operations, at p of 0 or 1, or when every operation has a single file. Differences between the
 * regions that a cell joins count as likeness, so that a ρ from a larger cell errs on the wide side.
 *
 * <p>Assumes operations drawn independently and one ρ for all of them. Source: the variance
 * after D. A. Williams (1982), Extra-binomial variation in logistic linear models, Applied Statistics 31, 144–148,
 * doi:10.2307/2347977, ρ by equating the sum of squares with its mean; design effect after L. Kish (1965), Survey Sampling. Checked by simulation (TruthTest).
 */
public final class IntraClassCorrelation {

    private IntraClassCorrelation() {}

    /** Estimates ρ; nothing where it cannot be told. */
    public static OptionalDouble of(ClusterSums sums) {
        double n = sums.cases();
        if (sums.clusters() < 2
                || sums.deficient() == 0
                || sums.deficient() == sums.cases()
                || sums.squaredCases() == sums.cases()) {
            return OptionalDouble.empty();
        }
        double p = sums.deficient() / n;
        double j = sums.clusters();
        double spread = j / (j - 1) * sums.squaredResiduals(p) / (p * (1 - p));
        return OptionalDouble.of(Math.max(0, Math.min(1, (spread - n) / (sums.squaredCases() - n))));
    }

    /**
     * Number of independent files that tell as much as the files of a cell: {@code n / (1 + (m − 1) ρ)} with the mean
     * number of files of the operation that a file belongs to, {@code m = Σ n_j²/Σ n_j}.
     *
     * @param sums at least one case
     * @param correlation ρ, 0 to 1
     * @return more than 0, at most n
     */
    public static double effectiveCases(ClusterSums sums, double correlation) {
        if (sums.cases() == 0) {
            throw new IllegalArgumentException("expected at least one case");
        }
        if (!(correlation >= 0) || !(correlation <= 1)) {
            throw new IllegalArgumentException("correlation: expected 0 to 1");
        }
        double n = sums.cases();
        return n / (1 + (sums.squaredCases() / n - 1) * correlation);
    }

    /**
     * How uneven operations are: {@code J Σ n_j² / (Σ n_j)²}, one more than the squared coefficient of variation of their
     * numbers of files.
     *
     * @param sums at least one case
     * @return at least 1
     */
    public static double unevenness(ClusterSums sums) {
        if (sums.cases() == 0) {
            throw new IllegalArgumentException("expected at least one case");
        }
        double n = sums.cases();
        return Math.max(1, sums.clusters() * sums.squaredCases() / (n * n));
    }

    /**
     * As {@link #effectiveCases}, where of a cell no more is known than its numbers of files and operations: {@code m} is
     * their ratio times the unevenness of a larger cell. Needs nothing that could tell how many files single operations had.
     * Source: S. M. Eldridge, D. Ashby, S. Kerry (2006), Sample size for cluster randomized trials: effect of coefficient of
     * variation of cluster size and analysis method, International Journal of Epidemiology 35, 1292–1300,
     * doi:10.1093/ije/dyl129.
     *
     * @param cases files, at least one
     * @param operations at least one
     * @param unevenness of a larger cell, see {@link #unevenness}
     * @param correlation ρ, 0 to 1
     * @return more than 0, at most {@code cases}
     */
    public static double effectiveCases(long cases, long operations, double unevenness, double correlation) {
        if (cases < 1 || operations < 1 || !(unevenness >= 1) || !(correlation >= 0) || !(correlation <= 1)) {
            throw new IllegalArgumentException(
                    "expected at least one case and operation, an unevenness from 1 and a correlation from 0 to 1");
        }
        double m = Math.max(1, Math.min((double) cases, unevenness * cases / operations));
        return cases / (1 + (m - 1) * correlation);
    }
}
