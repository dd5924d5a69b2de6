package se.tillsyn.ingest.sample;

import java.util.SplittableRandom;

/**
 * A stream of random numbers that belongs to one thing of the model and is the same on every machine, in every thread
 * and in whatever order streams are used. Only {@link SplittableRandom#nextLong()} (SplitMix64) is taken from the
 * library, and {@link StrictMath} for logarithms and powers; how distributions are drawn stands here, so that no newer
 * library can change a data set.
 *
 * <p>Source of the generator: Steele, Lea, Flood (2014), Fast splittable pseudorandom number generators,
 * doi:10.1145/2714064.2660195.
 */
final class RandomStream {

    /** What a stream is for. The key is part of every data set and never changes. */
    enum Purpose {
        UNIT_IDS(1),
        ROTATION_PHASE(2),
        RISK_CLASS(3),
        CENSUS(4),
        COUNTY_EFFECTS(5),
        OFFICE_EFFECTS(6),
        VISIT_DAY(7),
        VISIT(8),
        FOLLOW_UP_DAY(9),
        FOLLOW_UP_VISIT(10);

        private final int key;

        Purpose(int key) {
            this.key = key;
        }
    }

    private static final double UNIT = 0x1.0p-53;
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final SplittableRandom bits;

    private RandomStream(long key) {
        bits = new SplittableRandom(key);
    }

    /** The stream of one thing, named by up to four numbers. */
    static RandomStream of(long seed, Purpose purpose, long first, long second, long third, long fourth) {
        long key = mix(seed, purpose.key);
        return new RandomStream(mix(mix(mix(mix(key, first), second), third), fourth));
    }

    static RandomStream of(long seed, Purpose purpose, long first, long second) {
        return of(seed, purpose, first, second, 0, 0);
    }

    static RandomStream of(long seed, Purpose purpose, long first) {
        return of(seed, purpose, first, 0, 0, 0);
    }

    static RandomStream of(long seed, Purpose purpose) {
        return of(seed, purpose, 0, 0, 0, 0);
    }

    private static long mix(long key, long part) {
        long z = key + GOLDEN_GAMMA * (part + 1);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform on [0, 1), a multiple of 2^-53. */
    double uniform() {
        return (bits.nextLong() >>> 11) * UNIT;
    }

    /** Whether an event of this probability happens. */
    boolean happens(double probability) {
        return uniform() < probability;
    }

    /** Uniform on 0 to {@code bound - 1}; the bias is below {@code bound * 2^-53}. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Standard normal, by Marsaglia's polar method; the second value of a pair is thrown away. */
    double normal() {
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double s = x * x + y * y;
            if (s > 0 && s < 1) {
                return x * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /**
     * Gamma with unit scale. Marsaglia and Tsang (2000), A simple method for generating gamma variables,
     * doi:10.1145/358407.358414; below shape 1 by {@code gamma(shape + 1) * u^(1/shape)}.
     *
     * @param shape above 0
     */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            if (v > 0) {
                double cube = v * v * v;
                double u = 1 - uniform();
                if (u < 1 - 0.0331 * x * x * x * x) {
                    return d * cube; // their squeeze: spares the logarithms in nearly all cases
                }
                if (StrictMath.log(u) < 0.5 * x * x + d - d * cube + d * StrictMath.log(cube)) {
                    return d * cube;
                }
            }
        }
    }

    /**
     * Beta with the given mean and intra-class correlation {@code rho = 1/(a+b+1)}, so that counts drawn with it as
     * probability are beta-binomial: {@code a = mean (1-rho)/rho}, {@code b = (1-mean)(1-rho)/rho}.
     *
     * @param mean in (0, 1)
     * @param rho in [0, 1); 0 gives the mean itself
     */
    double beta(double mean, double rho) {
        if (rho == 0) {
            return mean;
        }
        double strength = (1 - rho) / rho;
        double x = gamma(mean * strength);
        double y = gamma((1 - mean) * strength);
        return x + y > 0 ? x / (x + y) : mean;
    }

    /** Successes in so many trials, one uniform number each. */
    int binomial(int trials, double probability) {
        int successes = 0;
        for (int i = 0; i < trials; i++) {
            if (uniform() < probability) {
                successes++;
            }
        }
        return successes;
    }

    /** Weibull with the given median: {@code median * (-ln u / ln 2)^(1/shape)}. */
    double weibull(double median, double shape) {
        return median * StrictMath.pow(-StrictMath.log(1 - uniform()) / StrictMath.log(2), 1 / shape);
    }

    /** The rate of given log-odds: {@code 1 / (1 + e^-x)}. */
    static double rateOf(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** The log-odds of a rate in (0, 1). */
    static double logOddsOf(double rate) {
        return StrictMath.log(rate / (1 - rate));
    }
}
