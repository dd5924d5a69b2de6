package se.tillsyn.analytics.statistics.inequality;

import java.util.List;
import java.util.Optional;

/**
 * What the whole would gain if every group had the best group's rate.
 *
 * <p>Risk {@code best − m}, fraction {@code (best − m)/m}, m the weighted mean: 0 or more where high is good, 0 or less where
 * low is good. Unit: proportion, and share of m. Standard error of the fraction after Walter from the table of the best
 * group against the others, with weights as numbers of people: c and d people with and without the outcome in the best
 * group, a and b in the others, {@code √(c N (a d (N − c) + b c²) / ((a + c)³ (c + d)³))}; that of the risk is m times it.
 * Groups that share the best rate are taken together.
 *
 * <p>Nothing when every rate is 0. One group: both are 0. Assumes rates that are proportions of independent people. Source:
 * S. D. Walter (1978), Calculation of attributable risks from epidemiological data, International Journal of Epidemiology
 * 7, 175–182, doi:10.1093/ije/7.2.175. Checked against healthequal (inequality_expected.csv; its standard error of the
 * fraction is a fraction beside an estimate in percent).
 *
 * @param risk best − m
 * @param fraction (best − m)/m
 */
public record PopulationAttributable(Estimate risk, Estimate fraction) {

    /**
     * Estimates both.
     *
     * @param groups rates of 0 to 1
     */
    public static Optional<PopulationAttributable> of(List<Group> groups, Favourable favourable) {
        if (groups.stream().anyMatch(group -> group.rate() > 1)) {
            throw new IllegalArgumentException("expected rates that are proportions, at most 1");
        }
        double mean = Disparity.mean(groups, Weighting.WEIGHTED);
        if (mean == 0) {
            return Optional.empty();
        }
        double best = Disparity.best(groups, favourable);
        double all = Disparity.totalWeight(groups);
        double inBest = 0;
        for (Group group : groups) {
            inBest += group.rate() == best ? group.weight() : 0;
        }
        double c = inBest * best;
        double d = inBest - c;
        double a = Math.max(0, all * mean - c);
        double b = Math.max(0, all - inBest - a);
        double variance = inBest == 0 ? 0 : c * all * (a * d * (all - c) + b * c * c) / (cube(a + c) * cube(inBest));
        double error = Math.sqrt(variance);
        return Optional.of(new PopulationAttributable(
                Estimate.normal(best - mean, error * mean), Estimate.normal((best - mean) / mean, error)));
    }

    private static double cube(double value) {
        return value * value * value;
    }
}
