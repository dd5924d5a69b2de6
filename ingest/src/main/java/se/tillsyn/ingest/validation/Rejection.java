package se.tillsyn.ingest.validation;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One defect of one row. Holds no content.
 *
 * @param line line on which the record begins, from 1
 * @param record number of the data record in the file, from 1
 * @param part wide column that the finding is about; {@code null} when the record is one finding
 * @param column source column, or the contract's column where the layout composes it
 * @param rule what is broken
 * @param length characters in the field
 * @param other the row that it repeats or contradicts; {@code null} for defects of the row alone
 */
public record Rejection(
        long line,
        long record,
        @Nullable String part,
        String column,
        Rule rule,
        int length,
        @Nullable Other other) implements Serializable {

    /**
     * Another row.
     *
     * @param batch earlier batch that holds it; {@code null} = a row of the same run
     * @param input number of its source file in that batch or run, from 1
     * @param line its line there; 0 for a row of an earlier batch
     */
    public record Other(@Nullable String batch, int input, long line) implements Serializable {}
}
