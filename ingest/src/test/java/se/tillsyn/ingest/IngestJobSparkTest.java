package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.commit.BusyException;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.report.FileReport;
import se.tillsyn.ingest.report.IngestReport;
import se.tillsyn.ingest.report.RuleTally;
import se.tillsyn.ingest.spark.JobSpark;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.DamagedBatchException;
import se.tillsyn.ingest.store.FindingReader;
import se.tillsyn.ingest.store.Store;
import se.tillsyn.ingest.validation.Rejection;

@Tag("spark")
@ExtendWith(SharedSpark.class)
class IngestJobSparkTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-30T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder = Path.of(".");

    @Test
    void loadsGoodRowsAndQuarantinesBadOnes(SparkSession spark) throws IOException {
        Path file = new ContractRows()
                .rows("F", 100)
                .row("G-1", "topic", "NOPE", "outcome", "")
                .row("G-2", "cases_assessed", "<5")
                .write(folder.resolve("a.csv"));
        IngestReport report = run(spark, file);
        assertEquals(3, report.exitCode());
        assertCounts(report.files().get(0), 102, 100, 2);
        assertEquals(100, findings().size());
        Batch batch = store().batches().get(0);
        batch.verify();
        assertEquals(100, batch.manifest().rows().loaded());
        assertEquals(report.batch(), batch.manifest().batch());
        assertEquals("2024-06-30T12:00:00Z", batch.manifest().loadedAt());
        assertFalse(batch.manifest().synthetic());
        assertFalse(Files.exists(folder.resolve("home/store/batches/.staging")));
    }

    @Test
    void loadsEqualRowsOnceAndConflictingRowsNever(SparkSession spark) throws IOException {
        new ContractRows().row("A").row("B").row("C").row("A").write(folder.resolve("in/a.csv"));
        new ContractRows()
                .row("B", "cases_deficient", "8")
                .row("C")
                .row("A", "revision", "2", "cases_deficient", "9")
                .write(folder.resolve("in/b.csv"));
        IngestReport report = run(spark, folder.resolve("in"));
        assertCounts(report.files().get(0), 4, 2, 2);
        assertCounts(report.files().get(1), 3, 1, 2);
        assertEquals(List.of("A 1", "A 2", "C 1"), keys());
        assertEquals(
                List.of("CONFLICT 3 input 2 line 2", "DUPLICATE 5 input 1 line 2"),
                rules(report.files().get(0)));
        assertEquals(
                List.of("CONFLICT 2 input 1 line 3", "DUPLICATE 3 input 1 line 4"),
                rules(report.files().get(1)));
        assertEquals("b.csv", report.files().get(1).name());
        assertEquals(1, store().batches().get(0).manifest().revisions());
    }

    @Test
    void neverReplacesARowOfAnEarlierBatch(SparkSession spark) throws IOException {
        run(spark, new ContractRows().rows("F", 20).row("A").row("B").write(folder.resolve("a.csv")));
        String first = store().batches().get(0).folder().id();
        IngestReport report = run(
                spark,
                new ContractRows()
                        .row("A")
                        .row("B", "cases_deficient", "8")
                        .row("N")
                        .write(folder.resolve("b.csv")));
        assertCounts(report.files().get(0), 3, 1, 2);
        assertEquals(
                List.of(
                        "CONFLICT_WITH_BATCH 3 batch " + first + " input 1",
                        "DUPLICATE_OF_BATCH 2 batch " + first + " input 1"),
                rules(report.files().get(0)));
        assertEquals(23, findings().size());
    }

    @Test
    void sameContentAddsNothingUnderAnyName(SparkSession spark) throws IOException {
        Path file = new ContractRows().rows("F", 10).write(folder.resolve("a.csv"));
        Path copy = Files.copy(file, folder.resolve("b.csv"));
        IngestReport first = run(spark, file, copy);
        assertEquals(FileReport.Status.SAME_CONTENT, first.files().get(1).status());
        assertEquals(new FileReport.SameAs(null, "a.csv"), first.files().get(1).sameAs());
        IngestReport second = run(spark, copy);
        assertEquals(0, second.exitCode());
        assertNull(second.batch());
        assertEquals(
                new FileReport.SameAs(first.batch(), null),
                second.files().get(0).sameAs());
        assertEquals(1, store().batches().size());
    }

    @Test
    void loadsTheOthersWhenAFileIsRefused(SparkSession spark) throws IOException {
        new ContractRows().rows("X", 5).line("cut,short").write(folder.resolve("in/a.csv"));
        new ContractRows().rows("F", 5).row("Q", "topic", "").write(folder.resolve("in/b.csv"));
        Files.createDirectories(folder.resolve("in/folder"));
        Files.writeString(folder.resolve("in/.hidden"), "");
        IngestReport report = run(spark, folder.resolve("in"));
        assertEquals(4, report.exitCode());
        assertEquals(
                List.of(
                        FileReport.Status.SKIPPED,
                        FileReport.Status.REFUSED,
                        FileReport.Status.QUARANTINED,
                        FileReport.Status.SKIPPED),
                report.files().stream().map(FileReport::status).toList());
        assertEquals(5, findings().size());
        Batch batch = store().batches().get(0);
        assertEquals(
                List.of("findings-00001.parquet", "quarantine-00001.parquet", "keys.bin"),
                batch.manifest().files().stream().map(file -> file.path()).toList());
        assertEquals(1, report.files().get(2).input());
    }

    @Test
    void givesTheSameBatchAsWithoutTheRefusedFile(SparkSession spark) throws IOException {
        Path good =
                new ContractRows().rows("F", 5).row("Q", "topic", "").row("F-1").write(folder.resolve("b.csv"));
        Path bad = new ContractRows().line("x").write(folder.resolve("a.csv"));
        IngestReport with = run(spark, bad, good);
        String alone = new IngestJob(spark, CLOCK, "test", stage -> {})
                .run(settings(folder.resolve("other"), List.of(good)))
                .batch();
        assertEquals(alone, with.batch());
    }

    @Test
    void makesNoBatchWhenEveryFileIsRefused(SparkSession spark) throws IOException {
        IngestReport report = run(spark, Files.writeString(folder.resolve("a.csv"), ""));
        assertEquals(4, report.exitCode());
        assertNull(report.batch());
        assertEquals(0, store().batches().size());
    }

    @Test
    void saysBusyWhileAnotherWrites(SparkSession spark) throws IOException {
        Path file = new ContractRows().rows("F", 5).write(folder.resolve("a.csv"));
        try (CommitArea.Writing other = store().area().begin()) {
            assertThrows(BusyException.class, () -> run(spark, file));
            assertTrue(Files.isDirectory(other.staging()));
        }
        assertEquals(5, run(spark, file).loaded());
    }

    @Test
    void refusesToBuildOnADamagedBatch(SparkSession spark) throws IOException {
        run(spark, new ContractRows().rows("F", 5).write(folder.resolve("a.csv")));
        Path findings = store().batches().get(0).findingFiles().get(0);
        byte[] bytes = Files.readAllBytes(findings);
        bytes[bytes.length / 2] ^= 1;
        Files.write(findings, bytes);
        Path again = new ContractRows().row("F-1").write(folder.resolve("b.csv"));
        DamagedBatchException e = assertThrows(DamagedBatchException.class, () -> run(spark, again));
        assertTrue(String.valueOf(e.getMessage()).contains("its bytes differ from those that were committed"));
        assertEquals(1, store().batches().size());
    }

    @Test
    void nothingOfACellReachesStoreOrReport(SparkSession spark) throws IOException {
        String secret = "191212121212";
        IngestReport report = run(
                spark,
                new ContractRows()
                        .row("A", "topic", secret)
                        .row("B", "cases_assessed", secret + "x")
                        .row("C", "unit_id", secret + "_1")
                        .write(folder.resolve("a.csv")));
        assertEquals(3, report.quarantined());
        assertFalse(new String(report.toJson(), StandardCharsets.UTF_8).contains(secret));
        try (var files = Files.walk(folder.resolve("home"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(secret), file.toString());
            }
        }
    }

    @Test
    void givesTheSameBytesOnOneThreadAndOnTwo(SparkSession spark) throws IOException {
        spark.stop();
        for (int i = 1; i <= 6; i++) {
            new ContractRows().rows("F" + i, 200).rows("G", 3 * i).write(folder.resolve("in/" + i + ".csv"));
        }
        List<SortedMap<String, String>> hashes = new ArrayList<>();
        for (String master : List.of("local[1]", "local[2]")) {
            Path home = folder.resolve("home-" + hashes.size());
            try (SparkSession session = JobSpark.open("determinism", master)) {
                new IngestJob(session, CLOCK, "test", stage -> {}).run(settings(home, List.of(folder.resolve("in"))));
            }
            hashes.add(ContentHash.ofFiles(home));
        }
        assertEquals(hashes.get(0), hashes.get(1));
        assertTrue(hashes.get(0).size() > 8);
    }

    private static void assertCounts(FileReport file, long read, long loaded, long quarantined) {
        assertEquals(List.of(read, loaded, quarantined), List.of(file.read(), file.loaded(), file.quarantined()));
    }

    private static List<String> rules(FileReport file) {
        List<String> rules = new ArrayList<>();
        for (RuleTally tally : file.rules()) {
            tally.first().forEach(place -> rules.add(tally.rule() + " " + place.line() + " " + inWords(place.other())));
        }
        return rules.stream().sorted().toList();
    }

    private static String inWords(Rejection.Other other) {
        return other.batch() == null
                ? "input " + other.input() + " line " + other.line()
                : "batch " + other.batch() + " input " + other.input();
    }

    private IngestReport run(SparkSession spark, Path... paths) throws IOException {
        return new IngestJob(spark, CLOCK, "test", stage -> {}).run(settings(folder.resolve("home"), List.of(paths)));
    }

    private static IngestSettings settings(Path home, List<Path> paths) {
        return new IngestSettings(home, Profile.load(ContractRows.PROFILE.toString()), Layout.contract(), paths);
    }

    private Store store() {
        return new Store(folder.resolve("home"));
    }

    private List<Finding> findings() throws IOException {
        List<Finding> all = new ArrayList<>();
        for (Batch batch : store().batches()) {
            for (Path file : batch.findingFiles()) {
                FindingReader.read(file, all::add);
            }
        }
        return all;
    }

    private List<String> keys() throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        findings().forEach(finding -> keys.add(finding.findingId() + " " + finding.revision()));
        return List.copyOf(keys);
    }
}
