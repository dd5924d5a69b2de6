package se.tillsyn.analytics.statistics;

/**
 * Sample quantiles, the nine definitions of Hyndman and Fan.
 *
 * <p>Estimates the value below which a share {@code p} of the population lies. Types 1 to 3 take an order statistic:
 * with {@code h = np} (type 3: {@code np − ½}) the one at {@code ⌈h⌉}; where {@code h} is a whole number, type 2 takes
 * the mean of the ones at {@code h} and {@code h + 1}, type 3 the one with an even rank. Types 4 to 9 interpolate
 * linearly between the order statistics around {@code h = np + m}, with {@code m = 0}, {@code ½}, {@code p}, {@code 1 −
 * p}, {@code (p + 1)/3}, {@code p/4 + 3/8}. Ranks outside 1 to n are taken as 1 and n. Published quantiles are type 7.
 *
 * <p>Unit: that of the values; never outside the least and the greatest. No quantile of an empty sample; of one value
 * every quantile is that value; ties are values like others; NaN is refused. A position that misses a whole number by
 * rounding error alone counts as whole: the library's quantiles do not allow for that.
 *
 * <p>Source: R. J. Hyndman, Y. Fan (1996), Sample quantiles in statistical packages, The American Statistician 50,
 * 361–365, doi:10.1080/00031305.1996.10473566. Checked against base R (quantile_expected.csv).
 */
public final class SampleQuantile {

    /** Positions closer than this share to a whole number are whole. */
    private static final double ROUNDING = 1e-14;

    private SampleQuantile() {}

    /** Definition of a quantile, by its number in the article. */
    public enum Type {
        TYPE_1,
        TYPE_2,
        TYPE_3,
        TYPE_4,
        TYPE_5,
        TYPE_6,
        TYPE_7,
        TYPE_8,
        TYPE_9
    }

    /**
     * Type 7, the published one.
     *
     * @param sorted at least one value, ascending
     * @param p 0 to 1
     */
    public static double of(double[] sorted, double p) {
        return of(sorted, p, Type.TYPE_7);
    }

    /**
     * Quantile of a given type.
     *
     * @param sorted at least one value, ascending
     * @param p 0 to 1
     */
    public static double of(double[] sorted, double p, Type type) {
        check(sorted, p);
        int n = sorted.length;
        double position = position(n, p, type);
        double nearest = Math.rint(position);
        if (Math.abs(position - nearest) <= ROUNDING * Math.max(1, n)) {
            position = nearest;
        }
        double whole = Math.floor(position);
        double share = share(position - whole, whole, type);
        double below = sorted[rank(whole, n) - 1];
        double above = sorted[rank(whole + 1, n) - 1];
        return share == 0 || below == above ? below : share == 1 ? above : below + share * (above - below);
    }

    private static double position(int n, double p, Type type) {
        return switch (type) {
            case TYPE_1, TYPE_2, TYPE_4 -> n * p;
            case TYPE_3 -> n * p - 0.5;
            case TYPE_5 -> n * p + 0.5;
            case TYPE_6 -> (n + 1) * p;
            case TYPE_7 -> (n - 1) * p + 1;
            case TYPE_8 -> n * p + (p + 1) / 3;
            case TYPE_9 -> n * p + p / 4 + 0.375;
        };
    }

    /** Weight of the order statistic above. */
    private static double share(double fraction, double whole, Type type) {
        return switch (type) {
            case TYPE_1 -> fraction == 0 ? 0 : 1;
            case TYPE_2 -> fraction == 0 ? 0.5 : 1;
            case TYPE_3 -> fraction == 0 && whole % 2 == 0 ? 0 : 1;
            case TYPE_4, TYPE_5, TYPE_6, TYPE_7, TYPE_8, TYPE_9 -> fraction;
        };
    }

    private static int rank(double position, int n) {
        return (int) Math.max(1, Math.min(n, position));
    }

    private static void check(double[] sorted, double p) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("values: expected at least one");
        }
        if (!(p >= 0) || !(p <= 1)) {
            throw new IllegalArgumentException("p: expected 0 to 1");
        }
        if (Double.isNaN(sorted[0])) {
            throw new IllegalArgumentException("values: expected ascending numbers");
        }
        for (int i = 1; i < sorted.length; i++) {
            if (!(sorted[i - 1] <= sorted[i])) {
                throw new IllegalArgumentException("values: expected ascending numbers");
            }
        }
    }
}
