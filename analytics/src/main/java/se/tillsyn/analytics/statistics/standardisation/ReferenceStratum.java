package se.tillsyn.analytics.statistics.standardisation;

/**
 * One stratum of an indirectly standardised rate.
 *
 * @param events events here, 0 or more; a missing count is 0
 * @param population persons here, 0 or more
 * @param referenceEvents events in the reference, 0 or more
 * @param referencePopulation persons in the reference, 0 or more; more than 0 where {@code population} is
 */
public record ReferenceStratum(double events, double population, double referenceEvents, double referencePopulation) {

    public ReferenceStratum {
        if (!(events >= 0) || !(referenceEvents >= 0)) {
            throw new IllegalArgumentException("events: expected 0 or more");
        }
        if (!(population >= 0) || !(referencePopulation >= 0)) {
            throw new IllegalArgumentException("population: expected 0 or more");
        }
        if (population > 0 && referencePopulation == 0) {
            throw new IllegalArgumentException(
                    "referencePopulation: expected more than 0 where there is a population; merge strata");
        }
    }

    double expected() {
        return population == 0 ? 0 : population * (referenceEvents / referencePopulation);
    }
}
