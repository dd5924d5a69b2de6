package se.tillsyn.ingest.finding;

import java.util.List;

/** Column names of the finding contract, in contract order; the same in source files, layouts, the store and jobs. */
public final class FindingColumns {

    public static final String FINDING_ID = "finding_id";
    public static final String REVISION = "revision";
    public static final String WITHDRAWN = "withdrawn";
    public static final String INSPECTION_ID = "inspection_id";
    public static final String INSPECTED_ON = "inspected_on";
    public static final String PROGRAMME = "programme";
    public static final String SELECTION_BASIS = "selection_basis";
    public static final String OFFICE = "office";
    public static final String REGION_CODE = "region_code";
    public static final String OPERATION_TYPE = "operation_type";
    public static final String UNIT_ID = "unit_id";
    public static final String AGE_GROUP = "age_group";
    public static final String TOPIC = "topic";
    public static final String OBSERVED_UNIT = "observed_unit";
    public static final String EVIDENCE = "evidence";
    public static final String OUTCOME = "outcome";
    public static final String CASES_ASSESSED = "cases_assessed";
    public static final String CASES_DEFICIENT = "cases_deficient";
    public static final String ELIGIBLE = "eligible";
    public static final String VALUE = "value";
    public static final String VALUE_UNIT = "value_unit";
    public static final String CENSORED = "censored";
    public static final String VALUE_LOW = "value_low";
    public static final String VALUE_HIGH = "value_high";
    public static final String DEMAND = "demand";
    public static final String FOLLOWED_UP_ON = "followed_up_on";
    public static final String REMEDIED = "remedied";

    /** Every column in contract order. */
    public static final List<String> ORDER = List.of(
            FINDING_ID,
            REVISION,
            WITHDRAWN,
            INSPECTION_ID,
            INSPECTED_ON,
            PROGRAMME,
            SELECTION_BASIS,
            OFFICE,
            REGION_CODE,
            OPERATION_TYPE,
            UNIT_ID,
            AGE_GROUP,
            TOPIC,
            OBSERVED_UNIT,
            EVIDENCE,
            OUTCOME,
            CASES_ASSESSED,
            CASES_DEFICIENT,
            ELIGIBLE,
            VALUE,
            VALUE_UNIT,
            CENSORED,
            VALUE_LOW,
            VALUE_HIGH,
            DEMAND,
            FOLLOWED_UP_ON,
            REMEDIED);

    /** Columns without which a row says nothing. */
    public static final List<String> REQUIRED = List.of(
            FINDING_ID,
            INSPECTION_ID,
            INSPECTED_ON,
            PROGRAMME,
            SELECTION_BASIS,
            OFFICE,
            REGION_CODE,
            OPERATION_TYPE,
            AGE_GROUP,
            TOPIC,
            OBSERVED_UNIT,
            EVIDENCE,
            OUTCOME);

    /** Columns that a source in the contract's own form may leave out altogether. */
    public static final List<String> OMISSIBLE = List.of(
            REVISION,
            WITHDRAWN,
            ELIGIBLE,
            VALUE,
            VALUE_UNIT,
            CENSORED,
            VALUE_LOW,
            VALUE_HIGH,
            DEMAND,
            FOLLOWED_UP_ON,
            REMEDIED);

    /**
     * Position of a column in {@link #ORDER}.
     *
     * @throws IllegalArgumentException when the contract has no such column
     */
    public static int indexOf(String column) {
        int index = ORDER.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("the finding contract has no column " + column);
        }
        return index;
    }

    private FindingColumns() {}
}
