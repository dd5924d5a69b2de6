package se.tillsyn.ingest.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.commit.CommittedFolder;
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
     * Every batch, oldest first.
     *
     * @throws DamagedBatchException when a manifest is missing or unreadable
     */
    public List<Batch> batches() throws IOException {
        List<Batch> batches = new ArrayList<>();
        for (CommittedFolder folder : area.committed()) {
            batches.add(new Batch(folder, readManifest(folder)));
        }
        return batches;
    }

    private static BatchManifest readManifest(CommittedFolder folder) throws IOException {
        if (!Files.isRegularFile(folder.manifest())) {
            throw new DamagedBatchException(folder.id(), CommittedFolder.MANIFEST, "the file is missing");
        }
        try {
            return BatchManifest.parse(Files.readAllBytes(folder.manifest()));
        } catch (JacksonException e) {
            throw new DamagedBatchException(folder.id(), CommittedFolder.MANIFEST, "it cannot be read as a manifest");
        }
    }
}
