package se.tillsyn.analytics.statistics.funnel;

import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.PoissonInterval;

/**
 * Where a unit lies in a funnel: beyond the 99.8 % limits, between them and the 95 % limits, or inside both.
 *
 * <p>Of a proportion: against the score limits ({@link FunnelLimits#score}), which is the same as asking whether the
 * Wilson interval reaches the reference. Of a ratio or rate: whether the exact Poisson limits of the observed count reach
 * the number expected. A figure on a limit is inside. Only {@link #LOW_998} and {@link #HIGH_998} are remarkable by
 * themselves: of 290 units about 15 lie outside 95 % by chance.
 *
 * <p>Units must have a denominator; one without cases has no position. Checked against PHEindicatormethods
 * (funnel_proportion_significance.csv, funnel_ratio_significance.csv, funnel_rate_significance.csv).
 */
public enum FunnelPosition {
    /** Below the 99.8 % limit: by chance once in a thousand. */
    LOW_998,
    /** Below the 95 % limit only. */
    LOW_95,
    /** Between the limits. */
    INSIDE,
    /** Above the 95 % limit only. */
    HIGH_95,
    /** Above the 99.8 % limit. */
    HIGH_998;

    /** Two-sided level of the inner limits. */
    public static final double INNER = 0.95;

    /** Two-sided level of the outer limits. */
    public static final double OUTER = 0.998;

    /**
     * Position of a proportion.
     *
     * @param x deficient, 0 to {@code n}; may be fractional
     * @param n assessed, more than 0
     * @param p0 reference, 0 to 1
     */
    public static FunnelPosition ofProportion(double x, double n, double p0) {
        if (!(x >= 0) || !(x <= n)) {
            throw new IllegalArgumentException("expected 0 <= x <= n");
        }
        return of(x / n, FunnelLimits.score(p0, n, INNER), FunnelLimits.score(p0, n, OUTER));
    }

    /**
     * Position of a count of events among those expected; for a rate the reference rate times the denominator.
     *
     * @param observed 0 or more
     * @param expected more than 0
     */
    public static FunnelPosition ofCount(double observed, double expected) {
        if (!(expected > 0)) {
            throw new IllegalArgumentException("expected: expected more than 0");
        }
        return switch (of(expected, PoissonInterval.exact(observed, INNER), PoissonInterval.exact(observed, OUTER))) {
            case LOW_998 -> HIGH_998;
            case LOW_95 -> HIGH_95;
            case INSIDE -> INSIDE;
            case HIGH_95 -> LOW_95;
            case HIGH_998 -> LOW_998;
        };
    }

    /** Whether this position is nearer the middle than another. */
    public boolean isMilderThan(FunnelPosition other) {
        return distance() < other.distance();
    }

    private int distance() {
        return switch (this) {
            case INSIDE -> 0;
            case LOW_95, HIGH_95 -> 1;
            case LOW_998, HIGH_998 -> 2;
        };
    }

    /**
     * Position of a figure between any limits, such as adjusted ones.
     *
     * @param inner 95 % limits
     * @param outer 99.8 % limits
     */
    public static FunnelPosition of(double figure, Interval inner, Interval outer) {
        if (Double.isNaN(figure)) {
            throw new IllegalArgumentException("figure: expected a number");
        }
        if (figure < outer.lower()) {
            return LOW_998;
        }
        if (figure > outer.upper()) {
            return HIGH_998;
        }
        if (figure < inner.lower()) {
            return LOW_95;
        }
        return figure > inner.upper() ? HIGH_95 : INSIDE;
    }
}
