package se.tillsyn.web.release;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.Status;

/**
 * What a release has figures of for one topic in the nation as a whole.
 *
 * @param periods with at least one inspected operation, ascending
 * @param ageGroups with at least one row, the total left out
 * @param operationTypes with at least one row, the total left out
 * @param usual the rate shown unless the reader asks for the other: case rate wherever it can exist
 */
public record Coverage(
        SortedSet<String> periods, SortedSet<String> ageGroups, SortedSet<String> operationTypes, Measure usual) {

    /** Nothing at all. */
    static final Coverage NONE = new Coverage(
            Collections.emptySortedSet(), Collections.emptySortedSet(), Collections.emptySortedSet(), Measure.UNIT);

    static Coverage of(RateTable nation, String topic) {
        SortedSet<String> periods = new TreeSet<>();
        SortedSet<String> ageGroups = new TreeSet<>();
        SortedSet<String> operationTypes = new TreeSet<>();
        boolean[] cases = {false};
        nation.forEach(topic, (key, cell) -> {
            periods.add(key.period());
            ageGroups.add(key.ageGroup());
            operationTypes.add(key.operationType());
            Status status = cell.cases().status();
            cases[0] |= status != Status.NOT_APPLICABLE && status != Status.NOT_AVAILABLE;
        });
        ageGroups.remove(RateColumns.TOTAL);
        operationTypes.remove(RateColumns.TOTAL);
        return new Coverage(
                Collections.unmodifiableSortedSet(periods),
                Collections.unmodifiableSortedSet(ageGroups),
                Collections.unmodifiableSortedSet(operationTypes),
                cases[0] ? Measure.CASE : Measure.UNIT);
    }
}
