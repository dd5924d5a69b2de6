package se.tillsyn.ingest.profile;

import java.util.Locale;

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

    /** Key in {@code profile.yaml} and file name in a release: {@code age_groups}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
