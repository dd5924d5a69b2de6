package se.tillsyn.analytics.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a publisher rounds a rate and its limits to percent.
 *
 * @param rate of the rate; applied to the exact ratio
 * @param lower of the lower limit
 * @param upper of the upper limit
 */
public record PercentRounding(RoundingMode rate, RoundingMode lower, RoundingMode upper) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The same for the rate and both limits. */
    public static PercentRounding all(RoundingMode mode) {
        return new PercentRounding(mode, mode, mode);
    }

    /**
     * A rate as published, from the exact ratio.
     *
     * @param numerator 0 to {@code denominator}
     * @param denominator more than 0
     * @param decimals decimals of the percentage, 0 or more
     */
    public BigDecimal percent(long numerator, long denominator, int decimals) {
        if (numerator < 0 || numerator > denominator || denominator == 0) {
            throw new IllegalArgumentException("percent: expected 0 <= numerator <= denominator and denominator > 0");
        }
        return BigDecimal.valueOf(numerator).multiply(HUNDRED).divide(BigDecimal.valueOf(denominator), decimals, rate);
    }

    /** A lower limit as published, from a proportion. */
    public BigDecimal lowerPercent(double proportion, int decimals) {
        return new BigDecimal(100 * proportion).setScale(decimals, lower);
    }

    /** An upper limit as published, from a proportion. */
    public BigDecimal upperPercent(double proportion, int decimals) {
        return new BigDecimal(100 * proportion).setScale(decimals, upper);
    }
}
