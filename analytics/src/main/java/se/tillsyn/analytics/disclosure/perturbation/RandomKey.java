package se.tillsyn.analytics.disclosure.perturbation;

import java.math.BigDecimal;

/**
 * The random key of a record or of a cell, a number from 0 to below 1 with eight decimals, held as a whole number of 1e-8:
 * sums of keys are exact and in any order the same.
 *
 * @param units 0 to 99 999 999
 */
public record RandomKey(int units) {

    private static final int DECIMALS = 8;
    private static final int ONE = 100_000_000;

    public static final RandomKey ZERO = new RandomKey(0);

    public RandomKey {
        if (units < 0 || units >= ONE) {
            throw new IllegalArgumentException("random key: expected a number from 0 to below 1");
        }
    }

    /**
     * Reads a decimal number such as {@code 0.46985516}.
     *
     * @throws IllegalArgumentException when it is no number from 0 to below 1 with at most eight decimals
     */
    public static RandomKey parse(String decimal) {
        try {
            return new RandomKey(
                    new BigDecimal(decimal).movePointRight(DECIMALS).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("random key: expected a decimal number with at most 8 decimals", e);
        }
    }

    /** The fractional part of the sum. */
    public RandomKey plus(RandomKey other) {
        return new RandomKey((units + other.units) % ONE);
    }

    /** The key as a number from 0 to below 1. */
    public double value() {
        return (double) units / ONE;
    }

    /** The key with its eight decimals. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(units, DECIMALS).toPlainString();
    }
}
