package se.tillsyn.analytics.statistics;

/**
 * What must be known of cases drawn within operations to estimate their rate and its variance: sums over the operations
 * that had at least one case. Whole numbers, so that adding them in any order gives the same.
 *
 * @param clusters operations with at least one case, J
 * @param cases Σ n_j
 * @param deficient Σ x_j, at most {@code cases}
 * @param squaredDeficient Σ x_j²
 * @param products Σ x_j n_j
 * @param squaredCases Σ n_j²
 */
public record ClusterSums(
        long clusters, long cases, long deficient, long squaredDeficient, long products, long squaredCases) {

    public ClusterSums {
        if (clusters < 0 || deficient < 0 || deficient > cases || clusters > cases) {
            throw new IllegalArgumentException("expected 0 <= deficient <= cases and clusters <= cases");
        }
    }

    /** Sums of one operation. */
    public static ClusterSums ofOne(long deficient, long cases) {
        return new ClusterSums(
                cases > 0 ? 1 : 0, cases, deficient, deficient * deficient, deficient * cases, cases * cases);
    }

    /** Sums of verdicts on whole operations, which are clusters of one case each. */
    public static ClusterSums ofVerdicts(long deficient, long operations) {
        return new ClusterSums(operations, operations, deficient, deficient, deficient, operations);
    }

    /**
     * Σ (x_j − p n_j)², 0 or more.
     *
     * @param rate p
     */
    public double squaredResiduals(double rate) {
        return Math.max(0, squaredDeficient - 2 * rate * products + rate * rate * squaredCases);
    }

    /** Sums of both sets of operations together; no operation may be in both. */
    public ClusterSums plus(ClusterSums other) {
        return new ClusterSums(
                clusters + other.clusters,
                cases + other.cases,
                deficient + other.deficient,
                squaredDeficient + other.squaredDeficient,
                products + other.products,
                squaredCases + other.squaredCases);
    }

    /**
     * Sums of the operations that are left when some are taken away; all of those must be among these.
     *
     * @throws IllegalArgumentException when more would be taken away than is there
     */
    public ClusterSums minus(ClusterSums part) {
        return new ClusterSums(
                clusters - part.clusters,
                cases - part.cases,
                deficient - part.deficient,
                squaredDeficient - part.squaredDeficient,
                products - part.products,
                squaredCases - part.squaredCases);
    }
}
