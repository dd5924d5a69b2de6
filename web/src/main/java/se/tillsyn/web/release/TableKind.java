package se.tillsyn.web.release;

import java.util.List;
import se.tillsyn.analytics.release.ComparisonColumns;
import se.tillsyn.analytics.release.OfficeColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.ValueColumns;

/** The kinds of tables of a release beside its rates, with the columns that name a row. */
public enum TableKind {
    /** Each region against the rest of the nation, {@link ComparisonColumns}. */
    COMPARISONS("comparisons", RateColumns.TOPIC, RateColumns.REGION, RateColumns.PERIOD),
    /** How unequal the regions of a level are. */
    INEQUALITY("inequality", RateColumns.TOPIC, RateColumns.PERIOD),
    /** What may be said of the years. */
    TRENDS("trends", RateColumns.TOPIC, RateColumns.REGION),
    /** Days waited, {@link ValueColumns}. */
    WAITS(
            "waits",
            RateColumns.TOPIC,
            RateColumns.REGION,
            RateColumns.PERIOD,
            RateColumns.AGE_GROUP,
            RateColumns.OPERATION_TYPE),
    /** Measured rules, {@link ValueColumns}. */
    MEASURED(
            "measured",
            RateColumns.TOPIC,
            RateColumns.REGION,
            RateColumns.PERIOD,
            RateColumns.AGE_GROUP,
            RateColumns.OPERATION_TYPE),
    /** Demands, re-inspections, remedies. */
    FOLLOWUP("followup", RateColumns.TOPIC, RateColumns.REGION, RateColumns.PERIOD),
    /** Operations inspected of those that there are. */
    COVERAGE("coverage", RateColumns.REGION, RateColumns.PERIOD, RateColumns.OPERATION_TYPE),
    /** Effect of offices, {@link OfficeColumns}; one table for the nation. */
    OFFICES("offices", RateColumns.TOPIC, OfficeColumns.OFFICE);

    private final String code;

    /** Made unmodifiable by {@link List#of}, which the checker cannot see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> keys;

    TableKind(String code, String... keys) {
        this.code = code;
        this.keys = List.of(keys);
    }

    /** Name of the table without its level. */
    public String code() {
        return code;
    }

    /** Columns whose codes together name a row. */
    public List<String> keys() {
        return keys;
    }
}
