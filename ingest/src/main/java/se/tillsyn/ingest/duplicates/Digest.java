package se.tillsyn.ingest.duplicates;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.store.FindingTable;
import se.tillsyn.ingest.table.Column;

/** The first 128 bits of a SHA-256; what has the same is taken for the same. */
record Digest(long high, long low) {

    private static final String ABSENT = "\u0000";

    /** Digest of a finding's key. */
    static Digest ofKey(Finding finding) {
        return of(finding.findingId() + "\n" + finding.revision());
    }

    /** Digest of every column of a finding. No text of a finding holds a line break, which separates the columns. */
    static Digest ofContent(Finding finding) {
        StringBuilder text = new StringBuilder(256);
        for (Column<Finding> column : FindingTable.TABLE.columns()) {
            Object value = valueOf(column, finding);
            text.append(value == null ? ABSENT : value).append('\n');
        }
        return of(text.toString());
    }

    private static Digest of(String text) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Digest(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static @Nullable Object valueOf(Column<Finding> column, Finding finding) {
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
            return day.value().of(finding);
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
