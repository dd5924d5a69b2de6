package se.tillsyn.ingest.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.tillsyn.ingest.commit.CommittedFolder;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.commit.FileKind;

/**
 * One committed batch.
 *
 * @param folder where it lies
 * @param manifest what it says of itself
 */
public record Batch(CommittedFolder folder, BatchManifest manifest) {

    /** Name of the file of key hashes of everything this batch and its refused duplicates brought. */
    public static final String KEYS = "keys.bin";

    /** Name of the file that holds the manifest's hash. */
    public static final String MANIFEST_HASH = "manifest.sha256";

    /** Prefix of the names of files that hold the defects of rows not loaded. */
    public static final String QUARANTINE = "quarantine-";

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
     * @throws DamagedBatchException at the first file that is missing, that nothing names, or whose bytes are not those
     *     that were committed
     */
    public void verify() throws IOException {
        Set<String> named = new HashSet<>(List.of(CommittedFolder.MANIFEST, MANIFEST_HASH));
        SortedMap<String, String> hashes = new TreeMap<>();
        for (BatchManifest.StoredFile file : manifest.files()) {
            verify(file);
            named.add(file.path());
            hashes.put(file.path(), file.sha256());
        }
        if (!manifest.batch().equals(folder.id()) || !ContentHash.ofAll(hashes).startsWith(folder.hash())) {
            throw new DamagedBatchException(
                    folder.id(), CommittedFolder.MANIFEST, "it is not the manifest of a batch of this name");
        }
        try (Stream<Path> entries = Files.list(folder.path())) {
            for (Path entry : entries.sorted().toList()) {
                String name = String.valueOf(entry.getFileName());
                if (!named.contains(name)) {
                    throw new DamagedBatchException(folder.id(), name, "the manifest does not name it");
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Number of the source file that a findings file was read from, out of its name. */
    public static int inputOf(Path findingsFile) {
        String name = String.valueOf(findingsFile.getFileName());
        return Integer.parseInt(name.substring(FINDINGS.length(), name.indexOf('.')));
    }

    private void verify(BatchManifest.StoredFile file) throws IOException {
        Path path = folder.path().resolve(file.path());
        if (FileKind.of(path) != FileKind.FILE) {
            throw new DamagedBatchException(folder.id(), file.path(), "the file is missing");
        }
        if (Files.size(path) != file.bytes() || !ContentHash.of(path).equals(file.sha256())) {
            throw new DamagedBatchException(
                    folder.id(), file.path(), "its bytes differ from those that were committed");
        }
    }
}
