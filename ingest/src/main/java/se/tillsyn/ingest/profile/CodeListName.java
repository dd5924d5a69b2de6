package se.tillsyn.ingest.profile;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.FindingColumns;

/** The code lists that every profile has. */
public enum CodeListName {
    REGIONS,
    TOPICS,
    TOPIC_GROUPS,
    AGE_GROUPS,
    OPERATION_TYPES,
    OBSERVED_UNITS,
    EVIDENCE,
    SELECTION_BASES,
    PROGRAMMES,
    OFFICES,
    VALUE_UNITS,
    REGION_GROUPS;

    private static final Map<String, CodeListName> BY_COLUMN = Map.of(
            FindingColumns.PROGRAMME, PROGRAMMES,
            FindingColumns.SELECTION_BASIS, SELECTION_BASES,
            FindingColumns.OFFICE, OFFICES,
            FindingColumns.REGION_CODE, REGIONS,
            FindingColumns.OPERATION_TYPE, OPERATION_TYPES,
            FindingColumns.AGE_GROUP, AGE_GROUPS,
            FindingColumns.TOPIC, TOPICS,
            FindingColumns.OBSERVED_UNIT, OBSERVED_UNITS,
            FindingColumns.EVIDENCE, EVIDENCE,
            FindingColumns.VALUE_UNIT, VALUE_UNITS);

    /** The list whose codes a column of the contract holds; {@code null} when it holds none of a list. */
    public static @Nullable CodeListName ofColumn(String column) {
        return BY_COLUMN.get(column);
    }

    /** Key in {@code profile.yaml} and file name in a release: {@code age_groups}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
