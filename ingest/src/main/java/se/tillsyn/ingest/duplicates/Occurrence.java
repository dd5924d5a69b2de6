package se.tillsyn.ingest.duplicates;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.Finding;

/**
 * A finding with a candidate key, somewhere.
 *
 * @param findingId its key
 * @param revision its revision
 * @param content SHA-256 over the whole finding
 * @param batch earlier batch that holds it; {@code null} = this run
 * @param input number of its source file in that batch or run
 * @param ordinal its place among the findings given by the file; 0 for an earlier batch
 * @param line its line in the file; 0 for an earlier batch
 */
public record Occurrence(
        String findingId,
        int revision,
        String content,
        @Nullable String batch,
        int input,
        long ordinal,
        long line) implements Serializable {

    /** A finding of this run. */
    public static Occurrence inRun(Finding finding, int input, long ordinal, long line) {
        return new Occurrence(
                finding.findingId(), finding.revision(), FindingDigest.of(finding), null, input, ordinal, line);
    }

    /** A finding of an earlier batch. */
    public static Occurrence inBatch(Finding finding, String batch, int input) {
        return new Occurrence(finding.findingId(), finding.revision(), FindingDigest.of(finding), batch, input, 0, 0);
    }

    /** The same finding under another number of its file. */
    public Occurrence withInput(int number) {
        return new Occurrence(findingId, revision, content, batch, number, ordinal, line);
    }
}
