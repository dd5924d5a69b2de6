package se.tillsyn.analytics.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;

/**
 * Whether an office finds more or fewer deficiencies than the others do in the same places, years and kinds of selection.
 *
 * <p>Indirect standardisation within strata. In a stratum s with rate {@code p_s = Σ x/Σ n} over all offices an office is
 * expected to find {@code p_s n_os}; observed and expected are summed over the strata in which it met another office. With the
 * office's share of the stratum's cases {@code w = n_os/n_s} the difference is {@code (1 − w) Σ_own e − w Σ_others e}, {@code e_u
 * = x_u − p_s n_u} being the residual of operation u; hence the variance {@code V_s = J/(J − 1) · ((1 − w)² Σ_own e² + w²
 * Σ_others e²)} over the J operations of the stratum, which allows for cases drawn within operations. {@code t = (O − E)/√ΣV_s} with
 * Student's distribution and {@code (ΣV_s)²/Σ(V_s²/(J_s + 1)) − 2} degrees of freedom, at least 1. Verdicts on operations are
 * the same with {@code n_u = 1} ({@link ClusterSums#ofVerdicts}).
 *
 * <p>Unit: cases, and their ratio O/E, 0 or more, 1 for an office like the others. The office itself is part of what it is
 * compared with, so that the ratio is nearer to 1 than the effect; the test is not affected. A stratum tells nothing, and is
 * left out, when only one office has cases there, or when every operation has the same rate, so also at 0 of n and n of n.
 * An office without a stratum that tells has no effect: it is not in the result.
 *
 * <p>Assumes that within a stratum operations fall to offices as by chance, and that operations are independent; one that
 * two offices saw in one stratum counts as two. Strata must be of one topic. Many offices: adjust ({@link AdjustedP}). Source:
 * N. E. Breslow and N. E. Day (1987), Statistical Methods in Cancer Research II, chapter 2 (indirect standardisation); W. G.
 * Cochran (1977), Sampling Techniques, 3rd edition, section 6 (variance); B. L. Welch (1947), The generalization of "Student's"
 * problem when several different population variances are involved, Biometrika 34, 28–35, doi:10.1093/biomet/34.1-2.28 (degrees
 * of freedom). Checked by hand and by simulation (TruthTest).
 *
 * @param office code
 * @param strata strata that tell something, 1 or more
 * @param operations the office's own in these, 1 or more
 * @param observed deficient cases, O
 * @param expected E, more than 0
 * @param variance of O − E, more than 0
 * @param degreesOfFreedom of the variance, 1 or more
 */
public record OfficeEffect(
        String office,
        int strata,
        long operations,
        double observed,
        double expected,
        double variance,
        double degreesOfFreedom) {

    /** Residuals this small beside what they are made of are rounding. */
    private static final double ROUNDING = 1e-9;

    public OfficeEffect {
        if (strata < 1 || operations < 1 || !(expected > 0) || !(variance > 0) || !(degreesOfFreedom >= 1)) {
            throw new IllegalArgumentException("expected a stratum, an operation, and numbers that are more than 0");
        }
    }

    /**
     * What one office found in one stratum.
     *
     * @param stratum any name: county, year and selection basis
     * @param office code
     * @param sums over the operations that the office reviewed there
     */
    public record Reviewed(String stratum, String office, ClusterSums sums) {}

    /**
     * The effects of all offices that can be compared, in order of their codes.
     *
     * @param reviewed of one topic; several of one stratum and office are added, no operation may be in two of them
     */
    public static List<OfficeEffect> of(List<Reviewed> reviewed) {
        Map<String, Map<String, ClusterSums>> strata = new TreeMap<>();
        for (Reviewed part : reviewed) {
            if (part.sums().cases() > 0) {
                strata.computeIfAbsent(part.stratum(), any -> new TreeMap<>())
                        .merge(part.office(), part.sums(), ClusterSums::plus);
            }
        }
        Map<String, Total> totals = new TreeMap<>();
        for (Map<String, ClusterSums> offices : strata.values()) {
            addStratum(offices, totals);
        }
        List<OfficeEffect> effects = new ArrayList<>();
        totals.forEach((office, total) -> effects.add(total.effect(office)));
        return effects;
    }

    private static void addStratum(Map<String, ClusterSums> offices, Map<String, Total> totals) {
        ClusterSums all = offices.values().stream().reduce(ClusterSums::plus).orElseThrow();
        double rate = (double) all.deficient() / all.cases();
        double residuals = all.squaredResiduals(rate);
        if (offices.size() < 2 || residuals <= ROUNDING * all.squaredDeficient()) {
            return;
        }
        offices.forEach((office, own) ->
                totals.computeIfAbsent(office, any -> new Total()).add(own, all, rate));
    }

    /** O − E in standard errors; positive for a strict office. */
    public double t() {
        return (observed - expected) / Math.sqrt(variance);
    }

    /** Two-sided p of no effect. */
    public double p() {
        return Math.min(1, 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t())));
    }

    /** Observed to expected. */
    public double ratio() {
        return observed / expected;
    }

    /**
     * Limits of {@link #ratio}: {@code (O ∓ t √V)/E}, not below 0. They hold 1 exactly when {@link #p} is more than 1 − confidence.
     *
     * @param confidence two-sided level, between 0 and 1
     */
    public Interval limits(double confidence) {
        double quantile = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(RateInterval.tail(confidence));
        double spread = quantile * Math.sqrt(variance);
        return new Interval(Math.max(0, (observed - spread) / expected), (observed + spread) / expected);
    }

    /** One office's sums over strata. */
    private static final class Total {

        private int strata;
        private long operations;
        private long observed;
        private double expected;
        private double variance;
        /** Σ V_s²/(J_s + 1). */
        private double squaredVariances;

        private void add(ClusterSums own, ClusterSums all, double rate) {
            double share = (double) own.cases() / all.cases();
            double ownSquares = own.squaredResiduals(rate);
            double otherSquares = Math.max(0, all.squaredResiduals(rate) - ownSquares);
            double j = all.clusters();
            double v = j / (j - 1) * ((1 - share) * (1 - share) * ownSquares + share * share * otherSquares);
            strata++;
            operations += own.clusters();
            observed += own.deficient();
            expected += rate * own.cases();
            variance += v;
            squaredVariances += v * v / (j + 1);
        }

        private OfficeEffect effect(String office) {
            double degrees = Math.max(1, variance * variance / squaredVariances - 2);
            return new OfficeEffect(office, strata, operations, observed, expected, variance, degrees);
        }
    }
}
