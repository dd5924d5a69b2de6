package se.tillsyn.analytics.disclosure.suppression;

import java.util.SplittableRandom;

/**
 * Whole numbers modulo a prime below 2³¹, and fingerprints of vectors of them. What is dependent over the rational numbers
 * is dependent modulo every prime; the reverse can fail for single primes only, and then more is withheld than needed.
 */
final class Modulus {

    private static final long SEED = 20_261_122L;

    private static final int BITS = 31;
    private static final long LOW_BITS = (1L << BITS) - 1;

    private final long prime;
    /** By how much the prime is below 2³¹. */
    private final long small;

    /** Two random factors per row, so that two different directions share a fingerprint once in 2⁶⁰. */
    private final long[] first;

    private final long[] second;

    /** @param prime below 2³¹ by less than a hundred */
    Modulus(long prime, int rows) {
        this.prime = prime;
        small = (1L << BITS) - prime;
        SplittableRandom random = new SplittableRandom(SEED);
        first = random.longs(rows, 1, prime).toArray();
        second = random.longs(rows, 1, prime).toArray();
    }

    long times(long a, long b) {
        return rest(a * b);
    }

    /** {@code a − b · c}. */
    long minus(long a, long b, long c) {
        long difference = a - rest(b * c);
        return difference < 0 ? difference + prime : difference;
    }

    /**
     * What a number from 0 to below 2⁶² leaves modulo the prime, without a division: 2³¹ leaves {@code 2³¹ − prime}, which is
     * small.
     */
    private long rest(long number) {
        long once = (number & LOW_BITS) + (number >>> BITS) * small;
        long twice = (once & LOW_BITS) + (once >>> BITS) * small;
        return twice >= prime ? twice - prime : twice;
    }

    long inverse(long a) {
        long result = 1;
        long base = a;
        for (long exponent = prime - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                result = times(result, base);
            }
            base = times(base, base);
        }
        return result;
    }

    /** Sum of a vector's numbers, each times the first random factor of its row. */
    long firstSum(Column column) {
        return sum(column, first);
    }

    /** The same with the second. */
    long secondSum(Column column) {
        return sum(column, second);
    }

    /** Products are below the prime, so that four milliards of them can be added up. */
    private long sum(Column column, long[] factors) {
        long sum = 0;
        for (int i = 0; i < column.rows().length; i++) {
            sum += rest(column.values()[i] * factors[column.rows()[i]]);
        }
        return sum % prime;
    }

    /**
     * The same for two vectors exactly when each is a multiple of the other; 0 is no direction's.
     *
     * @param firstSum of the vector
     * @param secondSum of the vector
     */
    long direction(Column column, long firstSum, long secondSum) {
        if (column.isZero()) {
            return 0;
        }
        long scale = inverse(column.values()[0]);
        return (times(firstSum, scale) << 31 | times(secondSum, scale)) + 1;
    }
}
