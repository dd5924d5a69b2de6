package se.tillsyn.ingest.report;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.validation.Rejection;

/**
 * How often one rule was broken in one column of one file.
 *
 * @param rule id of the rule
 * @param column source column, or the contract's where the layout composes it
 * @param count how often, all occurrences
 * @param first the first of them in file order, at most {@link #KEPT}
 */
public record RuleTally(String rule, String column, long count, List<Place> first) implements Serializable {

    /** Places that are listed. */
    public static final int KEPT = 5;

    public RuleTally {
        first = List.copyOf(first);
    }

    /**
     * Where a rule was broken.
     *
     * @param line line on which the record begins
     * @param record number of the data record
     * @param length characters in the field
     * @param other the row that it repeats or contradicts; {@code null} for defects of the row alone
     */
    public record Place(long line, long record, int length, Rejection.@Nullable Other other) implements Serializable {}
}
