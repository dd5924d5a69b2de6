package se.tillsyn.ingest.duplicates;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.Finding;

/**
 * Writes the occurrences of one file, parted by key: all occurrences of a key, of whatever file, are in the part of the
 * same number, and a part of all files together fits into memory.
 */
public final class OccurrenceWriter implements Closeable {

    private final String stem;
    private final long[] candidates;
    private final @Nullable DataOutputStream[] parts;

    /**
     * A writer that has written nothing yet; a part without occurrences gets no file.
     *
     * @param stem path that the names of the parts begin with
     * @param candidates key hashes, ascending; other findings are passed over
     * @param parts number of parts
     */
    public OccurrenceWriter(String stem, long[] candidates, int parts) {
        this.stem = stem;
        this.candidates = candidates.clone();
        this.parts = new DataOutputStream[parts];
    }

    static Path part(String stem, int part) {
        return Path.of(stem + String.format(Locale.ROOT, "-%04d.bin", part));
    }

    /**
     * Takes the next finding of the file.
     *
     * @param ordinal its place among the findings given by its source file, ascending; 0 for an earlier batch
     */
    public void take(Finding finding, Place place, long ordinal) throws IOException {
        if (Arrays.binarySearch(candidates, KeyHash.of(finding.findingId(), finding.revision())) < 0) {
            return;
        }
        Occurrence occurrence = Occurrence.of(finding, place, ordinal);
        int part = (int) Math.floorMod(occurrence.key().high(), (long) parts.length);
        DataOutputStream out = parts[part];
        if (out == null) {
            out = RecordFile.create(part(stem, part));
            parts[part] = out;
        }
        occurrence.write(out);
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (DataOutputStream part : parts) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
