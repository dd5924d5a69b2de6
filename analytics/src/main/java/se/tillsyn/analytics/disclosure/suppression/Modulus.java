package se.tillsyn.analytics.disclosure.suppression;

import java.util.SplittableRandom;

/**
 * Whole numbers modulo a prime below 2³¹, and fingerprints of vectors of them. What is dependent over the rational numbers
 * is dependent modulo every prime; the reverse can fail for single primes only, and then more is withheld than needed.
 */
final class Modulus {

    private static final long SEED = 20_261_122L;

    private final long prime;

    /** Two random factors per row, so that two different directions share a fingerprint once in 2⁶⁰. */
    private final long[] first;

    private final long[] second;

    Modulus(long prime, int rows) {
        this.prime = prime;
        SplittableRandom random = new SplittableRandom(SEED);
        first = random.longs(rows, 1, prime).toArray();
        second = random.longs(rows, 1, prime).toArray();
    }

    long times(long a, long b) {
        return a * b % prime;
    }

    /** {@code a − b · c}. */
    long minus(long a, long b, long c) {
        long difference = a - b * c % prime;
        return difference < 0 ? difference + prime : difference;
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

    /** The same for two vectors exactly when each is a multiple of the other; 0 is no direction's. */
    long direction(Column column) {
        if (column.isZero()) {
            return 0;
        }
        long scale = inverse(column.values()[0]);
        long one = 0;
        long other = 0;
        for (int i = 0; i < column.rows().length; i++) {
            long value = times(column.values()[i], scale);
            one = (one + value * first[column.rows()[i]]) % prime;
            other = (other + value * second[column.rows()[i]]) % prime;
        }
        return (one << 31 | other) + 1;
    }
}
