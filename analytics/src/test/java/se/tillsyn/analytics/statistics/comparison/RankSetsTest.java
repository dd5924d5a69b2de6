package se.tillsyn.analytics.statistics.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Proportion;

class RankSetsTest {

    @Test
    void oneUnitIsFirstAndNoLeague() {
        List<RankSet> first = List.of(new RankSet(1, 1, 1));
        RankSets one = RankSets.ofRates(List.of(new Proportion(3, 10)), 0.95);
        assertEquals(first, one.sets());
        assertEquals(
                first,
                RankSets.ofRatesByResampling(List.of(new Proportion(3, 10)), 0.95, 1)
                        .sets());
        assertEquals(first, RankSets.ofCounts(new long[] {4}, 0.95).sets());
        assertEquals(first, RankSets.marginalOfCounts(new long[] {4}, 0.95).sets());
        assertFalse(one.leagueTableAllowed());
        assertFalse(RankSets.ofCounts(new long[0], 0.95).leagueTableAllowed());
    }

    @Test
    void equalUnitsShareTheFirstRankAndTheWholeSet() {
        RankSets sets = RankSets.ofRates(Collections.nCopies(4, new Proportion(0, 12)), 0.95);
        assertTrue(sets.sets().stream().allMatch(set -> set.equals(new RankSet(1, 1, 4))));
        assertFalse(sets.leagueTableAllowed());
        assertTrue(
                RankSets.ofCounts(new long[3], 0.95).sets().stream().allMatch(set -> set.equals(new RankSet(1, 1, 3))));
    }

    @Test
    void unitsFarApartHaveOneRankEach() {
        RankSets sets = RankSets.ofRates(
                List.of(new Proportion(100, 1000), new Proportion(500, 1000), new Proportion(0, 1000)), 0.95);
        assertEquals(List.of(new RankSet(2, 2, 2), new RankSet(1, 1, 1), new RankSet(3, 3, 3)), sets.sets());
        assertTrue(sets.leagueTableAllowed());
    }

    @Test
    void marginalSetsLieWithinSimultaneousOnes() {
        long[] counts = {0, 3, 9, 14, 30, 31, 60, 5};
        List<RankSet> marginal = RankSets.marginalOfCounts(counts, 0.95).sets();
        List<RankSet> simultaneous = RankSets.ofCounts(counts, 0.95).sets();
        for (int i = 0; i < counts.length; i++) {
            assertTrue(simultaneous.get(i).lower() <= marginal.get(i).lower());
            assertTrue(simultaneous.get(i).upper() >= marginal.get(i).upper());
        }
    }

    @Test
    void resamplingIsDeterministic() {
        List<Proportion> units = List.of(new Proportion(3, 30), new Proportion(14, 40), new Proportion(30, 50));
        assertEquals(RankSets.ofRatesByResampling(units, 0.95, 9), RankSets.ofRatesByResampling(units, 0.95, 9));
    }

    @Test
    void manyMunicipalitiesAreRankedInReasonableTime() {
        List<Proportion> many = IntStream.range(0, 290)
                .mapToObj(i -> new Proportion(5 + i / 3, 120))
                .toList();
        RankSets sets = RankSets.ofRates(many, 0.95);
        assertEquals(290, sets.sets().size());
        assertEquals(
                290,
                RankSets.ofCounts(IntStream.range(0, 290).asLongStream().toArray(), 0.95)
                        .sets()
                        .size());
    }

    @Test
    void refusesUnitsWithoutCasesAndOddConfidence() {
        assertEquals(
                "expected cases in every unit, found none in unit 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RankSets.ofRates(List.of(new Proportion(1, 2), new Proportion(0, 0)), 0.95))
                        .getMessage());
        assertEquals(
                "confidence: expected a number between 0.5 and 1",
                assertThrows(IllegalArgumentException.class, () -> RankSets.ofCounts(new long[] {1}, 95))
                        .getMessage());
        assertEquals(
                "expected counts of 0 or more, unit 1",
                assertThrows(IllegalArgumentException.class, () -> RankSets.ofCounts(new long[] {-1}, 0.95))
                        .getMessage());
    }
}
