package se.tillsyn.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.commit.CommittedFolder;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.BatchManifest;
import se.tillsyn.ingest.store.FindingTable;
import se.tillsyn.ingest.store.Store;
import se.tillsyn.ingest.table.ParquetTableWriter;

/** Writes batches of drawn findings into a real store, one file per list. */
public final class TestStore {

    private final Path home;
    private final Profile profile;

    public TestStore(Path home, Profile profile) {
        this.home = home;
        this.profile = profile;
    }

    /** The small profile that the tests of this module use. */
    public static Profile miniland() {
        return Profile.load(minilandFolder().toString());
    }

    public static Path minilandFolder() {
        try {
            return Path.of(Objects.requireNonNull(TestStore.class.getResource("/profiles/miniland/profile.yaml"))
                            .toURI())
                    .resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public Batch add(List<List<Finding>> files, boolean synthetic) {
        try (CommitArea.Writing writing = new Store(home).area().begin()) {
            List<BatchManifest.StoredFile> stored = new ArrayList<>();
            int rows = 0;
            int revisions = 0;
            for (int i = 0; i < files.size(); i++) {
                String name = Batch.FINDINGS + i + ".parquet";
                Path file = writing.staging().resolve(name);
                try (ParquetTableWriter<Finding> writer =
                        new ParquetTableWriter<>(file, FindingTable.TABLE, Map.of())) {
                    for (Finding finding : files.get(i)) {
                        writer.write(finding);
                        rows++;
                        revisions += finding.revision() > 1 || finding.withdrawn() ? 1 : 0;
                    }
                }
                stored.add(new BatchManifest.StoredFile(
                        name,
                        Files.size(file),
                        ContentHash.of(file),
                        files.get(i).size()));
            }
            String hash =
                    ContentHash.ofAll(ContentHash.ofFiles(writing.staging())).substring(0, ContentHash.SHORT_LENGTH);
            BatchManifest manifest = new BatchManifest(
                    BatchManifest.FORMAT,
                    CommittedFolder.idOf(writing.sequence(), hash),
                    writing.sequence(),
                    "2026-01-01T00:00:00Z",
                    new BatchManifest.ProfileVersion(profile.description().id(), 1, profile.hash()),
                    "test",
                    synthetic,
                    List.of(),
                    new BatchManifest.RowCounts(rows, rows, 0),
                    revisions,
                    List.of(),
                    stored);
            return new Batch(Store.commit(writing, manifest), manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
