package se.tillsyn.analytics.statistics.inequality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.Proportion;

class InequalityBootstrapTest {

    private static final List<List<Proportion>> FOUR = List.of(
            List.of(new Proportion(10, 100)),
            List.of(new Proportion(30, 100)),
            List.of(new Proportion(50, 100)),
            List.of(new Proportion(25, 100)));

    @Test
    void theSameSeedGivesTheSameLimits() {
        assertEquals(InequalityBootstrap.limits(FOUR, 7), InequalityBootstrap.limits(FOUR, 7));
    }

    @Test
    void limitsOfAClearDifferenceContainIt() {
        Map<InequalityMeasure, Interval> limits = InequalityBootstrap.limits(FOUR, 7);
        for (InequalityMeasure measure : List.of(InequalityMeasure.GAP, InequalityMeasure.TAU)) {
            double value = GeographicInequality.of(
                            FOUR.stream().map(boards -> boards.get(0)).toList())
                    .orElseThrow()
                    .value(measure)
                    .orElseThrow();
            Interval found = limits.get(measure);
            assertNotNull(found);
            assertTrue(found.contains(value), measure.name());
        }
        assertFalse(limits.containsKey(InequalityMeasure.SLOPE_INDEX));
        assertTrue(InequalityBootstrap.limitsOfOrdered(FOUR, 7).containsKey(InequalityMeasure.SLOPE_INDEX));
    }

    @Test
    void casesDrawnWithinBoardsWidenTheLimits() {
        List<Proportion> boards = List.of(
                new Proportion(0, 20),
                new Proportion(20, 20),
                new Proportion(0, 20),
                new Proportion(10, 20),
                new Proportion(0, 20));
        List<List<Proportion>> clustered = List.of(boards, List.of(new Proportion(50, 100)));
        List<List<Proportion>> plain = List.of(List.of(new Proportion(30, 100)), List.of(new Proportion(50, 100)));
        Interval wide = InequalityBootstrap.limits(clustered, 3).get(InequalityMeasure.GAP);
        Interval narrow = InequalityBootstrap.limits(plain, 3).get(InequalityMeasure.GAP);
        assertNotNull(wide);
        assertNotNull(narrow);
        assertTrue(wide.upper() - wide.lower() > narrow.upper() - narrow.lower());
    }

    @Test
    void aMeasureThatVanishesInSomeDrawHasNoLimits() {
        Map<InequalityMeasure, Interval> limits = InequalityBootstrap.limits(
                List.of(List.of(new Proportion(1, 10)), List.of(new Proportion(5, 10)), List.of()), 1);
        assertFalse(limits.containsKey(InequalityMeasure.RATIO));
        assertTrue(limits.containsKey(InequalityMeasure.GAP));
    }

    @Test
    void refusesNoCasesAtAll() {
        assertEquals(
                "expected at least one unit with cases",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> InequalityBootstrap.limits(List.of(List.of(new Proportion(0, 0))), 1))
                        .getMessage());
    }

    @Test
    void drawsHaveTheUnitsMeanAndVariance() {
        BinomialTable table = new BinomialTable(new Proportion(30, 100));
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
        for (Proportion sure : List.of(new Proportion(0, 9), new Proportion(9, 9))) {
            assertEquals(
                    Collections.nCopies(3, sure.deficient()),
                    List.of(
                            new BinomialTable(sure).draw(random),
                            new BinomialTable(sure).draw(random),
                            new BinomialTable(sure).draw(random)));
        }
    }
}
