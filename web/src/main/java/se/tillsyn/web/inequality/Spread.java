package se.tillsyn.web.inequality;

import se.tillsyn.analytics.release.ComparisonColumns;
import se.tillsyn.analytics.release.InequalityColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.ReleaseTable;

/**
 * How far apart the regions of a level lie on a topic in a year, as a release says. NaN where it gives no number.
 *
 * @param measure what the rates are shares of
 * @param regions with published counts
 * @param nation the common rate, proportion
 * @param tau standard deviation between regions without the noise of small numbers, proportion
 * @param lower lower 95 % limit of tau; NaN too where the limits do not hold the estimate
 * @param upper upper 95 % limit of tau, likewise
 * @param gap greatest minus least rate, proportion
 * @param gapByChance the same that chance alone would show
 * @param alikeP probability of differences as great as these if all regions were alike
 */
record Spread(
        String period,
        Measure measure,
        int regions,
        double nation,
        double tau,
        double lower,
        double upper,
        double gap,
        double gapByChance,
        double alikeP) {

    private static final double SIGNIFICANT = 0.05;
    private static final String LOWER = InequalityColumns.TAU + "_lower";
    private static final String UPPER = InequalityColumns.TAU + "_upper";
    private static final String GAP = "gap";

    static Spread of(ReleaseTable.Row row) {
        double tau = row.real(InequalityColumns.TAU);
        double lower = row.real(LOWER);
        double upper = row.real(UPPER);
        boolean holds = lower <= tau && tau <= upper;
        return new Spread(
                row.text(RateColumns.PERIOD),
                row.text(ComparisonColumns.DENOMINATOR).equals("cases") ? Measure.CASE : Measure.UNIT,
                row.whole(InequalityColumns.REGIONS),
                row.real(InequalityColumns.TARGET),
                tau,
                holds ? lower : Double.NaN,
                holds ? upper : Double.NaN,
                row.real(GAP),
                row.real(InequalityColumns.EXPECTED_GAP),
                row.real(InequalityColumns.HOMOGENEITY_P));
    }

    /** Whether the data show that regions differ by more than chance. */
    boolean shown() {
        return alikeP <= SIGNIFICANT;
    }

    boolean hasLimits() {
        return !Double.isNaN(lower);
    }
}
