package se.tillsyn.analytics.statistics.standardisation;

import java.util.List;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.PoissonInterval;

/**
 * Indirectly standardised ratio and rate: events observed against those expected if every stratum had the rate of a
 * reference.
 *
 * <p>Ratio {@code O/E} with {@code E = Σ n_i X_i/N_i}; rate {@code O/E · Σ X_i / Σ N_i}. Limits are those of the count O
 * ({@link PoissonInterval#of}: exact below 10 events, else Byar's) divided by E. Unit: the ratio has none, 1 means as
 * expected; the rate is events per person. At {@code O = 0} the lower limit is exactly 0; where nothing is expected there
 * is no ratio.
 *
 * <p>Assumes independent events and a reference without error. The ratios of two regions must not be compared with each
 * other, only each with the reference: their strata have different weights. Source: N. E. Breslow, N. E. Day (1987),
 * Statistical Methods in Cancer Research, volume II, IARC, section 2.3. Checked against PHEindicatormethods
 * (isr_expected.csv).
 *
 * @param observed O, 0 or more
 * @param expected E, more than 0
 * @param referenceRate events per person in the reference, more than 0
 */
public record IndirectRate(double observed, double expected, double referenceRate) {

    public IndirectRate {
        if (!(observed >= 0) || !(expected > 0) || !(referenceRate > 0)) {
            throw new IllegalArgumentException("expected observed events of 0 or more and some expected events");
        }
    }

    /** Sums of the strata, in their order. */
    public static IndirectRate of(List<ReferenceStratum> strata) {
        double observed = 0;
        double expected = 0;
        double referenceEvents = 0;
        double referencePopulation = 0;
        for (ReferenceStratum stratum : strata) {
            observed += stratum.events();
            expected += stratum.expected();
            referenceEvents += stratum.referenceEvents();
            referencePopulation += stratum.referencePopulation();
        }
        return new IndirectRate(observed, expected, referenceEvents / referencePopulation);
    }

    /** O/E. */
    public double ratio() {
        return observed / expected;
    }

    /** Limits of {@link #ratio}. */
    public Interval ratioLimits(double confidence) {
        return PoissonInterval.of(observed, confidence).times(1 / expected);
    }

    /** Ratio times the rate of the reference, events per person. */
    public double rate() {
        return ratio() * referenceRate;
    }

    /** Limits of {@link #rate}. */
    public Interval rateLimits(double confidence) {
        return ratioLimits(confidence).times(referenceRate);
    }
}
