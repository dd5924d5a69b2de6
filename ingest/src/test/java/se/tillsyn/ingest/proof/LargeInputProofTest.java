package se.tillsyn.ingest.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.store.BatchManifest.RowCounts;
import se.tillsyn.ingest.store.Store;

/** Fault 20 in full: a heap of 512 MB whatever the input. Leaves a table in {@code target/proof}. */
@Tag("spark")
@Tag("slow")
class LargeInputProofTest {

    @TempDir
    Path folder = Path.of(".");

    @Test
    void fault20TenThousandFilesFiveMillionRowsAMillionBadOnes() throws Exception {
        ProofTable table = new ProofTable("20-large");
        table.run("10 000 files of 3 rows", "-Xmx512m, 2 threads", () -> {
            Path in = LargeInput.writeMany(folder.resolve("many"), 10_000, 3);
            LargeInput.Need need = load(in, 0, new RowCounts(30_000, 30_000, 0));
            FaultScene.delete(in);
            return need.toString();
        });
        table.run("1 file of 5 000 000 rows", "-Xmx512m, 2 threads", () -> {
            Path in = LargeInput.write(folder.resolve("rows.csv"), "R", 5_000_000);
            return load(in, 0, new RowCounts(5_000_000, 5_000_000, 0)).toString();
        });
        table.run("1 file with 1 000 000 bad rows of 1 100 000", "-Xmx512m, 2 threads", () -> {
            Path in = folder.resolve("bad");
            LargeInput.write(in.resolve("1.csv"), "B", 1_000_000, "topic", "NOPE", "cases_assessed", "<5");
            LargeInput.write(in.resolve("2.csv"), "G", 100_000);
            LargeInput.Need need = load(in, 3, new RowCounts(1_100_000, 100_000, 1_000_000));
            assertTrue(need.ended().output().contains("CODE in topic: 1000000."));
            assertTrue(need.ended().output().length() < 20_000, "the lists are capped");
            return need.toString();
        });
        table.run("1 file of 300 001 rows of which the store has 300 000", "-Xmx512m, 2 threads", () -> {
            Path first = LargeInput.write(folder.resolve("first.csv"), "R", 300_000);
            load(first, 0, new RowCounts(300_000, 300_000, 0));
            Path again = LargeInput.write(folder.resolve("again.csv"), "R", 300_001);
            LargeInput.Need need = watch(again);
            assertEquals(3, need.ended().exit(), need.ended().output());
            assertEquals(
                    new RowCounts(300_001, 1, 300_000),
                    new Store(home()).batches().get(1).manifest().rows());
            return need.toString();
        });
        table.finish();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private LargeInput.Need watch(Path in) throws Exception {
        return LargeInput.watch(IngestProcess.usual()
                .with("-XX:TieredStopAtLevel=4")
                .master("local[2]")
                .start(folder.resolve("log"), home(), in));
    }

    private LargeInput.Need load(Path in, int exit, RowCounts expected) throws Exception {
        FaultScene.delete(home());
        LargeInput.Need need = watch(in);
        assertEquals(exit, need.ended().exit(), need.ended().output());
        assertEquals(expected, new Store(home()).batches().get(0).manifest().rows());
        return need;
    }
}
