package se.tillsyn.web.release;

import com.jerolba.carpet.annotation.Alias;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.RateColumns;

/** A row of {@code tables/rates_<level>} as the file holds it; {@code null} where the figure is withheld or absent. */
record RateRow(
        @Alias(RateColumns.TOPIC) String topic,
        @Alias(RateColumns.REGION) String region,
        @Alias(RateColumns.PERIOD) String period,
        @Alias(RateColumns.AGE_GROUP) String ageGroup,
        @Alias(RateColumns.OPERATION_TYPE) String operationType,

        @Alias(RateColumns.SELECTION_BASIS) @Nullable String selectionBasis,

        @Alias(RateColumns.CASES_ASSESSED) @Nullable Integer casesAssessed,

        @Alias(RateColumns.CASES_DEFICIENT) @Nullable Integer casesDeficient,

        @Alias(RateColumns.CASE_RATE) @Nullable Double caseRate,

        @Alias(RateColumns.CASE_RATE_LOWER) @Nullable Double caseRateLower,

        @Alias(RateColumns.CASE_RATE_UPPER) @Nullable Double caseRateUpper,

        @Alias(RateColumns.CASE_RATE_METHOD) @Nullable String caseRateMethod,

        @Alias(RateColumns.CASE_STATUS) @Nullable String caseStatus,

        @Alias(RateColumns.UNITS_ASSESSED) @Nullable Integer unitsAssessed,

        @Alias(RateColumns.UNITS_DEFICIENT) @Nullable Integer unitsDeficient,

        @Alias(RateColumns.UNIT_RATE) @Nullable Double unitRate,

        @Alias(RateColumns.UNIT_RATE_LOWER) @Nullable Double unitRateLower,

        @Alias(RateColumns.UNIT_RATE_UPPER) @Nullable Double unitRateUpper,

        @Alias(RateColumns.UNIT_STATUS) @Nullable String unitStatus,
        @Alias(RateColumns.SYNTHETIC) boolean synthetic) {

    CellKey key() {
        return new CellKey(topic, region, period, ageGroup, operationType);
    }

    String caseStatusCode() {
        return caseStatus == null ? "" : caseStatus;
    }

    String unitStatusCode() {
        return unitStatus == null ? "" : unitStatus;
    }
}
