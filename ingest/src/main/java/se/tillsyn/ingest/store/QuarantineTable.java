package se.tillsyn.ingest.store;

import static se.tillsyn.ingest.table.Column.optionalText;
import static se.tillsyn.ingest.table.Column.optionalWhole;
import static se.tillsyn.ingest.table.Column.text;
import static se.tillsyn.ingest.table.Column.whole;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.table.Table;

/** The defects of the rows that were not loaded, one row per defect; positions and rules, no content. */
public final class QuarantineTable {

    /**
     * One defect.
     *
     * @param input number of the source file in the batch, from 1
     * @param line line on which the record begins, from 1
     * @param record number of the data record in the file, from 1
     * @param part wide column that the finding is about; {@code null} = the record is one finding
     * @param column source column, or the contract's where the layout composes it
     * @param rule id of the rule
     * @param length characters in the field
     * @param otherBatch earlier batch that holds the row it repeats or contradicts
     * @param otherInput source file of that row, in {@code otherBatch} or in this batch
     * @param otherLine line of that row, known for rows of this batch
     */
    public record Defect(
            int input,
            int line,
            int record,
            @Nullable String part,
            String column,
            String rule,
            int length,
            @Nullable String otherBatch,
            @Nullable Integer otherInput,
            @Nullable Integer otherLine) {}

    public static final Table<Defect> TABLE = new Table<>(
            "quarantine",
            List.of(
                    whole("input", Defect::input),
                    whole("line", Defect::line),
                    whole("record", Defect::record),
                    optionalText("part", Defect::part),
                    text("column", Defect::column),
                    text("rule", Defect::rule),
                    whole("length", Defect::length),
                    optionalText("other_batch", Defect::otherBatch),
                    optionalWhole("other_input", Defect::otherInput),
                    optionalWhole("other_line", Defect::otherLine)));

    private QuarantineTable() {}
}
