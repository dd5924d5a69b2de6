package se.tillsyn.ingest.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.commit.CommittedFolder;
import se.tillsyn.ingest.commit.ContentHash;
import tools.jackson.core.JacksonException;

/** The store below a home folder: {@code <home>/store/batches}. */
public final class Store {

    private final CommitArea area;

    public Store(Path home) {
        area = new CommitArea(home.resolve("store").resolve("batches"));
    }

    /** Where batches are committed. */
    public CommitArea area() {
        return area;
    }

    /**
     * Every batch, oldest first. Only the manifests are read; {@link Batch#verify()} reads the rest.
     *
     * @throws DamagedBatchException when a batch is missing in the sequence, or a manifest is missing or not the one that
     *     was committed
     */
    public List<Batch> batches() throws IOException {
        List<Batch> batches = new ArrayList<>();
        for (CommittedFolder folder : area.committed()) {
            int expected = batches.size() + 1;
            if (folder.sequence() != expected) {
                throw new DamagedBatchException(
                        folder.id(), "(folder)", "expected batch number " + expected + " at its place in the sequence");
            }
            batches.add(new Batch(folder, readManifest(folder)));
        }
        return batches;
    }

    /**
     * Makes what is staged a batch, with its manifest and, beside it, the manifest's own hash in the form that {@code
     * sha256sum --check} reads.
     *
     * @throws se.tillsyn.ingest.commit.UnconfirmedCommitException when the batch is there but the disk did not confirm it
     */
    public static CommittedFolder commit(CommitArea.Writing writing, BatchManifest manifest) throws IOException {
        byte[] json = manifest.toJson();
        String line = ContentHash.of(json) + "  " + CommittedFolder.MANIFEST + "\n";
        Files.writeString(writing.staging().resolve(Batch.MANIFEST_HASH), line, StandardCharsets.UTF_8);
        String id = manifest.batch();
        return writing.commit(id.substring(id.indexOf('-') + 1), json);
    }

    private static BatchManifest readManifest(CommittedFolder folder) throws IOException {
        byte[] json = read(folder, CommittedFolder.MANIFEST);
        String expected = new String(read(folder, Batch.MANIFEST_HASH), StandardCharsets.ISO_8859_1);
        if (!expected.equals(ContentHash.of(json) + "  " + CommittedFolder.MANIFEST + "\n")) {
            throw new DamagedBatchException(
                    folder.id(),
                    CommittedFolder.MANIFEST,
                    "its bytes and its hash in " + Batch.MANIFEST_HASH + " do not belong together");
        }
        try {
            return BatchManifest.parse(json);
        } catch (JacksonException e) {
            throw new DamagedBatchException(folder.id(), CommittedFolder.MANIFEST, "it cannot be read as a manifest");
        }
    }

    private static byte[] read(CommittedFolder folder, String name) throws IOException {
        try {
            return Files.readAllBytes(folder.path().resolve(name));
        } catch (NoSuchFileException e) {
            throw new DamagedBatchException(folder.id(), name, "the file is missing");
        }
    }
}
