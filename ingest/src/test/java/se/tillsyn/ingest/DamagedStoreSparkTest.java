package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.tillsyn.ingest.commit.CommittedFolder;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.DamagedBatchException;
import se.tillsyn.ingest.store.Store;

/** Whatever happens to any file of any batch is found, named, and stops what would build on it. */
@Tag("spark")
@ExtendWith(SharedSpark.class)
class DamagedStoreSparkTest {

    private static final Profile PROFILE = Profile.load(ContractRows.PROFILE.toString());

    @TempDir
    Path folder = Path.of(".");

    private SparkSession spark;
    private Path home;
    private Path more;
    private List<Path> batches;

    /** One way to damage a file. */
    @FunctionalInterface
    private interface Damage {
        void to(Path file) throws IOException;
    }

    @BeforeEach
    void twoBatches(SparkSession session) throws IOException {
        spark = session;
        home = folder.resolve("home");
        more = new ContractRows().rows("C", 5).write(folder.resolve("c.csv"));
        ingest(new ContractRows().rows("A", 20).row("BAD", "topic", "").write(folder.resolve("a.csv")));
        ingest(new ContractRows().rows("B", 20).row("A-1").write(folder.resolve("b.csv")));
        batches = new Store(home)
                .area().committed().stream().map(CommittedFolder::path).toList();
    }

    @Test
    void aWholeStoreIsWhole() {
        assertEquals("", errorOf("--verify", 0));
    }

    @Test
    void fault29_anyDamageToAnyFileIsFoundAndNamed() throws IOException {
        int files = 0;
        for (Path batch : batches) {
            for (Path file : filesOf(batch)) {
                files++;
                int last = Math.toIntExact(Files.size(file)) - 1;
                for (int at : new int[] {0, last / 2, last}) {
                    found(file, flipped -> {
                        byte[] bytes = Files.readAllBytes(flipped);
                        bytes[at] ^= 1;
                        Files.write(flipped, bytes);
                    });
                }
                found(file, cut -> Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), last)));
                found(file, emptied -> Files.write(emptied, new byte[0]));
                found(file, longer -> Files.write(longer, Arrays.copyOf(Files.readAllBytes(longer), last + 2)));
                found(file, Files::delete);
            }
        }
        assertEquals(10, files, "findings, quarantine, keys, manifest and its hash of both batches");
    }

    @Test
    void fault29_anythingThatNobodyPutThereIsFound() throws IOException {
        Path batch = batches.get(1);
        for (String name : List.of("findings-00002.parquet", "notes.txt", ".hidden")) {
            Path extra = Files.writeString(batch.resolve(name), "x");
            assertDamaged(batch, name);
            Files.delete(extra);
        }
        Path extra = Files.createDirectory(batch.resolve("folder"));
        assertDamaged(batch, "folder");
        Files.delete(extra);
    }

    @Test
    void fault29_aManifestThatIsSoundInItselfButOfAnotherBatchIsFound() throws IOException {
        for (String name : List.of("manifest.json", "manifest.sha256")) {
            Files.write(
                    batches.get(1).resolve(name),
                    Files.readAllBytes(batches.get(0).resolve(name)));
        }
        assertDamaged(batches.get(1), "");
    }

    @Test
    void fault29_aMissingBatchIsFound() throws IOException {
        Files.move(batches.get(0), folder.resolve("taken"));
        assertDamaged(batches.get(1), "expected batch number 1 at its place in the sequence");
    }

    @Test
    void somethingElseOfABatchsNameIsNotPassedOver() throws IOException {
        Path third = Files.writeString(batches.get(1).resolveSibling("000003-0123456789ab"), "x");
        assertThrows(IOException.class, () -> ingest(more));
        assertTrue(errorOf("--verify", 1).contains("000003-0123456789ab"));
        Files.delete(third);
        ingest(more);
    }

    /** Damages a file, looks whether that is found and named, and mends it. */
    private void found(Path file, Damage damage) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        damage.to(file);
        String name = String.valueOf(file.getFileName());
        assertDamaged(file.resolveSibling(""), name.startsWith("manifest") ? "manifest" : name);
        Files.write(file, whole);
    }

    private void assertDamaged(Path batch, String name) throws IOException {
        SortedMap<String, String> before = ContentHash.ofFiles(home);
        String error = errorOf("--verify", 1);
        String text = "Batch " + batch.getFileName();
        assertTrue(error.contains(text) && error.contains(name) && error.contains("Restore"), error);
        DamagedBatchException e = assertThrows(DamagedBatchException.class, () -> ingest(more));
        assertTrue(String.valueOf(e.getMessage()).contains(text), e.getMessage());
        assertEquals(before, ContentHash.ofFiles(home), "nothing is changed");
    }

    private String errorOf(String option, int exit) {
        StringWriter error = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(new StringWriter()));
        commandLine.setErr(new PrintWriter(error, true));
        assertEquals(exit, commandLine.execute("batches", "--home", home.toString(), option), error.toString());
        return error.toString();
    }

    private void ingest(Path file) throws IOException {
        new IngestJob(spark, Clock.systemUTC(), "test", stage -> {})
                .run(new IngestSettings(home, PROFILE, Layout.contract(), List.of(file)));
    }

    private static List<Path> filesOf(Path batch) throws IOException {
        try (Stream<Path> files = Files.list(batch)) {
            return files.sorted().toList();
        }
    }
}
