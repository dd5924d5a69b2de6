package se.tillsyn.analytics.statistics;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Confidence limits of the mean number of events behind a count.
 *
 * <p>Exact: the quantiles {@code χ²(α/2; 2x)/2} and {@code χ²(1 − α/2; 2x + 2)/2}, that is of a gamma distribution with
 * shape {@code x} and {@code x + 1}. Byar: {@code x(1 − 1/(9x) − z/(3√x))³} and the same with {@code x + 1} and plus.
 * {@link #of} takes the exact limits below {@value #FEWEST_FOR_BYAR} events and Byar's from there on, as Public Health
 * England does; at 10 events the two differ by less than 0.2 %.
 *
 * <p>Unit: events, 0 or more; divide by the denominator for a rate. At {@code x = 0} the exact lower limit is exactly 0;
 * Byar's lower limit does not exist there, nor where its bracket is negative (x = 1 at 99.8 %). Counts may be fractional.
 *
 * <p>Assumes independent events. Source: F. Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28,
 * 437–442, doi:10.1093/biomet/28.3-4.437; N. E. Breslow, N. E. Day (1987), Statistical Methods in Cancer Research,
 * volume II, IARC, section 2.3. Checked against PHEindicatormethods and base R (rate_poisson_ci.csv).
 */
public final class PoissonInterval {

    /** From this many events on the published limits are Byar's. */
    public static final int FEWEST_FOR_BYAR = 10;

    private PoissonInterval() {}

    /** How limits were made. */
    public enum Method {
        EXACT,
        BYAR
    }

    /** Method of the published limits for a count. */
    public static Method methodFor(double events) {
        checkEvents(events);
        return events < FEWEST_FOR_BYAR ? Method.EXACT : Method.BYAR;
    }

    /**
     * Published limits: exact below {@value #FEWEST_FOR_BYAR} events, else Byar's.
     *
     * @param events 0 or more
     * @param confidence two-sided level, between 0 and 1
     */
    public static Interval of(double events, double confidence) {
        OptionalDouble lower =
                methodFor(events) == Method.BYAR ? byarLower(events, confidence) : OptionalDouble.empty();
        return lower.isPresent()
                ? new Interval(lower.getAsDouble(), byarUpper(events, confidence))
                : exact(events, confidence);
    }

    /**
     * Exact limits.
     *
     * @param events 0 or more
     * @param confidence two-sided level, between 0 and 1
     */
    public static Interval exact(double events, double confidence) {
        checkEvents(events);
        double tail = RateInterval.tail(confidence);
        double lower = events == 0 ? 0 : TailQuantile.lower(GammaDistribution.of(events, 1), tail);
        return new Interval(lower, TailQuantile.upper(GammaDistribution.of(events + 1, 1), tail));
    }

    /** Byar's lower limit; empty where it does not exist. */
    public static OptionalDouble byarLower(double events, double confidence) {
        checkEvents(events);
        double root = 1 - 1 / (9 * events) - RateInterval.quantile(confidence) / (3 * Math.sqrt(events));
        return root >= 0 ? OptionalDouble.of(events * root * root * root) : OptionalDouble.empty();
    }

    /** Byar's upper limit. */
    public static double byarUpper(double events, double confidence) {
        checkEvents(events);
        double next = events + 1;
        double root = 1 - 1 / (9 * next) + RateInterval.quantile(confidence) / (3 * Math.sqrt(next));
        return next * root * root * root;
    }

    private static void checkEvents(double events) {
        if (!(events >= 0) || Double.isInfinite(events)) {
            throw new IllegalArgumentException("events: expected 0 or more");
        }
    }
}
