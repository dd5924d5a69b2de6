package se.tillsyn.analytics.statistics.inequality;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Draws from a binomial by inversion, so that one uniform number makes one draw. */
final class BinomialTable {

    /** Share of the likeliest count below which counts are left out. */
    private static final double NEVER = 1e-17;

    private final long cases;
    private final int first;
    private final double[] cumulative;

    /**
     * @param cases at least one
     * @param rate 0 to 1
     */
    BinomialTable(long cases, double rate) {
        this.cases = cases;
        int n = Math.toIntExact(cases);
        int mode = (int) Math.min(n, Math.floor((n + 1) * rate));
        double top = BinomialDistribution.of(n, rate).probability(mode);
        double odds = rate / (1 - rate);
        int lowest = mode;
        for (double p = top; lowest > 0 && p > top * NEVER; lowest--) {
            p *= lowest / ((n - lowest + 1) * odds);
        }
        int highest = mode;
        for (double p = top; highest < n && p > top * NEVER; highest++) {
            p *= (n - highest) * odds / (highest + 1);
        }
        first = lowest;
        cumulative = cumulative(n, odds, mode, top, new double[highest - lowest + 1]);
    }

    /** Probabilities from the likeliest count outwards, then their sums; exact to rounding, and quicker than each alone. */
    private double[] cumulative(int n, double odds, int mode, double top, double[] sums) {
        sums[mode - first] = top;
        for (int x = mode; x > first; x--) {
            sums[x - 1 - first] = sums[x - first] * x / ((n - x + 1) * odds);
        }
        for (int x = mode; x - first < sums.length - 1; x++) {
            sums[x + 1 - first] = sums[x - first] * (n - x) * odds / (x + 1);
        }
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    long cases() {
        return cases;
    }

    /** Deficient cases of one draw. */
    long draw(SplittableRandom random) {
        int found = Arrays.binarySearch(cumulative, random.nextDouble());
        int place = Math.min(found >= 0 ? found + 1 : -found - 1, cumulative.length - 1);
        return (long) first + place;
    }
}
