package se.tillsyn.analytics.statistics.standardisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.PoissonInterval;

class DirectRateTest {

    private static final List<Stratum> THREE =
            List.of(new Stratum(3, 10, 35), new Stratum(13, 53, 90), new Stratum(8, 123, 205));

    @Test
    void oneStratumIsTheCrudeRateWithTheLimitsOfItsCount() {
        DirectRate rate = DirectRate.of(List.of(new Stratum(12, 100, 7)));
        assertEquals(0.12, rate.rate(), 1e-15);
        Interval dobson = rate.dobson(0.95).orElseThrow();
        assertEquals(PoissonInterval.of(12, 0.95).lower() / 100, dobson.lower(), 1e-12);
        assertEquals(PoissonInterval.of(12, 0.95).upper() / 100, dobson.upper(), 1e-12);
        assertEquals(
                PoissonInterval.exact(12, 0.95).lower() / 100,
                rate.fayFeuer(0.95).lower(),
                1e-12);
        assertEquals(
                PoissonInterval.exact(12, 0.95).upper() / 100,
                rate.fayFeuer(0.95).upper(),
                1e-12);
    }

    @Test
    void noEventHasOnlyTheGammaLimits() {
        DirectRate rate = DirectRate.of(List.of(new Stratum(0, 10, 1), new Stratum(0, 20, 1)));
        assertEquals(0.0, rate.rate());
        assertTrue(rate.dobson(0.95).isEmpty());
        assertEquals(0.0, rate.fayFeuer(0.95).lower());
        assertEquals(-Math.log(0.025) / 20, rate.fayFeuer(0.95).upper(), 1e-12);
    }

    @Test
    void limitsContainTheRateAndTheUnitOfTheStandardIsIndifferent() {
        DirectRate rate = DirectRate.of(THREE);
        assertTrue(rate.dobson(0.95).orElseThrow().contains(rate.rate()));
        assertTrue(rate.fayFeuer(0.998).contains(rate.rate()));
        DirectRate scaled = DirectRate.of(THREE.stream()
                .map(s -> new Stratum(s.events(), s.population(), s.standard() * 1000))
                .toList());
        assertEquals(rate.rate(), scaled.rate(), 1e-15);
        assertEquals(rate.variance(), scaled.variance(), 1e-15);
    }

    @Test
    void proportionsVaryLessThanEventsAndNotAtAllAtTheEnds() {
        assertTrue(DirectRate.ofProportions(THREE).variance()
                < DirectRate.of(THREE).variance());
        List<Stratum> all = List.of(new Stratum(5, 5, 1), new Stratum(0, 7, 1));
        assertEquals(0.0, DirectRate.ofProportions(all).variance());
        assertEquals(0.5, DirectRate.ofProportions(all).fayFeuer(0.95).lower());
        assertThrows(IllegalArgumentException.class, () -> DirectRate.ofProportions(List.of(new Stratum(2, 1, 1))));
    }

    @Test
    void oneEventToAPersonIsTheRateOfEvents() {
        DirectRate several = DirectRate.ofSeveralEvents(THREE.stream()
                .map(s -> new EventStratum(List.of(s.events(), 0.0), s.population(), s.standard()))
                .toList());
        assertEquals(DirectRate.of(THREE), several);
        DirectRate twice = DirectRate.ofSeveralEvents(List.of(new EventStratum(List.of(0.0, 3.0), 10, 1)));
        assertEquals(6, twice.events());
        assertEquals(0.12, twice.variance(), 1e-15);
    }

    @Test
    void aStratumWithoutPeopleLeavesTheRateUndefinedUnlessItHasNoWeight() {
        List<Stratum> empty = List.of(new Stratum(1, 10, 1), new Stratum(0, 0, 1));
        assertFalse(DirectRate.isDefined(empty));
        assertEquals(
                "population: expected more than 0 in every stratum of the standard; merge strata",
                assertThrows(IllegalArgumentException.class, () -> DirectRate.of(empty))
                        .getMessage());
        assertEquals(
                0.1,
                DirectRate.of(List.of(new Stratum(1, 10, 1), new Stratum(0, 0, 0)))
                        .rate());
        assertThrows(IllegalArgumentException.class, () -> DirectRate.of(List.of()));
    }

    @Test
    void fewerThanTenEventsAreNotShown() {
        assertFalse(FewestEvents.suffice(DirectRate.of(List.of(new Stratum(9, 100, 1)))));
        assertTrue(FewestEvents.suffice(DirectRate.of(List.of(new Stratum(10, 100, 1)))));
    }
}
