package se.tillsyn.analytics.release;

/**
 * Columns of {@code tables/trends_<level>}: what may be said of a region's years on a topic, one row per topic × region, ages
 * and operation types together. Only years since the topic's law last changed are used. {@link #DIRECTION} is {@code
 * increasing}, {@code decreasing} or {@code none}; with fewer than five years, {@link #BASIS} is {@code too_few_periods} and
 * nothing is stated.
 * {@link #LINE} is the direction of the line through all these years, {@link #PLACE} the region's place in the funnel of its
 * level over all of them.
 */
public final class TrendColumns {

    public static final String FROM = "from_year";
    public static final String TO = "to_year";
    public static final String PERIODS = "years";
    public static final String BASIS = "basis";
    public static final String DIRECTION = "direction";
    public static final String LINE = "line_direction";
    public static final String PLACE = "all_years_funnel";
    public static final String STATUS = "status";

    private TrendColumns() {}
}
