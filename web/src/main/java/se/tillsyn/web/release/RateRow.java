package se.tillsyn.web.release;

import com.jerolba.carpet.annotation.Alias;
import java.util.List;
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

    /** The columns of the file, in the order of the fields. */
    static final List<String> COLUMNS = List.of(
            RateColumns.TOPIC,
            RateColumns.REGION,
            RateColumns.PERIOD,
            RateColumns.AGE_GROUP,
            RateColumns.OPERATION_TYPE,
            RateColumns.SELECTION_BASIS,
            RateColumns.CASES_ASSESSED,
            RateColumns.CASES_DEFICIENT,
            RateColumns.CASE_RATE,
            RateColumns.CASE_RATE_LOWER,
            RateColumns.CASE_RATE_UPPER,
            RateColumns.CASE_RATE_METHOD,
            RateColumns.CASE_STATUS,
            RateColumns.UNITS_ASSESSED,
            RateColumns.UNITS_DEFICIENT,
            RateColumns.UNIT_RATE,
            RateColumns.UNIT_RATE_LOWER,
            RateColumns.UNIT_RATE_UPPER,
            RateColumns.UNIT_STATUS,
            RateColumns.SYNTHETIC);

    static RateRow of(TableRows.Row row) {
        return new RateRow(
                row.code(0),
                row.code(1),
                row.code(2),
                row.code(3),
                row.code(4),
                row.text(5),
                row.whole(6),
                row.whole(7),
                row.real(8),
                row.real(9),
                row.real(10),
                row.text(11),
                row.text(12),
                row.whole(13),
                row.whole(14),
                row.real(15),
                row.real(16),
                row.real(17),
                row.text(18),
                row.flag(19));
    }

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
