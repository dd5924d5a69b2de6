package se.tillsyn.analytics.release;

/**
 * Columns of the rate tables: {@code tables/rates_<level>} by calendar year, {@code quarters_<level>} by quarter, and {@code
 * latest_<level>} of operations as last seen when the year ended, whenever that was. One row per topic × region × period × age group × operation
 * type that has at least one inspected operation; a combination without a row was not inspected.
 *
 * <p>Case rate: deficient files of the files reviewed. Unit rate: operations with at least one deficiency of the
 * operations reviewed. They are never mixed. A rate is a proportion, 0 to 1. Status columns hold {@link Status} codes;
 * where one is not empty, every figure of its family is empty, but that beside "not available" both counts may be 0:
 * something was looked at and nothing was assessed. Rows are in the order of the codes, totals first.
 */
public final class RateColumns {

    public static final String TOPIC = "topic";
    public static final String REGION = "region";
    public static final String PERIOD = "period";
    public static final String AGE_GROUP = "age_group";
    public static final String OPERATION_TYPE = "operation_type";
    /** How the operations came to be inspected: one code, or {@link #MIXED}. */
    public static final String SELECTION_BASIS = "selection_basis";

    public static final String CASES_ASSESSED = "cases_assessed";
    public static final String CASES_DEFICIENT = "cases_deficient";
    public static final String CASE_RATE = "case_rate";
    public static final String CASE_RATE_LOWER = "case_rate_lower";
    public static final String CASE_RATE_UPPER = "case_rate_upper";
    public static final String CASE_RATE_LOWER_998 = "case_rate_lower_998";
    public static final String CASE_RATE_UPPER_998 = "case_rate_upper_998";
    /**
     * {@code clustered}: the limits allow for files drawn within operations, by the cell's own variance; {@code borrowed}: by the
     * likeness of the nation's files on the topic in the period; {@code plain}: as if files were independent.
     */
    public static final String CASE_RATE_METHOD = "case_rate_method";

    public static final String CASE_STATUS = "case_status";
    public static final String UNITS_ASSESSED = "units_assessed";
    public static final String UNITS_DEFICIENT = "units_deficient";
    public static final String UNIT_RATE = "unit_rate";
    public static final String UNIT_RATE_LOWER = "unit_rate_lower";
    public static final String UNIT_RATE_UPPER = "unit_rate_upper";
    public static final String UNIT_RATE_LOWER_998 = "unit_rate_lower_998";
    public static final String UNIT_RATE_UPPER_998 = "unit_rate_upper_998";
    public static final String UNIT_STATUS = "unit_status";

    /**
     * Files reviewed, those included of which only bounds of the deficient ones are known; empty without bounded evidence. The
     * case rate then lies between {@link #BAND_LOW} and {@link #BAND_HIGH}, with limits below and above.
     */
    public static final String BAND_CASES = "band_cases";

    public static final String BAND_LOW = "band_low";
    public static final String BAND_HIGH = "band_high";
    public static final String BAND_LOWER = "band_lower";
    public static final String BAND_UPPER = "band_upper";

    /** Whether any finding behind the row is synthetic. */
    public static final String SYNTHETIC = "synthetic";

    /** Code of the total of a dimension, published on its own and never a sum made by a reader. */
    public static final String TOTAL = "TOTAL";

    /** Selection basis of a cell that rests on several. */
    public static final String MIXED = "MIXED";

    private RateColumns() {}
}
