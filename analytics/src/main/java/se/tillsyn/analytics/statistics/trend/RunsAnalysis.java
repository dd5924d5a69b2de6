package se.tillsyn.analytics.statistics.trend;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Runs of a series about a centre: does it keep too long on one side, or cross too seldom?
 *
 * <p>Points on the centre are left out. With m points left: the longest run on one side may be {@code round(log2 m) + 3},
 * the crossings must reach the 5 % quantile of the binomial with m − 1 trials at one half. A longer run or fewer crossings is
 * a signal that the series is not chance about the centre. Unit: points. With no point off the centre there is no signal;
 * the thresholds are then those of one point. Below some ten points the rule finds little.
 *
 * <p>Assumes independent values, as many expected above the centre as below. Source: J. Anhøj and A. V. Olesen (2014), Run
 * charts revisited: a simulation study of run chart rules for detection of non-random variation in health care processes,
 * PLoS ONE 9(11), e113825, doi:10.1371/journal.pone.0113825. Checked against qicharts2 and base R (spc_pchart.csv,
 * spc_runs_thresholds.csv).
 *
 * @param useful points off the centre, m
 * @param longestRun points of the longest run on one side
 * @param crossings changes of side
 */
public record RunsAnalysis(int useful, int longestRun, int crossings) {

    private static final double SELDOM = 0.05;

    public RunsAnalysis {
        if (longestRun < 0 || longestRun > useful || crossings < 0 || crossings > Math.max(0, useful - 1)) {
            throw new IllegalArgumentException("expected longestRun <= useful and crossings < useful");
        }
    }

    /** Counts runs and crossings about a centre. */
    public static RunsAnalysis about(double centre, double[] values) {
        int useful = 0;
        int longest = 0;
        int run = 0;
        int crossings = 0;
        int before = 0;
        for (double value : values) {
            int side = value > centre ? 1 : value < centre ? -1 : 0;
            if (side != 0) {
                useful++;
                crossings += before != 0 && side != before ? 1 : 0;
                run = side == before ? run + 1 : 1;
                longest = Math.max(longest, run);
                before = side;
            }
        }
        return new RunsAnalysis(useful, longest, crossings);
    }

    /** Longest run that is still no signal, {@code round(log2 m) + 3}. */
    public static int longestRunLimit(int useful) {
        return (int) Math.rint(Math.log(Math.max(1, useful)) / Math.log(2)) + 3;
    }

    /** Fewest crossings that are still no signal. */
    public static int fewestCrossings(int useful) {
        return BinomialDistribution.of(Math.max(0, useful - 1), 0.5).inverseCumulativeProbability(SELDOM);
    }

    /** Whether the longest run is too long or the crossings are too few. */
    public boolean signal() {
        return useful > 0 && (longestRun > longestRunLimit(useful) || crossings < fewestCrossings(useful));
    }
}
