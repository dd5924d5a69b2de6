package se.tillsyn.analytics.statistics.trend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class NhsRulesTest {

    @Test
    void aPointOnTheCentreBreaksARun() {
        boolean[] ends = NhsRules.sevenOnOneSide(new int[] {1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1});
        assertArrayEquals(
                new boolean[] {false, false, false, false, false, false, false, false, false, false, true, true}, ends);
    }

    @Test
    void sevenOnTheCentreAreNoRun() {
        assertArrayEquals(new boolean[8], NhsRules.sevenOnOneSide(new int[8]));
    }

    @Test
    void fallingTrendsCountAsRisingOnesDo() {
        assertArrayEquals(
                new int[] {0, 0, 0, 0, 0, 0, -1, -1},
                NhsRules.sevenInOneDirection(new double[] {8, 7, 6, 5, 4, 3, 2, 1}));
    }

    @Test
    void aTurnStartsANewTrendWithThePeakInIt() {
        double[] up = {1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1};
        int[] expected = new int[13];
        expected[6] = 1;
        expected[12] = -1;
        assertArrayEquals(expected, NhsRules.sevenInOneDirection(up));
    }

    @Test
    void shortSeriesMeetNoRule() {
        assertArrayEquals(new int[0], NhsRules.sevenInOneDirection(new double[0]));
        assertArrayEquals(new boolean[2], NhsRules.twoOfThree(new boolean[] {true, true}, new int[] {1, 1}));
        assertArrayEquals(new boolean[0], NhsRules.membersOfSeven(new int[0]));
    }

    @Test
    void membersAreTheSevenBeforeAndWithTheEnd() {
        assertArrayEquals(
                new boolean[] {true, true, true, true, true, true, true, true, false},
                NhsRules.membersOfSeven(new int[] {0, 0, 0, 0, 0, 0, 1, 1, 0}));
    }
}
