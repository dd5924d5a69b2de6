package se.tillsyn.analytics.statistics.standardisation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.GammaDistribution;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.PoissonInterval;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.TailQuantile;

/**
 * Directly standardised rate: what the rate would be if the strata had the sizes of a standard population.
 *
 * <p>Estimates {@code D = Σ w_i x_i/n_i / Σ w_i}. Variance of events: {@code V = Σ (w_i/n_i)² x_i / (Σ w_i)²}; of
 * proportions, with {@code p_i = x_i/n_i}: {@code V = Σ w_i² p_i(1 − p_i)/n_i / (Σ w_i)²}; of several events to a person:
 * the variance of events with {@code Σ f² x_if} for {@code x_i}, where {@code x_if} persons have {@code f} events.
 *
 * <p>Unit: events per person, 0 or more. At no event D is 0, Dobson's limits do not exist and Fay–Feuer's run from 0 to a
 * finite number. A stratum of weight 0 is left out; a stratum with a weight but nobody in it leaves D undefined and is
 * refused: merge strata. Whether a rate from few events may be shown at all is {@link FewestEvents}' matter.
 *
 * <p>Assumes independent events (cases, persons) and a standard without error. Standardise only with three strata or more;
 * with two, show both. Source: A. J. Dobson, K. Kuulasmaa, E. Eberle, J. Scherer (1991), Confidence intervals for
 * weighted sums of Poisson parameters, Statistics in Medicine 10, 457–462, doi:10.1002/sim.4780100317; M. P. Fay, E. J.
 * Feuer (1997), Confidence intervals for directly standardized rates, Statistics in Medicine 16, 791–801,
 * doi:10.1002/(SICI)1097-0258(19970415)16:7&lt;791::AID-SIM500&gt;3.0.CO;2-#. Checked against PHEindicatormethods,
 * epitools and base R (dsr_expected.csv, dsr_clustered_expected.csv).
 *
 * @param events Σ x_i, 0 or more
 * @param population Σ n_i, more than 0
 * @param rate D
 * @param variance V, 0 or more
 * @param largestWeight greatest {@code w_i/n_i / Σ w_i}: what one event more could add to D
 */
public record DirectRate(double events, double population, double rate, double variance, double largestWeight) {

    /** Rate of independent events. */
    public static DirectRate of(List<Stratum> strata) {
        return sum(strata, Stratum::population, Stratum::standard, Stratum::events, Stratum::events);
    }

    /**
     * Rate of deficient among assessed cases.
     *
     * @param strata none with more events than population
     */
    public static DirectRate ofProportions(List<Stratum> strata) {
        for (Stratum stratum : strata) {
            if (stratum.events() > stratum.population()) {
                throw new IllegalArgumentException("events: expected at most the population of the stratum");
            }
        }
        return sum(
                strata,
                Stratum::population,
                Stratum::standard,
                Stratum::events,
                stratum -> stratum.events() * (1 - stratum.events() / stratum.population()));
    }

    /** Rate of events when a person can have several. */
    public static DirectRate ofSeveralEvents(List<EventStratum> strata) {
        return sum(
                strata,
                EventStratum::population,
                EventStratum::standard,
                EventStratum::events,
                EventStratum::squaredEvents);
    }

    /** Whether the rate is defined: some weight, and somebody in every stratum that has one. */
    public static boolean isDefined(List<Stratum> strata) {
        return strata.stream().anyMatch(stratum -> stratum.standard() > 0)
                && strata.stream().allMatch(stratum -> stratum.standard() == 0 || stratum.population() > 0);
    }

    private static <S> DirectRate sum(
            List<S> strata,
            ToDoubleFunction<S> population,
            ToDoubleFunction<S> standard,
            ToDoubleFunction<S> events,
            ToDoubleFunction<S> varianceOfEvents) {
        double weights = strata.stream().mapToDouble(standard).sum();
        if (!(weights > 0)) {
            throw new IllegalArgumentException("standard: expected more than 0 in at least one stratum");
        }
        double count = 0;
        double persons = 0;
        double rate = 0;
        double variance = 0;
        double largest = 0;
        for (S stratum : strata) {
            count += events.applyAsDouble(stratum);
            persons += population.applyAsDouble(stratum);
            if (standard.applyAsDouble(stratum) > 0) {
                double weight = weight(population.applyAsDouble(stratum), standard.applyAsDouble(stratum), weights);
                rate += weight * events.applyAsDouble(stratum);
                variance += weight * weight * varianceOfEvents.applyAsDouble(stratum);
                largest = Math.max(largest, weight);
            }
        }
        return new DirectRate(count, persons, rate, variance, largest);
    }

    private static double weight(double population, double standard, double weights) {
        if (population == 0) {
            throw new IllegalArgumentException(
                    "population: expected more than 0 in every stratum of the standard; merge strata");
        }
        return standard / population / weights;
    }

    /** All events per person, not standardised. */
    public double crude() {
        return events / population;
    }

    /**
     * Dobson's limits with Byar's for the events: {@code D + √(V/X)(limit(X) − X)}, the lower one not below 0; empty
     * where Byar's lower limit of {@code X} does not exist.
     *
     * @param confidence two-sided level, between 0 and 1
     */
    public Optional<Interval> dobson(double confidence) {
        OptionalDouble lower = PoissonInterval.byarLower(events, confidence);
        if (lower.isEmpty()) {
            return Optional.empty();
        }
        double scale = Math.sqrt(variance / events);
        double upper = PoissonInterval.byarUpper(events, confidence);
        return Optional.of(new Interval(
                Math.max(0, rate + scale * (lower.getAsDouble() - events)), rate + scale * (upper - events)));
    }

    /**
     * Fay and Feuer's limits: quantiles of gamma distributions with mean D and variance V (lower), {@code D + k} and
     * {@code V + k²} (upper), {@code k} the largest weight. The lower limit is exactly 0 at no event.
     *
     * @param confidence two-sided level, between 0 and 1
     */
    public Interval fayFeuer(double confidence) {
        double tail = RateInterval.tail(confidence);
        double lower = variance == 0 ? rate : TailQuantile.lower(gamma(rate, variance), tail);
        double upper = TailQuantile.upper(gamma(rate + largestWeight, variance + largestWeight * largestWeight), tail);
        return new Interval(lower, upper);
    }

    private static GammaDistribution gamma(double mean, double variance) {
        return GammaDistribution.of(mean * mean / variance, variance / mean);
    }
}
