package se.tillsyn.analytics.statistics.trend;

/** Which way a series went. */
public enum Direction {
    INCREASING,
    DECREASING,
    /** No change shown; not the same as shown not to change. */
    NONE;

    /** Sign of a slope. */
    public static Direction of(double slope) {
        return slope > 0 ? INCREASING : slope < 0 ? DECREASING : NONE;
    }
}
