package se.tillsyn.analytics.statistics.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RunsAnalysisTest {

    @Test
    void pointsOnTheCentreAreLeftOutAndDoNotBreakARun() {
        assertEquals(new RunsAnalysis(5, 4, 1), RunsAnalysis.about(0, new double[] {1, 0, 1, 1, 0, 1, -1}));
    }

    @Test
    void noPointOffTheCentreIsNoSignal() {
        RunsAnalysis runs = RunsAnalysis.about(3, new double[] {3, 3, 3});
        assertEquals(new RunsAnalysis(0, 0, 0), runs);
        assertFalse(runs.signal());
    }

    @Test
    void aLongRunOrFewCrossingsSignal() {
        assertTrue(RunsAnalysis.about(0, new double[] {1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1})
                .signal());
        assertFalse(RunsAnalysis.about(0, new double[] {1, -1, 1, -1, 1, 1, -1, 1, -1, -1})
                .signal());
    }

    /** scipy 1.17 binom.ppf(0.05, [0, 1, 10, 289], 0.5). */
    @Test
    void thresholdsGrowWithTheNumberOfPoints() {
        assertEquals(0, RunsAnalysis.fewestCrossings(1));
        assertEquals(0, RunsAnalysis.fewestCrossings(2));
        assertEquals(2, RunsAnalysis.fewestCrossings(11));
        assertEquals(131, RunsAnalysis.fewestCrossings(290));
        for (int useful = 1; useful < 300; useful++) {
            assertTrue(RunsAnalysis.longestRunLimit(useful) <= RunsAnalysis.longestRunLimit(useful + 1));
            assertTrue(RunsAnalysis.fewestCrossings(useful) <= RunsAnalysis.fewestCrossings(useful + 1));
        }
    }
}
