package se.tillsyn.analytics.statistics.standardisation;

/**
 * One stratum of a directly standardised rate.
 *
 * @param events events or deficient cases, 0 or more; a missing count is 0
 * @param population persons or assessed cases, 0 or more
 * @param standard size of the stratum in the standard population, 0 or more, in any unit
 */
public record Stratum(double events, double population, double standard) {

    public Stratum {
        if (!(events >= 0) || Double.isInfinite(events)) {
            throw new IllegalArgumentException("events: expected 0 or more");
        }
        Sizes.check(population, standard);
    }
}
