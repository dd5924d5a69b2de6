package se.tillsyn.ingest.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.tillsyn.ingest.commit.CommittedFolder;
import se.tillsyn.ingest.commit.ContentHash;

/**
 * One committed batch.
 *
 * @param folder where it lies
 * @param manifest what it says of itself
 */
public record Batch(CommittedFolder folder, BatchManifest manifest) {

    /** Prefix of the names of files that hold findings. */
    public static final String FINDINGS = "findings-";

    /** Files that hold findings, in name order. */
    public List<Path> findingFiles() {
        return manifest.files().stream()
                .map(BatchManifest.StoredFile::path)
                .filter(path -> path.startsWith(FINDINGS) && path.endsWith(".parquet"))
                .sorted()
                .map(folder.path()::resolve)
                .toList();
    }

    /**
     * Compares every file with the manifest.
     *
     * @throws DamagedBatchException at the first file that is missing or whose bytes are not those that were committed
     */
    public void verify() throws IOException {
        for (BatchManifest.StoredFile file : manifest.files()) {
            Path path = folder.path().resolve(file.path());
            if (!Files.isRegularFile(path)) {
                throw new DamagedBatchException(folder.id(), file.path(), "the file is missing");
            }
            if (Files.size(path) != file.bytes() || !ContentHash.of(path).equals(file.sha256())) {
                throw new DamagedBatchException(
                        folder.id(), file.path(), "its bytes differ from those that were committed");
            }
        }
    }
}
