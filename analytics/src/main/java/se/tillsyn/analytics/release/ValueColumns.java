package se.tillsyn.analytics.release;

/**
 * Columns of {@code tables/waits_<level>} and {@code tables/measured_<level>}: quantiles of measured values, one row per topic
 * × region × period × age group × operation type with at least one value. Values are in {@link #VALUE_UNIT}.
 *
 * <p>Median and ninetieth percentile are of all waits, those still going on included (Kaplan–Meier); {@code completed_…} are
 * of completed waits only and answer another question: they are biased down, and the two never stand in one series. A
 * lower or upper limit that the data do not give is empty: "at least". Where {@link #STATUS}, {@link #MEDIAN_STATUS} or
 * {@link #P90_STATUS} is not empty, the figures it covers are empty.
 */
public final class ValueColumns {

    public static final String VALUE_UNIT = "value_unit";
    /** Values, those that go on included. */
    public static final String N = "n";
    /** Of these, how many still go on. */
    public static final String WAITING = "waiting";

    public static final String STATUS = "status";
    public static final String MEDIAN = "median";
    public static final String MEDIAN_LOWER = "median_lower";
    public static final String MEDIAN_UPPER = "median_upper";
    public static final String COMPLETED_MEDIAN = "completed_median";
    public static final String MEDIAN_STATUS = "median_status";
    public static final String P90 = "p90";
    public static final String P90_LOWER = "p90_lower";
    public static final String P90_UPPER = "p90_upper";
    public static final String COMPLETED_P90 = "completed_p90";
    public static final String P90_STATUS = "p90_status";

    private ValueColumns() {}
}
