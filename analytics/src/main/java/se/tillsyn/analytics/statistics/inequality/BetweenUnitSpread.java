package se.tillsyn.analytics.statistics.inequality;

import java.util.List;
import java.util.Optional;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * How far the units' true rates lie apart, freed of the noise that few cases make.
 *
 * <p>τ is the moment estimator of DerSimonian and Laird with the binomial variance at the common rate: {@code w_j = n_j/(p̄ (1 −
 * p̄))}, {@code Q = Σ w_j (p_j − p̄)²}, {@code τ² = max(0, (Q − (J − 1))/(Σ w − Σ w²/Σ w))}. The common rate gives units at 0/n and n/n a
 * variance, and makes Q the {@link Homogeneity} X². The corrected variance is {@code BGV_c = Σ c_j (p_j − p̄)² − Σ c_j (1 − c_j)
 * p_j (1 − p_j)/n_j} with case shares c_j; it may be below 0, where noise explains more than all differences. Units: τ
 * proportion, BGV_c its square.
 *
 * <p>Units without cases are left out. One unit, no or only deficient cases: all 0. Nothing when no unit has a case. Assumes
 * independent cases. Source: R. DerSimonian and N. Laird (1986), Meta-analysis in clinical trials, Controlled Clinical
 * Trials 7, 177–188, doi:10.1016/0197-2456(86)90046-2; D. J. Spiegelhalter (2005), Handling over-dispersion of performance
 * indicators, Quality and Safety in Health Care 14, 347–351, doi:10.1136/qshc.2005.013755.
 *
 * @param tau between-unit standard deviation, 0 or more
 * @param variance BGV with case weights, noise included
 * @param correctedVariance BGV_c
 */
public record BetweenUnitSpread(double tau, double variance, double correctedVariance) {

    /** Estimates the spread. */
    public static Optional<BetweenUnitSpread> of(List<Proportion> units) {
        List<Proportion> used = Pooled.withCases(units);
        if (used.isEmpty()) {
            return Optional.empty();
        }
        double pooled = Pooled.rate(used);
        double cases = used.stream().mapToLong(Proportion::cases).sum();
        double squaredShares = 0;
        double variance = 0;
        double noise = 0;
        for (Proportion unit : used) {
            double share = unit.cases() / cases;
            double p = unit.rate();
            squaredShares += share * share;
            variance += share * (p - pooled) * (p - pooled);
            noise += share * (1 - share) * p * (1 - p) / unit.cases();
        }
        double binomial = pooled * (1 - pooled);
        if (used.size() < 2 || binomial == 0) {
            return Optional.of(new BetweenUnitSpread(0, variance, variance - noise));
        }
        double q = cases * variance / binomial;
        double tauSquared = (q - (used.size() - 1)) / (cases / binomial * (1 - squaredShares));
        return Optional.of(new BetweenUnitSpread(Math.sqrt(Math.max(0, tauSquared)), variance, variance - noise));
    }
}
