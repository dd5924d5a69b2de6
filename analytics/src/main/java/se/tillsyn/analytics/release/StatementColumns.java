package se.tillsyn.analytics.release;

/**
 * Columns of {@code tables/statements}: what a published report states for several operations together. One row per
 * statement, on the level it was made for and never broken down. {@code low} = {@code high} is a count; {@code low} &lt;
 * {@code high} is bounded evidence, shown as a band; an empty bound is unknown. Rates and limits are of the share {@code
 * low / n} and {@code high / n}: {@code limit_lower} is the lower Wilson limit at {@code low}, {@code limit_upper} the
 * upper at {@code high}.
 */
public final class StatementColumns {

    public static final String STATEMENT = "statement";
    public static final String TOPIC = "topic";
    public static final String REGION = "region";
    public static final String PERIOD = "period";
    public static final String AGE_GROUP = "age_group";
    public static final String OPERATION_TYPE = "operation_type";
    public static final String PROGRAMME = "programme";
    public static final String SELECTION_BASIS = "selection_basis";
    public static final String OBSERVED_UNIT = "observed_unit";
    public static final String EVIDENCE = "evidence";
    public static final String OUTCOME = "outcome";
    /** Number the statement is about; empty when the source gives none. */
    public static final String N = "n";

    public static final String LOW = "low";
    public static final String HIGH = "high";
    /** Unit of {@code low} and {@code high} when they are a measured value and not counts of {@code n}. */
    public static final String VALUE_UNIT = "value_unit";

    public static final String RATE_LOW = "rate_low";
    public static final String RATE_HIGH = "rate_high";
    public static final String LIMIT_LOWER = "limit_lower";
    public static final String LIMIT_UPPER = "limit_upper";

    private StatementColumns() {}
}
