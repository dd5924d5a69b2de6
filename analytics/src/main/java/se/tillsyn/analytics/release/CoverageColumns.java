package se.tillsyn.analytics.release;

/**
 * Columns of {@code tables/coverage_<level>}: how many operations were inspected whatever the topic, one row per region ×
 * period × operation type. {@link #ELIGIBLE} is empty where it is not known how many there are; the share is empty then, and
 * also where more were inspected than are known of.
 */
public final class CoverageColumns {

    public static final String INSPECTED = "units_inspected";
    public static final String JUDGED = "units_judged";
    public static final String DEFICIENT = "units_deficient_any_topic";
    public static final String ELIGIBLE = "units_eligible";
    public static final String SHARE = "coverage";

    private CoverageColumns() {}
}
