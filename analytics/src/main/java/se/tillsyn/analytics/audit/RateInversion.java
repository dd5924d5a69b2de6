package se.tillsyn.analytics.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Which numerators fit a published percentage when the denominator is known.
 *
 * <p>Exact arithmetic: {@code x} fits when {@code 100x/n}, rounded as the publisher does, is the published number. Since
 * rounding keeps the order, the numerators that fit follow each other. Up to {@code n = 100 · 10^decimals} at most one fits.
 * None fits at {@code n = 0}, or when the number is no rounded ratio over {@code n}. Checked against an exact enumeration
 * (sdc_rate_inversion.csv).
 *
 * @param min smallest numerator that fits
 * @param max largest numerator that fits
 */
public record RateInversion(long min, long max) {

    public RateInversion {
        if (min < 0 || min > max) {
            throw new IllegalArgumentException("numerators: expected 0 <= min <= max");
        }
    }

    /**
     * Inverts.
     *
     * @param percent the published number with all its decimals
     * @param denominator n, 0 or more
     * @param rounding how the publisher rounds the exact percentage
     */
    public static Optional<RateInversion> of(BigDecimal percent, long denominator, RoundingMode rounding) {
        PercentRounding rule = PercentRounding.all(rounding);
        if (denominator == 0) {
            return Optional.empty();
        }
        long first = firstAtLeast(percent, denominator, rule);
        long beyond = firstAtLeast(percent.add(percent.ulp()), denominator, rule);
        return first == beyond ? Optional.empty() : Optional.of(new RateInversion(first, beyond - 1));
    }

    /** Smallest numerator whose published percentage is not below {@code percent}; one past the denominator if none. */
    private static long firstAtLeast(BigDecimal percent, long denominator, PercentRounding rule) {
        long low = 0;
        long high = denominator + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (rule.percent(middle, denominator, percent.scale()).compareTo(percent) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How many numerators fit, 1 or more. */
    public long count() {
        return max - min + 1;
    }

    /** Whether the percentage tells the numerator. */
    public boolean isExact() {
        return min == max;
    }
}
