package se.tillsyn.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.commit.CommittedFolder;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.BatchManifest;
import se.tillsyn.ingest.store.BatchManifest.RowCounts;
import se.tillsyn.ingest.store.BatchManifest.StoredFile;
import se.tillsyn.ingest.store.Store;

/** Puts a batch together in the staging folder, file by file in the order of their numbers, and commits it. */
final class BatchAssembly {

    private final CommitArea.Writing writing;
    private final IngestSettings settings;
    private final Clock clock;
    private final String codeVersion;
    private final List<StoredFile> files = new ArrayList<>();
    private final List<BatchManifest.Input> inputs = new ArrayList<>();
    private int revisions;
    private boolean synthetic;

    BatchAssembly(CommitArea.Writing writing, IngestSettings settings, Clock clock, String codeVersion) {
        this.writing = writing;
        this.settings = settings;
        this.clock = clock;
        this.codeVersion = codeVersion;
    }

    /** Where the key hashes of the batch are written. */
    Path keys() {
        return writing.staging().resolve(Batch.KEYS);
    }

    /** Adds the next file: moves what its task wrote into place. */
    void add(String name, int number, FileResult result) throws IOException {
        for (StoredFile file : result.files()) {
            Path from = Path.of(file.path());
            boolean findings = String.valueOf(from.getFileName()).startsWith(Batch.FINDINGS);
            String stored =
                    String.format(Locale.ROOT, "%s%05d.parquet", findings ? Batch.FINDINGS : Batch.QUARANTINE, number);
            Files.move(from, writing.staging().resolve(stored), StandardCopyOption.ATOMIC_MOVE);
            files.add(new StoredFile(stored, file.bytes(), file.sha256(), file.rows()));
        }
        inputs.add(new BatchManifest.Input(
                name,
                result.read().sha256(),
                result.read().bytes(),
                settings.layout().id(),
                new RowCounts(result.read().findings(), result.loaded(), result.quarantined())));
        revisions += result.revisions();
        synthetic |= result.synthetic();
    }

    /** Commits what was added; the working folders must be gone. */
    CommittedFolder commit() throws IOException {
        Path keys = keys();
        files.add(new StoredFile(Batch.KEYS, Files.size(keys), ContentHash.of(keys), Files.size(keys) / Long.BYTES));
        SortedMap<String, String> hashes = new TreeMap<>();
        files.forEach(file -> hashes.put(file.path(), file.sha256()));
        String hash = ContentHash.ofAll(hashes).substring(0, ContentHash.SHORT_LENGTH);
        return Store.commit(writing, manifest(hash));
    }

    private BatchManifest manifest(String hash) {
        Layout.Note note = settings.layout().note();
        return new BatchManifest(
                BatchManifest.FORMAT,
                CommittedFolder.idOf(writing.sequence(), hash),
                writing.sequence(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                new BatchManifest.ProfileVersion(
                        settings.profile().description().id(),
                        settings.profile().description().version(),
                        settings.profile().hash()),
                codeVersion,
                synthetic,
                inputs,
                new RowCounts(sum(RowCounts::read), sum(RowCounts::loaded), sum(RowCounts::quarantined)),
                revisions,
                note == null ? List.of() : List.of(note.text()),
                files);
    }

    private long sum(ToLongFunction<RowCounts> count) {
        return inputs.stream().map(BatchManifest.Input::rows).mapToLong(count).sum();
    }
}
