package se.tillsyn.analytics.statistics;

/**
 * Difference between two proportions with limits.
 *
 * <p>Newcombe's interval from the two Wilson intervals: {@code d − √((p1 − l1)² + (u2 − p2)²)} to {@code d + √((u1 −
 * p1)² + (p2 − l2)²)} with {@code d = p1 − p2}. Unit: proportion, −1 to 1. Whether two intervals overlap is no test; a
 * difference is shown by the data when this interval does not contain 0.
 *
 * <p>Assumes that the two groups share no case. Source: R. G. Newcombe (1998), Interval estimation for the difference
 * between independent proportions, Statistics in Medicine 17, 873–890,
 * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I. Checked against base R
 * (two_proportion_compare.csv).
 *
 * @param difference first minus second
 * @param limits limits of the difference
 */
public record RateDifference(double difference, Interval limits) {

    /**
     * Newcombe's interval from rates and their limits, which may allow for clustering.
     *
     * @param rate1 first rate, inside {@code limits1}
     * @param rate2 second rate, inside {@code limits2}
     */
    public static RateDifference newcombe(double rate1, Interval limits1, double rate2, Interval limits2) {
        if (!limits1.contains(rate1) || !limits2.contains(rate2)) {
            throw new IllegalArgumentException("expected each rate inside its limits");
        }
        double difference = rate1 - rate2;
        double below = Math.hypot(rate1 - limits1.lower(), limits2.upper() - rate2);
        double above = Math.hypot(limits1.upper() - rate1, rate2 - limits2.lower());
        return new RateDifference(difference, new Interval(difference - below, difference + above));
    }

    /** Whether the data show a difference at all: 0 lies outside the limits. */
    public boolean shown() {
        return !limits.contains(0);
    }
}
