package se.tillsyn.analytics.audit;

import java.util.List;

/**
 * Which sums follow from released sums by adding and subtracting alone, whatever the counts are.
 *
 * <p>A sum follows exactly when it vanishes on every solution of the released equations with right-hand sides 0. One
 * random such solution decides for all sums at once: modulo a prime of 31 bits a sum that does not follow vanishes on it
 * with probability 5e-10, one that follows does for certain, unless the prime divides a number of the elimination. Two
 * primes are used, and a sum counts as following when either says so: a chance agreement is a false alarm, and a
 * disclosure is missed only if both primes divide.
 *
 * <p>The draw is fixed, so the answer is the same each time.
 */
final class LinearSpan {

    private static final long[] PRIMES = {2_147_483_647L, 2_147_483_629L};
    private static final long SEED = 20_261_122L;

    private final long[][] directions;

    private LinearSpan(long[][] directions) {
        this.directions = directions;
    }

    static LinearSpan of(LinearSystem system) {
        List<Expression> equations = system.released().stream()
                .filter(Released::isEquality)
                .map(Released::sum)
                .toList();
        long[][] directions = new long[PRIMES.length][];
        for (int i = 0; i < PRIMES.length; i++) {
            directions[i] =
                    ModularEchelon.of(system.unknowns(), equations, PRIMES[i]).randomKernelVector(SEED + i);
        }
        return new LinearSpan(directions);
    }

    /** Whether the value of the sum follows. */
    boolean contains(Expression sum) {
        for (int i = 0; i < PRIMES.length; i++) {
            long product = 0;
            for (int term = 0; term < sum.size(); term++) {
                long coefficient = ModularEchelon.residue(sum.coefficient(term), PRIMES[i]);
                product = (product + coefficient * directions[i][sum.unknown(term)]) % PRIMES[i];
            }
            if (product == 0) {
                return true;
            }
        }
        return false;
    }
}
