package se.tillsyn.analytics.statistics.standardisation;

import java.util.List;

/**
 * One stratum of a directly standardised rate where a person, or case file, can have several events.
 *
 * @param personsByEvents persons with exactly one event, two events and so on, each 0 or more
 * @param population persons, 0 or more
 * @param standard size of the stratum in the standard population, 0 or more, in any unit
 */
public record EventStratum(List<Double> personsByEvents, double population, double standard) {

    public EventStratum {
        personsByEvents = List.copyOf(personsByEvents);
        for (double persons : personsByEvents) {
            if (!(persons >= 0) || Double.isInfinite(persons)) {
                throw new IllegalArgumentException("personsByEvents: expected 0 or more");
            }
        }
        Sizes.check(population, standard);
    }

    /** Σ f · persons with f events. */
    double events() {
        return weighted(1);
    }

    /** Σ f² · persons with f events: the variance of the events when persons are independent. */
    double squaredEvents() {
        return weighted(2);
    }

    private double weighted(int power) {
        double sum = 0;
        for (int i = 0; i < personsByEvents.size(); i++) {
            sum += Math.pow(i + 1.0, power) * personsByEvents.get(i);
        }
        return sum;
    }
}
