package se.tillsyn.analytics.statistics.funnel;

/**
 * What may be drawn with so many units. Fewer than {@value #FEWEST_FOR_FUNNEL} units make no funnel; the variance between
 * units is too uncertain to widen limits by with fewer than {@value #FEWEST_FOR_ADJUSTING}.
 */
public enum FunnelRule {
    /** No funnel. */
    NONE,
    /** Limits without adjustment only. */
    PLAIN,
    /** Both limits, and the variance between units. */
    ADJUSTED;

    /** Fewest units for a funnel. */
    public static final int FEWEST_FOR_FUNNEL = 10;

    /** Fewest units for limits adjusted for overdispersion. */
    public static final int FEWEST_FOR_ADJUSTING = 20;

    /**
     * What may be drawn.
     *
     * @param units units with at least one case, 0 or more
     */
    public static FunnelRule forUnits(int units) {
        if (units < 0) {
            throw new IllegalArgumentException("units: expected 0 or more");
        }
        return units < FEWEST_FOR_FUNNEL ? NONE : units < FEWEST_FOR_ADJUSTING ? PLAIN : ADJUSTED;
    }
}
