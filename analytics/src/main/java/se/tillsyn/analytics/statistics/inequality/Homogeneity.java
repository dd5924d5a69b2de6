package se.tillsyn.analytics.statistics.inequality;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * Test that all units have one rate.
 *
 * <p>{@code X² = Σ (x_j − n_j p̄)²/(n_j p̄ (1 − p̄))} with {@code p̄ = Σ x/Σ n} and J − 1 degrees of freedom. Units without cases
 * are left out. Nothing with fewer than two units, or when no case or every case is deficient. Assumes independent cases;
 * the approximation needs some five expected cases in most units. Source: K. Pearson (1900), Philosophical Magazine 50,
 * 157–175, doi:10.1080/14786440009463897.
 *
 * @param chiSquare 0 or more
 * @param degreesOfFreedom J − 1
 * @param p upper tail
 */
public record Homogeneity(double chiSquare, int degreesOfFreedom, double p) {

    /** Tests the units. */
    public static Optional<Homogeneity> of(List<Proportion> units) {
        List<Proportion> used = Pooled.withCases(units);
        double pooled = Pooled.rate(used);
        if (used.size() < 2 || pooled == 0 || pooled == 1) {
            return Optional.empty();
        }
        double chiSquare = 0;
        for (Proportion unit : used) {
            double left = unit.deficient() - unit.cases() * pooled;
            chiSquare += left * left / (unit.cases() * pooled * (1 - pooled));
        }
        int freedom = used.size() - 1;
        return Optional.of(new Homogeneity(
                chiSquare, freedom, ChiSquaredDistribution.of(freedom).survivalProbability(chiSquare)));
    }
}
