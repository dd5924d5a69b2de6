package se.tillsyn.analytics.statistics.inequality;

import java.util.List;
import java.util.OptionalDouble;
import se.tillsyn.analytics.statistics.FittedLine;

/**
 * Absolute and relative concentration index over ordered groups.
 *
 * <p>{@code ACI = Σ w e (2r − 1)}, {@code RCI = ACI/m} with weights w summing to 1, {@link MidRanks} r and {@code m = Σ w e}; RCI
 * equals twice the covariance of rate and rank over m. Above 0 when the later groups have the higher rates. Units: of the rate, and
 * none. The standard error is that of the slope b in the weighted line {@code 2 σ_r² e/m = a + b r}, for which {@code b = RCI}; that
 * of ACI is m times it. No RCI when every rate is 0; no standard errors with fewer than three groups. One group: ACI 0.
 * Assumes independent groups with errors that vary as 1/w. Source: N. Kakwani, A. Wagstaff and E. van Doorslaer (1997),
 * Socioeconomic inequalities in health: measurement, computation, and statistical inference, Journal of Econometrics 77,
 * 87–103, doi:10.1016/S0304-4076(96)01807-6. Checked against healthequal and base R (inequality_ordered_expected.csv).
 *
 * @param absolute ACI
 * @param absoluteError its standard error
 * @param relative RCI, −1 to 1
 * @param relativeError its standard error
 */
public record ConcentrationIndex(
        double absolute, OptionalDouble absoluteError, OptionalDouble relative, OptionalDouble relativeError) {

    /** Estimates both for groups in order. */
    public static ConcentrationIndex of(List<Group> groups) {
        double mean = Disparity.mean(groups, Weighting.WEIGHTED);
        double total = Disparity.totalWeight(groups);
        double[] weights =
                groups.stream().mapToDouble(group -> group.weight() / total).toArray();
        double[] ranks = MidRanks.of(weights);
        double absolute = 0;
        double spread = 0;
        for (int i = 0; i < ranks.length; i++) {
            absolute += weights[i] * (groups.get(i).rate() - mean) * (2 * ranks[i] - 1);
            spread += weights[i] * (ranks[i] - 0.5) * (ranks[i] - 0.5);
        }
        if (mean == 0) {
            return new ConcentrationIndex(0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        }
        double scale = 2 * spread / mean;
        double[] scaled =
                groups.stream().mapToDouble(group -> scale * group.rate()).toArray();
        OptionalDouble error = FittedLine.through(ranks, scaled, weights)
                .map(FittedLine::slopeErrorOfResiduals)
                .orElse(OptionalDouble.empty());
        OptionalDouble absoluteError = error.isEmpty() ? error : OptionalDouble.of(mean * error.getAsDouble());
        return new ConcentrationIndex(absolute, absoluteError, OptionalDouble.of(absolute / mean), error);
    }
}
