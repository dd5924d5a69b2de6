package se.tillsyn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.analytics.Findings.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.store.Batch;

class ReleaseJobTest {

    @TempDir
    private Path home;

    private Batch add(String id) {
        return new TestStore(home, TestStore.miniland())
                .add(List.of(List.of(files(id, "U1", 2, 10).build())), true);
    }

    @Test
    void takesTheBatchesUpToTheNamedOne() throws IOException {
        Batch first = add("F1");
        Batch second = add("F2");
        assertEquals(List.of(first, second), ReleaseJob.batchesUpTo(home, null));
        assertEquals(List.of(first), ReleaseJob.batchesUpTo(home, "1"));
        assertEquals(List.of(first), ReleaseJob.batchesUpTo(home, first.folder().id()));
        assertEquals(
                List.of(first, second),
                ReleaseJob.batchesUpTo(home, second.folder().id()));
    }

    @Test
    void refusesABatchThatIsNotThere() {
        add("F1");
        for (String wrong : List.of("2", "000001-000000000000", "zz")) {
            CannotReleaseException refused =
                    assertThrows(CannotReleaseException.class, () -> ReleaseJob.batchesUpTo(home, wrong));
            assertTrue(refused.getMessage().contains("one of the 1 batches"), refused.getMessage());
        }
    }

    @Test
    void refusesAStoreWithoutFindings() {
        assertThrows(CannotReleaseException.class, () -> ReleaseJob.batchesUpTo(home, null));
        new TestStore(home, TestStore.miniland()).add(List.of(), true);
        CannotReleaseException refused =
                assertThrows(CannotReleaseException.class, () -> ReleaseJob.batchesUpTo(home, null));
        assertTrue(refused.getMessage().contains("at least one batch with findings"), refused.getMessage());
    }
}
