package se.tillsyn.web.release;

import com.jerolba.carpet.annotation.Alias;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.StatementColumns;

/** A row of {@code tables/statements} as the file holds it; {@code null} where the source gives nothing. */
record StatementRow(
        @Alias(StatementColumns.STATEMENT) String statement,
        @Alias(StatementColumns.TOPIC) String topic,
        @Alias(StatementColumns.REGION) String region,
        @Alias(StatementColumns.PERIOD) String period,
        @Alias(StatementColumns.AGE_GROUP) String ageGroup,
        @Alias(StatementColumns.OPERATION_TYPE) String operationType,
        @Alias(StatementColumns.PROGRAMME) String programme,
        @Alias(StatementColumns.SELECTION_BASIS) String selectionBasis,
        @Alias(StatementColumns.OBSERVED_UNIT) String observedUnit,
        @Alias(StatementColumns.EVIDENCE) String evidence,
        @Alias(StatementColumns.OUTCOME) String outcome,

        @Alias(StatementColumns.N) @Nullable Integer n,

        @Alias(StatementColumns.LOW) @Nullable Integer low,

        @Alias(StatementColumns.HIGH) @Nullable Integer high,

        @Alias(StatementColumns.VALUE_UNIT) @Nullable String valueUnit,

        @Alias(StatementColumns.RATE_LOW) @Nullable Double rateLow,

        @Alias(StatementColumns.RATE_HIGH) @Nullable Double rateHigh,

        @Alias(StatementColumns.LIMIT_LOWER) @Nullable Double limitLower,

        @Alias(StatementColumns.LIMIT_UPPER) @Nullable Double limitUpper) {
    /** The columns of the file, in the order of the fields. */
    static final List<String> COLUMNS = List.of(
            StatementColumns.STATEMENT,
            StatementColumns.TOPIC,
            StatementColumns.REGION,
            StatementColumns.PERIOD,
            StatementColumns.AGE_GROUP,
            StatementColumns.OPERATION_TYPE,
            StatementColumns.PROGRAMME,
            StatementColumns.SELECTION_BASIS,
            StatementColumns.OBSERVED_UNIT,
            StatementColumns.EVIDENCE,
            StatementColumns.OUTCOME,
            StatementColumns.N,
            StatementColumns.LOW,
            StatementColumns.HIGH,
            StatementColumns.VALUE_UNIT,
            StatementColumns.RATE_LOW,
            StatementColumns.RATE_HIGH,
            StatementColumns.LIMIT_LOWER,
            StatementColumns.LIMIT_UPPER);

    static StatementRow of(TableRows.Row row) {
        return new StatementRow(
                row.code(0),
                row.code(1),
                row.code(2),
                row.code(3),
                row.code(4),
                row.code(5),
                row.code(6),
                row.code(7),
                row.code(8),
                row.code(9),
                row.code(10),
                row.whole(11),
                row.whole(12),
                row.whole(13),
                row.text(14),
                row.real(15),
                row.real(16),
                row.real(17),
                row.real(18));
    }
}
