package se.tillsyn.analytics.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.Proportion;
import se.tillsyn.analytics.statistics.RateInterval;

/**
 * Which pairs of numerator and denominator fit a published percentage with Wilson limits when both counts are withheld.
 *
 * <p>A pair fits when its percentage and both limits ({@link RateInterval#wilson}), rounded as the publisher does, are the
 * published numbers. All denominators from 1 up to a largest one are tried. Pairs are in the order of denominator and
 * numerator; none fit numbers that no pair gives. Limits made in another way (clustered files, other confidence) are not
 * found. Checked against an enumeration (sdc_ci_inversion.csv).
 *
 * @param percent published rate
 * @param lower published lower limit, not above {@code upper}
 * @param upper published upper limit
 */
public record IntervalInversion(BigDecimal percent, BigDecimal lower, BigDecimal upper) {

    public IntervalInversion {
        if (lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException("published limits: expected lower <= upper");
        }
    }

    /**
     * What would be published of a pair.
     *
     * @param pair at least one case
     * @param confidence two-sided level, between 0 and 1
     * @param decimals decimals of all three numbers, 0 or more
     */
    public static IntervalInversion published(
            Proportion pair, double confidence, int decimals, PercentRounding rounding) {
        Interval limits = RateInterval.wilson((double) pair.deficient(), (double) pair.cases(), confidence);
        return new IntervalInversion(
                rounding.percent(pair.deficient(), pair.cases(), decimals),
                rounding.lowerPercent(limits.lower(), decimals),
                rounding.upperPercent(limits.upper(), decimals));
    }

    /**
     * The pairs that fit.
     *
     * @param confidence two-sided level of the limits, between 0 and 1
     * @param largestDenominator largest denominator that is tried, 1 or more
     * @param rounding how the publisher rounds
     */
    public List<Proportion> pairs(double confidence, long largestDenominator, PercentRounding rounding) {
        List<Proportion> pairs = new ArrayList<>();
        for (long n = 1; n <= largestDenominator; n++) {
            long cases = n;
            RateInversion.of(percent, n, rounding.rate()).ifPresent(numerators -> {
                for (long x = numerators.min(); x <= numerators.max(); x++) {
                    if (fits(new Proportion(x, cases), confidence, rounding)) {
                        pairs.add(new Proportion(x, cases));
                    }
                }
            });
        }
        return pairs;
    }

    private boolean fits(Proportion pair, double confidence, PercentRounding rounding) {
        Interval limits = RateInterval.wilson((double) pair.deficient(), (double) pair.cases(), confidence);
        return rounding.lowerPercent(limits.lower(), lower.scale()).compareTo(lower) == 0
                && rounding.upperPercent(limits.upper(), upper.scale()).compareTo(upper) == 0;
    }
}
