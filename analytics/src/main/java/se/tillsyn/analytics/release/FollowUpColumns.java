package se.tillsyn.analytics.release;

/**
 * Columns of {@code tables/followup_<level>}: what became of the demands of a year, one row per topic × region × year. A
 * demand with those that followed on the same topic at the same operation until it was remedied counts once. Days run from
 * the demand to the re-inspection that found it remedied; without one it goes on until the last inspection day of the
 * data. Quantiles are Kaplan–Meier's; an empty one was not reached.
 */
public final class FollowUpColumns {

    public static final String DEMANDS = "demands";
    public static final String FOLLOWED_UP = "followed_up";
    public static final String REMEDIED = "remedied";
    public static final String RELAPSED = "relapsed";
    public static final String REMEDIED_SHARE = "remedied_share";
    public static final String REMEDIED_LOWER = "remedied_share_lower";
    public static final String REMEDIED_UPPER = "remedied_share_upper";
    public static final String MEDIAN_DAYS = "median_days";
    public static final String MEDIAN_DAYS_LOWER = "median_days_lower";
    public static final String MEDIAN_DAYS_UPPER = "median_days_upper";

    private FollowUpColumns() {}
}
