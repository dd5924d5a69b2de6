package se.tillsyn.analytics.statistics;

/**
 * Rate of deficient cases when the cases were drawn within operations.
 *
 * <p>Estimates {@code p = Σ x_j / Σ n_j} with the variance of a ratio, {@code v = J/(J − 1) · Σ (x_j − p n_j)² / (Σ
 * n_j)²}, turned into an effective number of cases {@code min(n, p(1 − p)/v)}; the limits are Wilson's at {@code x' = p
 * n_eff}. With fewer than three operations, or p at 0 or 1, the variance says nothing: the limits then use the plain
 * number of cases and {@link #method()} says so. No rate at {@code n = 0}.
 *
 * <p>Assumes operations drawn independently. Source: W. G. Cochran (1977), Sampling Techniques, 3rd edition, section 6;
 * effective sample size after L. Kish (1965), Survey Sampling. Checked against the R package survey
 * (clustered_proportion_expected.csv).
 *
 * @param rate proportion, 0 to 1
 * @param variance v, 0 where it could not be estimated
 * @param effectiveCases number of independent cases that would carry as much, more than 0
 * @param limits confidence limits; contain {@code rate}
 * @param method whether clustering could be allowed for
 */
public record ClusteredRate(double rate, double variance, double effectiveCases, Interval limits, Method method) {

    private static final int FEWEST_CLUSTERS = 3;

    /** How the limits were made. */
    public enum Method {
        /** Limits allow for cases drawn within operations. */
        CLUSTERED,
        /** Limits treat the cases as independent. */
        PLAIN
    }

    /**
     * Estimates the rate.
     *
     * @param sums at least one case
     * @param confidence two-sided level, between 0 and 1
     * @throws IllegalArgumentException when there is no case
     */
    public static ClusteredRate of(ClusterSums sums, double confidence) {
        if (sums.cases() == 0) {
            throw new IllegalArgumentException("expected at least one case");
        }
        double n = sums.cases();
        double p = sums.deficient() / n;
        if (sums.clusters() < FEWEST_CLUSTERS || sums.deficient() == 0 || sums.deficient() == sums.cases()) {
            return new ClusteredRate(
                    p, 0, n, RateInterval.wilson((double) sums.deficient(), n, confidence), Method.PLAIN);
        }
        double j = sums.clusters();
        double squares = sums.squaredDeficient() - 2 * p * sums.products() + p * p * sums.squaredCases();
        double variance = j / (j - 1) * Math.max(0, squares) / (n * n);
        double effective = variance == 0 ? n : Math.min(n, p * (1 - p) / variance);
        Interval limits = RateInterval.wilson(p * effective, effective, confidence);
        return new ClusteredRate(p, variance, effective, limits, Method.CLUSTERED);
    }
}
