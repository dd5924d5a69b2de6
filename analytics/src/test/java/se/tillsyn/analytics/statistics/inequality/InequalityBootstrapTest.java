package se.tillsyn.analytics.statistics.inequality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.Proportion;

class InequalityBootstrapTest {

    private static final List<Proportion> FOUR =
            List.of(new Proportion(10, 100), new Proportion(30, 100), new Proportion(50, 100), new Proportion(25, 100));

    @Test
    void theSameSeedGivesTheSameLimits() {
        assertEquals(InequalityBootstrap.limits(FOUR, 7), InequalityBootstrap.limits(FOUR, 7));
    }

    @Test
    void limitsOfAClearDifferenceContainIt() {
        Map<InequalityMeasure, Interval> limits = InequalityBootstrap.limits(FOUR, 7);
        for (InequalityMeasure measure : List.of(InequalityMeasure.GAP, InequalityMeasure.TAU)) {
            double value =
                    GeographicInequality.of(FOUR).orElseThrow().value(measure).orElseThrow();
            Interval found = limits.get(measure);
            assertNotNull(found);
            assertTrue(found.contains(value), measure.name());
            assertTrue(found.lower() > 0, measure.name());
        }
        assertFalse(limits.containsKey(InequalityMeasure.SLOPE_INDEX));
        assertEquals(
                Set.of(InequalityMeasure.SLOPE_INDEX, InequalityMeasure.RELATIVE_INDEX),
                InequalityBootstrap.limitsOfOrdered(FOUR, 7).keySet());
    }

    /** Few cases agree with equal rates, and with rates that are all 0 or 1. */
    @Test
    void singleCasesSayNothingOfTheSpread() {
        List<Proportion> single =
                List.of(new Proportion(0, 1), new Proportion(1, 1), new Proportion(0, 1), new Proportion(1, 1));
        Interval found = InequalityBootstrap.limits(single, 5).get(InequalityMeasure.TAU);
        assertNotNull(found);
        assertEquals(0, found.lower());
        // Two rates of 0 and two of 1: variance 1/4, over 1 - 4/16.
        assertEquals(Math.sqrt(1 / 3.0), found.upper(), 1e-9);
    }

    @Test
    void limitsCloseAroundTheSpreadAsCasesGrow() {
        Interval few = tau(List.of(new Proportion(10, 50), new Proportion(20, 50), new Proportion(30, 50)));
        Interval many = tau(List.of(
                new Proportion(10_000, 50_000), new Proportion(20_000, 50_000), new Proportion(30_000, 50_000)));
        assertTrue(many.upper() - many.lower() < (few.upper() - few.lower()) / 10);
        assertTrue(many.contains(0.2));
    }

    private static Interval tau(List<Proportion> units) {
        Interval found = InequalityBootstrap.limits(units, 3).get(InequalityMeasure.TAU);
        assertNotNull(found);
        return found;
    }

    @Test
    void unitsWithoutAnyOrOnlyDeficientCasesHaveNoLimits() {
        for (long deficient : List.of(0L, 9L)) {
            assertEquals(Map.of(), InequalityBootstrap.limits(Collections.nCopies(3, new Proportion(deficient, 9)), 1));
        }
        assertEquals(Map.of(), InequalityBootstrap.limits(List.of(new Proportion(3, 9)), 1));
    }

    @Test
    void aMeasureThatVanishesInSomeDrawHasNoLimits() {
        Map<InequalityMeasure, Interval> limits = InequalityBootstrap.limits(
                List.of(new Proportion(1, 10), new Proportion(5, 10), new Proportion(0, 0)), 1);
        assertFalse(limits.containsKey(InequalityMeasure.RATIO));
        assertTrue(limits.containsKey(InequalityMeasure.GAP));
    }

    @Test
    void refusesNoCasesAtAll() {
        assertEquals(
                "expected at least one unit with cases",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> InequalityBootstrap.limits(List.of(new Proportion(0, 0)), 1))
                        .getMessage());
    }

    @Test
    void drawsHaveTheUnitsMeanAndVariance() {
        BinomialTable table = new BinomialTable(100, 0.3);
        SplittableRandom random = new SplittableRandom(11);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 20_000; i++) {
            double drawn = table.draw(random);
            sum += drawn;
            squares += drawn * drawn;
        }
        double mean = sum / 20_000;
        assertEquals(30, mean, 0.13);
        assertEquals(21, squares / 20_000 - mean * mean, 0.8);
        for (int sure = 0; sure <= 1; sure++) {
            assertEquals(9L * sure, new BinomialTable(9, sure).draw(random));
        }
    }

    @Test
    void drawsFollowTheBinomial() {
        BinomialDistribution binomial = BinomialDistribution.of(12, 0.07);
        BinomialTable table = new BinomialTable(12, 0.07);
        SplittableRandom random = new SplittableRandom(12);
        int[] found = new int[13];
        for (int i = 0; i < 100_000; i++) {
            found[(int) table.draw(random)]++;
        }
        for (int x = 0; x < found.length; x++) {
            double p = binomial.probability(x);
            // 4.5 standard errors: seven in a million by chance.
            assertEquals(p * 100_000, found[x], 4.5 * Math.sqrt(p * 100_000) + 1, "count " + x);
        }
    }
}
