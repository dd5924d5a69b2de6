package se.tillsyn.ingest.duplicates;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.store.FindingTable;
import se.tillsyn.ingest.table.Column;

/** SHA-256 over every column of a finding. No text of a finding holds a line break, which separates the columns. */
final class FindingDigest {

    private static final String ABSENT = "\u0000";

    private FindingDigest() {}

    static String of(Finding finding) {
        StringBuilder text = new StringBuilder(256);
        for (Column<Finding> column : FindingTable.TABLE.columns()) {
            Object value = valueOf(column, finding);
            text.append(value == null ? ABSENT : value).append('\n');
        }
        return ContentHash.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static @org.jspecify.annotations.Nullable Object valueOf(Column<Finding> column, Finding finding) {
        if (column instanceof Column.Text<Finding> text) {
            return text.value().of(finding);
        }
        if (column instanceof Column.Whole<Finding> whole) {
            return whole.value().applyAsInt(finding);
        }
        if (column instanceof Column.OptionalWhole<Finding> whole) {
            return whole.value().of(finding);
        }
        if (column instanceof Column.Real<Finding> real) {
            return real.value().applyAsDouble(finding);
        }
        if (column instanceof Column.OptionalReal<Finding> real) {
            return real.value().of(finding);
        }
        if (column instanceof Column.Day<Finding> day) {
            LocalDate value = day.value().of(finding);
            return value;
        }
        if (column instanceof Column.Flag<Finding> flag) {
            return flag.value().test(finding);
        }
        if (column instanceof Column.OptionalFlag<Finding> flag) {
            return flag.value().of(finding);
        }
        throw new AssertionError(column);
    }
}
