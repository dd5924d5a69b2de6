package se.tillsyn.analytics.release;

/**
 * Columns of {@code tables/waittrends_<level>}: what may be said of a region's yearly median waits on a topic (Kaplan–Meier, in
 * days), one row per topic × region, ages and operation types together. Only years since the topic's law last changed, in
 * which the median was reached. {@link #DIRECTION} follows from {@link #P} at 5 % up to eleven years, from the control chart's last
 * point from twelve; nothing is stated with fewer than five years, nor where the median of a year between them is withheld
 * ({@link #STATUS}).
 */
public final class WaitTrendColumns {

    public static final String FROM = "from_year";
    public static final String TO = "to_year";
    public static final String YEARS = "years";
    /** {@code too_few_periods}, {@code mann_kendall} or {@code control_chart}. */
    public static final String BASIS = "basis";

    public static final String DIRECTION = "direction";
    /** Kendall's tau-b. */
    public static final String TAU = "kendall_tau";

    public static final String P = "p_value";
    /** Sen's slope, days per year. */
    public static final String SLOPE = "slope";

    public static final String CHART_MEAN = "chart_mean";
    public static final String CHART_LOWER = "chart_lower";
    public static final String CHART_UPPER = "chart_upper";
    public static final String STATUS = "status";

    private WaitTrendColumns() {}
}
