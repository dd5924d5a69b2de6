package se.tillsyn.web.release;

import com.jerolba.carpet.annotation.Alias;
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

        @Alias(StatementColumns.LIMIT_UPPER) @Nullable Double limitUpper) {}
