package se.tillsyn.analytics.statistics.inequality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import se.tillsyn.analytics.statistics.FittedLine;

/**
 * Slope and relative index of inequality over ordered groups, by a straight line.
 *
 * <p>Line through the rates at their {@link MidRanks}, weighted by the groups' weights, {@code a + b·rank}: {@code SII = b}, the
 * difference between the two ends of the scale, in the rate's unit; {@code RII = (a + b)/a}, their ratio. Nothing with fewer
 * than two groups with weight; no RII where the line is not above 0 at the scale's start. Assumes a line fits. Source: J. P.
 * Mackenbach and A. E. Kunst (1997), Measuring the magnitude of socio-economic inequalities in health, Social Science and
 * Medicine 44, 757–771, doi:10.1016/S0277-9536(96)00073-1. Checked against base R (inequality_ordered_expected.csv).
 *
 * @param slope SII
 * @param ratio RII
 */
public record SlopeIndex(double slope, OptionalDouble ratio) {

    /** Fits the line to groups in order. */
    public static Optional<SlopeIndex> of(List<Group> groups) {
        double[] weights = groups.stream().mapToDouble(Group::weight).toArray();
        double[] rates = groups.stream().mapToDouble(Group::rate).toArray();
        return FittedLine.through(MidRanks.of(weights), rates, weights)
                .map(line -> new SlopeIndex(
                        line.slope(),
                        line.intercept() > 0
                                ? OptionalDouble.of(line.at(1) / line.intercept())
                                : OptionalDouble.empty()));
    }
}
