package se.tillsyn.analytics.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.cube.BoundedCases;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.ClusteredRate;

class CaseRatesTest {

    private static DeficiencyCell cell(String level, String region, ClusterSums sums, int units) {
        return new DeficiencyCell(
                "T1",
                level,
                region,
                "2020",
                "TOTAL",
                "TOTAL",
                "CENSUS",
                true,
                true,
                true,
                sums,
                units,
                units,
                BoundedCases.NONE);
    }

    private static DeficiencyCell nation(int operations) {
        ClusterSums sums = ClusterSums.ofOne(1, 8);
        for (int i = 1; i < operations; i++) {
            sums = sums.plus(ClusterSums.ofOne(i % 5, 6 + i % 4));
        }
        return cell("nation", "00", sums, operations);
    }

    private static ClusterSums two(long first, long second) {
        return ClusterSums.ofOne(2, first).plus(ClusterSums.ofOne(8, second));
    }

    /** Else both operations' files would follow from the limits and the published numbers. */
    @Test
    void limitsOfARegionDoNotTellHowItsFilesLieOnItsOperations() {
        DeficiencyCell even = cell("county", "C1", two(15, 15), 2);
        DeficiencyCell uneven = cell("county", "C2", two(3, 27), 2);
        CaseRates rates = new CaseRates(List.of(nation(20), even, uneven), "nation");
        assertEquals(rates.of(even, 0.95), rates.of(uneven, 0.95));
        assertEquals(ClusteredRate.Method.BORROWED, rates.of(even, 0.95).method());
    }

    /** The rest of the nation would tell a region's squares by subtraction. */
    @Test
    void limitsOfTheRestOfTheNationDoNotTellThemEither() {
        List<ClusteredRate> rests = new ArrayList<>();
        for (ClusterSums region : List.of(two(15, 15), two(3, 27))) {
            DeficiencyCell nation = nation(20);
            CaseRates rates = new CaseRates(List.of(nation), "nation");
            Figure whole = Figure.of(nation, Denominator.CASES, rates);
            Figure part = Figure.of(cell("county", "C1", region, 2), Denominator.CASES, rates);
            Figure rest = part.restOf(whole, rates);
            rests.add(new ClusteredRate(
                    rest.rate(), 0, rest.effectiveCases(), rest.limits(), ClusteredRate.Method.BORROWED));
        }
        assertEquals(rests.get(0), rests.get(1));
    }

    @Test
    void ownVarianceIsUsedForTheNationAndOnlyWithManyOperations() {
        DeficiencyCell many = nation(10);
        assertEquals(
                ClusteredRate.Method.CLUSTERED,
                new CaseRates(List.of(many), "nation").of(many, 0.95).method());
        DeficiencyCell few = nation(9);
        assertNotEquals(
                ClusteredRate.Method.CLUSTERED,
                new CaseRates(List.of(few), "nation").of(few, 0.95).method());
    }
}
