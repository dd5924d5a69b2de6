package se.tillsyn.ingest;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.report.RuleTally;
import se.tillsyn.ingest.source.FileDefect;
import se.tillsyn.ingest.source.RefusedFileException;
import se.tillsyn.ingest.source.SourceForm;
import se.tillsyn.ingest.source.SourceSummary;
import se.tillsyn.ingest.store.BatchManifest.StoredFile;

/**
 * What a task made of one file.
 *
 * @param number the file's number in the run
 * @param summary what was read; {@code null} = the file is refused
 * @param keys working file of the key hashes of what was loaded
 * @param loaded findings written
 * @param quarantined findings not written
 * @param revisions findings written that have revision 2 or more or are withdrawn
 * @param synthetic whether any finding written belongs to a synthetic programme
 * @param rules defects by rule and column
 * @param files files written, under the path where they lie
 * @param refusedForm what a refused file was being read as; {@code null} = not known yet, or not refused
 * @param defects first reasons of a refusal
 * @param defectCount all reasons of a refusal
 */
record FileResult(
        int number,
        @Nullable SourceSummary summary,
        String keys,
        long loaded,
        long quarantined,
        int revisions,
        boolean synthetic,
        List<RuleTally> rules,
        List<StoredFile> files,
        @Nullable SourceForm refusedForm,
        List<FileDefect> defects,
        long defectCount)
        implements Serializable {

    static FileResult refused(int number, RefusedFileException refusal) {
        return new FileResult(
                number,
                null,
                "",
                0,
                0,
                0,
                false,
                List.of(),
                List.of(),
                refusal.form(),
                refusal.defects(),
                refusal.total());
    }

    /** What was read of a file that is not refused. */
    SourceSummary read() {
        if (summary == null) {
            throw new IllegalStateException("a refused file was not read");
        }
        return summary;
    }
}
