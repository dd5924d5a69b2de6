package se.tillsyn.analytics.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Rate of deficient cases when the cases were drawn within operations.
 *
 * <p>Estimates {@code p = Σ x_j / Σ n_j} with the variance of a ratio, {@code v = J/(J − 1) · Σ (x_j − p n_j)² / (Σ
 * n_j)²}, turned into an effective number of cases {@code min(n, p(1 − p)/v)}; the limits are Wilson's at {@code x' = p
 * n_eff}. With fewer than three operations, or p at 0 or 1, the variance says nothing: the limits then use the plain
 * number of cases and {@link #method()} says so. No rate at {@code n = 0}.
 *
 * <p>With few operations v is itself uncertain and {@link #of} is too narrow; analytics/README.md says by how much. Three
 * others are not: {@link #ofFewOperations} takes the uncertainty of v into account, {@link #ofKnownCorrelation} borrows the
 * likeness of files from a larger cell and serves also one operation, 0 of n and n of n, {@link #ofKnownLikeness} borrows the
 * unevenness of operations too and is what regions publish.
 *
 * <p>Assumes operations drawn independently. Source: W. G. Cochran (1977), Sampling Techniques, 3rd edition, section 6;
 * effective sample size after L. Kish (1965), Survey Sampling; for few operations E. L. Korn and B. I. Graubard (1998),
 * Confidence intervals for proportions with small expected number of positive counts estimated from survey data, Survey
 * Methodology 24, 193–201. {@link #of} checked against the R package survey (clustered_proportion_expected.csv), the
 * coverage of all four by simulation (TruthTest).
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
        PLAIN,
        /** Limits allow for cases drawn within operations, as much as in a larger cell. */
        BORROWED
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
        double variance = j / (j - 1) * sums.squaredResiduals(p) / (n * n);
        double effective = variance == 0 ? n : Math.min(n, p * (1 - p) / variance);
        Interval limits = RateInterval.wilson(p * effective, effective, confidence);
        return new ClusteredRate(p, variance, effective, limits, Method.CLUSTERED);
    }

    /**
     * As {@link #of}, with the effective number of cases multiplied by {@code (z/t)²}, z the normal quantile and t that of
     * Student's distribution with J − 1 degrees of freedom.
     *
     * @param sums at least one case
     * @param confidence two-sided level, between 0 and 1
     */
    public static ClusteredRate ofFewOperations(ClusterSums sums, double confidence) {
        ClusteredRate normal = of(sums, confidence);
        return switch (normal.method) {
            case PLAIN, BORROWED -> normal;
            case CLUSTERED -> {
                double t = TDistribution.of(sums.clusters() - 1.0)
                        .inverseSurvivalProbability(RateInterval.tail(confidence));
                double ratio = RateInterval.quantile(confidence) / t;
                yield normal.at(normal.effectiveCases * ratio * ratio, Method.CLUSTERED, confidence);
            }
        };
    }

    /**
     * The rate when the likeness of files within an operation is known from elsewhere: {@code n_eff = n/(1 + (m − 1) ρ)},
     * see {@link IntraClassCorrelation#effectiveCases}; v is p(1 − p)/n_eff.
     *
     * @param sums at least one case
     * @param correlation ρ, 0 to 1; of the nation, for a region's cell
     * @param confidence two-sided level, between 0 and 1
     */
    public static ClusteredRate ofKnownCorrelation(ClusterSums sums, double correlation, double confidence) {
        double effective = IntraClassCorrelation.effectiveCases(sums, correlation);
        double p = (double) sums.deficient() / sums.cases();
        return new ClusteredRate(
                p, p * (1 - p) / effective, effective, wilson(p, effective, confidence), Method.BORROWED);
    }

    /**
     * The rate when the likeness of files and the unevenness of operations are known from elsewhere, and of the cell only
     * numbers that may be published; see {@link IntraClassCorrelation#effectiveCases(long, long, double, double)}.
     *
     * @param deficient 0 to {@code cases}
     * @param cases at least one
     * @param operations at least one
     * @param unevenness from 1
     * @param correlation ρ, 0 to 1
     * @param confidence two-sided level, between 0 and 1
     */
    public static ClusteredRate ofKnownLikeness(
            long deficient, long cases, long operations, double unevenness, double correlation, double confidence) {
        double effective = IntraClassCorrelation.effectiveCases(cases, operations, unevenness, correlation);
        double p = (double) deficient / cases;
        return new ClusteredRate(
                p, p * (1 - p) / effective, effective, wilson(p, effective, confidence), Method.BORROWED);
    }

    private ClusteredRate at(double effective, Method newMethod, double confidence) {
        return new ClusteredRate(rate, variance, effective, wilson(rate, effective, confidence), newMethod);
    }

    private static Interval wilson(double rate, double cases, double confidence) {
        return RateInterval.wilson(rate * cases, cases, confidence);
    }
}
