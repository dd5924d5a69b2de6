package se.tillsyn.ingest.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.store.BatchManifest;
import se.tillsyn.ingest.store.Store;

/** Fault 20, small: what must not grow with rows is run in a heap in which it could not. */
@Tag("spark")
class LargeInputSparkTest {

    @TempDir
    Path folder = Path.of(".");

    @Test
    void fault20ManyRowsManyBadRowsAndManyFilesInASmallHeap() throws Exception {
        Path in = LargeInput.writeMany(folder.resolve("in"), 100, 2);
        LargeInput.write(in.resolve("good.csv"), "G", 200_000);
        LargeInput.write(in.resolve("bad.csv"), "B", 100_000, "topic", "NOPE", "outcome", "");
        Path home = folder.resolve("home");
        // Spark's own check of the heap is told another size.
        IngestProcess.Ended ended = IngestProcess.usual()
                .with("-Xmx160m", "-Dspark.testing.memory=600000000")
                .start(folder.resolve("log"), home, in)
                .end();
        assertEquals(3, ended.exit(), ended.output());
        BatchManifest manifest = new Store(home).batches().get(0).manifest();
        assertEquals(new BatchManifest.RowCounts(300_200, 200_200, 100_000), manifest.rows());
        assertTrue(ended.output().contains("CODE in topic: 100000."), "the totals are true");
        assertTrue(ended.output().contains("REQUIRED in outcome: 100000."), "the totals are true");
        assertTrue(ended.output().length() < 200_000, "the lists are capped");
    }
}
