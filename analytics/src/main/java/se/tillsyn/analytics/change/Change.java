package se.tillsyn.analytics.change;

import java.util.List;

/**
 * One published number that differs between two releases.
 *
 * @param table name of the table
 * @param keys values of {@link ComparedTable#KEYS}, empty where the table lacks the column
 * @param column column of the number
 * @param before the number in the earlier release, as its CSV has it; empty when there was none or it is now withheld
 * @param after the number in the later release; empty when there is none
 * @param kind what happened
 * @param reason what stands behind it, see {@link Corrections#reason}
 */
public record Change(
        String table, List<String> keys, String column, String before, String after, ChangeKind kind, String reason) {

    public Change {
        keys = List.copyOf(keys);
        if (keys.size() != ComparedTable.KEYS.size()) {
            throw new IllegalArgumentException("expected a value for each of " + ComparedTable.KEYS.size() + " keys");
        }
        if (kind == ChangeKind.NOW_WITHHELD && !(before.isEmpty() && after.isEmpty())) {
            throw new IllegalArgumentException("expected no number beside a withheld one");
        }
    }
}
