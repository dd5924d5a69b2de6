package se.tillsyn.analytics.release;

/**
 * Columns of {@code tables/offices}: whether an office finds deficiencies more often than the others did under the same
 * circumstances, one row per topic × office. Expected is what the office would have found at the rates of its strata (county,
 * year, selection basis); only strata that several offices reviewed say anything.
 * Where files are protected the counts and the p-value are left out, the ratio stands to the nearest tenth, its limits to the next
 * tenth outward and the q-value to two decimals; only offices with at least 100 deficiencies found are told.
 */
public final class OfficeColumns {

    public static final String OFFICE = "office";
    public static final String OBSERVED = "observed";
    public static final String EXPECTED = "expected";
    public static final String RATIO = "ratio";
    public static final String RATIO_LOWER = "ratio_lower";
    public static final String RATIO_UPPER = "ratio_upper";
    public static final String P = "p_value";
    public static final String Q = "q_value";

    private OfficeColumns() {}
}
