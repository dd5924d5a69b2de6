package se.tillsyn.analytics.release;

/**
 * Columns of {@code tables/comparisons_<level>}: each region beside the rest of the nation and the other regions of its level,
 * one row per topic × year × region whose counts are published; ages and operation types together. Rates are case rates
 * where files were counted, else shares of operations; {@link #DENOMINATOR} says which.
 */
public final class ComparisonColumns {

    /** {@code cases} or {@code units}. */
    public static final String DENOMINATOR = "denominator";

    public static final String RATE = "rate";
    /** Region minus the rest of the nation, in proportions. */
    public static final String DIFFERENCE = "difference";

    public static final String DIFFERENCE_LOWER = "difference_lower";
    public static final String DIFFERENCE_UPPER = "difference_upper";
    /** Two-sided p-value of the difference. */
    public static final String P = "p_value";
    /** The same after Benjamini–Hochberg over the topic, year and level. */
    public static final String Q = "q_value";
    /** {@code low_998}, {@code low_95}, {@code inside}, {@code high_95} or {@code high_998}. */
    public static final String FUNNEL = "funnel";

    public static final String RANK = "rank";
    public static final String RANK_LOWER = "rank_lower";
    public static final String RANK_UPPER = "rank_upper";
    /** Empirical Bayes rate. */
    public static final String SHRUNK = "shrunk_rate";
    /** Rate at the nation's mix of ages. */
    public static final String STANDARDISED = "standardised_rate";

    public static final String STANDARDISED_LOWER = "standardised_lower";
    public static final String STANDARDISED_UPPER = "standardised_upper";
    /** Whether the region was inspected on another basis than the nation as a whole: not like with like. */
    public static final String UNLIKE_BASIS = "unlike_basis";

    private ComparisonColumns() {}
}
