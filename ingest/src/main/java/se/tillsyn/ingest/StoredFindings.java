package se.tillsyn.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Locale;
import se.tillsyn.ingest.duplicates.KeyFile;
import se.tillsyn.ingest.duplicates.KeyHash;
import se.tillsyn.ingest.duplicates.LongList;
import se.tillsyn.ingest.duplicates.OccurrenceWriter;
import se.tillsyn.ingest.duplicates.Place;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.FindingReader;

/**
 * A findings file of an earlier batch.
 *
 * @param batch index of the batch, oldest 0
 * @param path the file
 * @param folder working folder that is written to
 */
record StoredFindings(int batch, String path, String folder) implements Serializable {

    /**
     * Writes down the findings whose key may stand twice.
     *
     * @param candidates key hashes that may stand twice
     * @param parts number of parts that the keys are dealt to
     * @return stem of what was written; empty = the file has no candidate
     */
    String occurrences(String candidates, int parts) throws IOException {
        Path file = Path.of(path);
        int input = Batch.inputOf(file);
        String name = String.format(Locale.ROOT, "stored-%05d-%05d-%s", batch, input, Tasks.attempt());
        Path keysFile = Path.of(folder, name + ".keys");
        LongList keys = new LongList();
        FindingReader.read(file, finding -> keys.add(KeyHash.of(finding.findingId(), finding.revision())));
        KeyFile.write(keysFile, keys);
        long[] mine = KeyFile.shared(keysFile, Path.of(candidates));
        if (mine.length == 0) {
            return "";
        }
        String stem = Path.of(folder, name).toString();
        Place place = new Place(batch, input, 0);
        try (OccurrenceWriter writer = new OccurrenceWriter(stem, mine, parts)) {
            FindingReader.read(file, (Finding finding) -> writer.take(finding, place, 0));
        }
        return stem;
    }
}
