package se.tillsyn.analytics.release;

/**
 * Columns of {@code tables/inequality_<level>}: differences between the regions of a level, one row per topic × year. Regions
 * whose counts are withheld are left out. The headline is {@link #TAU}, the standard deviation between regions without the
 * noise of small numbers; each measure {@code m} has limits {@code m_lower} and {@code m_upper}, which contain it, where
 * regions are few enough to be drawn anew thousands of times and some but not all cases are deficient.
 */
public final class InequalityColumns {

    public static final String REGIONS = "regions";
    public static final String TARGET = "nation_rate";
    /** {@code none}, {@code plain} or {@code adjusted} for overdispersion. */
    public static final String FUNNEL = "funnel";

    public static final String PHI = "phi";
    public static final String TAU2 = "funnel_tau2";
    public static final String TESTED = "family_size";
    public static final String HOMOGENEITY_P = "homogeneity_p";
    public static final String EXPECTED_GAP = "gap_by_chance";
    public static final String TAU = "tau";
    /** Steps of the profile's order that the indices over ordered regions rest on. */
    public static final String ORDER_STEPS = "order_steps";
    /** Moran's I of the shrunk rates; whether neighbours are alike. */
    public static final String MORAN = "moran";

    public static final String MORAN_EXPECTED = "moran_by_chance";
    public static final String MORAN_P = "moran_p";
    public static final String MORAN_REGIONS = "moran_regions";

    private InequalityColumns() {}
}
