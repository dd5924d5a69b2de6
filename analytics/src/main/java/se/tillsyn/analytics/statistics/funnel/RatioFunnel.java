package se.tillsyn.analytics.statistics.funnel;

import java.util.OptionalDouble;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.PoissonInterval;

/**
 * One point of the control limits of a ratio of observed to expected events, or of a rate: where a unit with so many
 * observed events would just be remarkable.
 *
 * <p>The exact Poisson limits of the observed count O are the numbers expected at which O lies on the funnel's limits: on
 * the lower one at {@code E = χ²(1 − α/2; 2O + 2)/2}, on the upper one at {@code E = χ²(α/2; 2O)/2}. The ratio drawn there
 * is {@code O/E}. For a rate with reference {@code b} the denominator drawn is {@code E/b} and the rate {@code b · O/E}.
 *
 * <p>Units: events; the ratio has none, 1 means as expected. At {@code O = 0} there is no point of the upper limit, and
 * the lower one is 0. Assumes independent events and a reference without error. Source: D. J. Spiegelhalter (2005), Funnel
 * plots for comparing institutional performance, Statistics in Medicine 24, 1185–1202, doi:10.1002/sim.1970. Checked
 * against PHEindicatormethods (funnel_ratio_limits.csv, funnel_rate_limits.csv), which finds the same by bisection.
 *
 * @param observed O, 0 or more
 * @param expectedAtLower number expected where O lies on the lower limit
 * @param expectedAtUpper number expected where O lies on the upper limit, 0 when there is none
 */
public record RatioFunnel(double observed, double expectedAtLower, double expectedAtUpper) {

    /**
     * The points of a count.
     *
     * @param observed 0 or more
     * @param confidence two-sided level, between 0 and 1
     */
    public static RatioFunnel of(double observed, double confidence) {
        Interval limits = PoissonInterval.exact(observed, confidence);
        return new RatioFunnel(observed, limits.upper(), limits.lower());
    }

    /** Ratio on the lower limit. */
    public double lowerRatio() {
        return observed / expectedAtLower;
    }

    /** Ratio on the upper limit; empty when nothing was observed. */
    public OptionalDouble upperRatio() {
        return expectedAtUpper == 0 ? OptionalDouble.empty() : OptionalDouble.of(observed / expectedAtUpper);
    }

    /**
     * Limits drawn at a number expected by treating it as if it had been observed: {@code χ²(α/2; 2E)/(2E)} to {@code χ²(1
     * − α/2; 2E + 2)/(2E)}. FunnelPlotR draws these; they are not the exact ones above and the two must not be mixed.
     * Checked against FunnelPlotR (funnel_poisson_ratio_limits.csv).
     *
     * @param expected more than 0
     * @param confidence two-sided level, between 0 and 1
     */
    public static Interval limitsAsIfObserved(double expected, double confidence) {
        if (!(expected > 0)) {
            throw new IllegalArgumentException("expected: expected more than 0");
        }
        return PoissonInterval.exact(expected, confidence).times(1 / expected);
    }
}
