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
}
