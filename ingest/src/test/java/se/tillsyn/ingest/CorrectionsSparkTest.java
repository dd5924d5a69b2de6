package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.report.FileReport;
import se.tillsyn.ingest.report.IngestReport;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.FindingReader;
import se.tillsyn.ingest.store.Store;

/**
 * Corrections over several batches. What is known at batch N is read here as the store promises it: of the first N
 * batches, per key the highest revision, unless it is withdrawn.
 */
@Tag("spark")
@ExtendWith(SharedSpark.class)
class CorrectionsSparkTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-30T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder = Path.of(".");

    @Test
    void fault11_12_isKnownAtEveryBatchAsItWasThen(SparkSession spark) throws IOException {
        ingest(spark, new ContractRows().row("A").row("B").row("C"));
        ingest(
                spark,
                new ContractRows()
                        .row("A", "revision", "2", "cases_deficient", "9")
                        .row("D", "revision", "3"));
        ingest(spark, new ContractRows().row("B", "revision", "2", "withdrawn", "true"));
        ingest(
                spark,
                new ContractRows()
                        .row("D", "revision", "2", "cases_deficient", "1")
                        .row("B", "revision", "3", "cases_deficient", "2")
                        .row("C", "revision", "2", "withdrawn", "true")
                        .row("C", "revision", "3", "withdrawn", "true"));
        assertEquals(Map.of(), knownAt(0));
        assertEquals(Map.of("A", "1: 7", "B", "1: 7", "C", "1: 7"), knownAt(1));
        assertEquals(Map.of("A", "2: 9", "B", "1: 7", "C", "1: 7", "D", "3: 7"), knownAt(2));
        assertEquals(Map.of("A", "2: 9", "C", "1: 7", "D", "3: 7"), knownAt(3));
        assertEquals(Map.of("A", "2: 9", "B", "3: 2", "D", "3: 7"), knownAt(4));
        assertEquals(
                List.of(0, 2, 1, 4),
                new Store(home())
                        .batches().stream()
                                .map(batch -> batch.manifest().revisions())
                                .toList());
    }

    @Test
    void fault12_theSameFileUnderAnotherNameAddsNothing(SparkSession spark) throws IOException {
        IngestReport first = ingest(spark, new ContractRows().row("A").row("B"));
        Map<String, String> before = ContentHash.ofFiles(home());
        Path copy = Files.copy(folder.resolve("1.csv"), folder.resolve("renamed.txt"));
        IngestReport second = run(spark, copy);
        assertNull(second.batch());
        assertEquals(FileReport.Status.SAME_CONTENT, second.files().get(0).status());
        assertEquals(
                new FileReport.SameAs(first.batch(), null),
                second.files().get(0).sameAs());
        assertEquals(0, second.exitCode());
        assertEquals(before, ContentHash.ofFiles(home()));
    }

    @Test
    void fault12_aCorrectedFileNeedsAHigherRevision(SparkSession spark) throws IOException {
        ingest(spark, new ContractRows().row("A").row("B"));
        IngestReport conflict = ingest(
                spark, new ContractRows().row("A", "cases_deficient", "9").row("B"));
        assertEquals(3, conflict.exitCode());
        assertEquals(Map.of("CONFLICT_WITH_BATCH", 1L, "DUPLICATE_OF_BATCH", 1L), rules(conflict));
        assertEquals(Map.of("A", "1: 7", "B", "1: 7"), knownAt(2));
        IngestReport corrected = ingest(
                spark,
                new ContractRows()
                        .row("A", "revision", "2", "cases_deficient", "9")
                        .row("B"));
        assertEquals(Map.of("DUPLICATE_OF_BATCH", 1L), rules(corrected));
        assertEquals(Map.of("A", "2: 9", "B", "1: 7"), knownAt(3));
        assertEquals(Map.of("A", "1: 7", "B", "1: 7"), knownAt(1));
    }

    @Test
    void fault11_aWithdrawalWithoutAHigherRevisionIsAConflict(SparkSession spark) throws IOException {
        ingest(spark, new ContractRows().row("A"));
        IngestReport report = ingest(spark, new ContractRows().row("A", "withdrawn", "true"));
        assertEquals(Map.of("CONFLICT_WITH_BATCH", 1L), rules(report));
        assertEquals(Map.of("A", "1: 7"), knownAt(2));
    }

    @Test
    void fault11_aRevisionInEachFileOfOneRunIsRecordedWhateverTheOrderOfFiles(SparkSession spark) throws IOException {
        new ContractRows().row("A", "revision", "2", "cases_deficient", "9").write(folder.resolve("in/1.csv"));
        new ContractRows().row("A").write(folder.resolve("in/2.csv"));
        IngestReport report = run(spark, folder.resolve("in"));
        assertEquals(0, report.exitCode());
        assertEquals(Map.of("A", "2: 9"), knownAt(1));
    }

    @Test
    void fault11_ofTwoUnequalRowsWithOneRevisionNeitherIsLoaded(SparkSession spark) throws IOException {
        new ContractRows().row("A").row("B").write(folder.resolve("in/1.csv"));
        new ContractRows().row("A", "cases_deficient", "9").write(folder.resolve("in/2.csv"));
        IngestReport report = run(spark, folder.resolve("in"));
        assertEquals(Map.of("CONFLICT", 2L), rules(report));
        assertEquals(Map.of("B", "1: 7"), knownAt(1));
    }

    private IngestReport ingest(SparkSession spark, ContractRows rows) throws IOException {
        int number = new Store(home()).batches().size() + 1;
        return run(spark, rows.write(folder.resolve(number + ".csv")));
    }

    private IngestReport run(SparkSession spark, Path path) throws IOException {
        Profile profile = Profile.load(ContractRows.PROFILE.toString());
        return new IngestJob(spark, CLOCK, "test", stage -> {})
                .run(new IngestSettings(home(), profile, Layout.contract(), List.of(path)));
    }

    private static Map<String, Long> rules(IngestReport report) {
        Map<String, Long> counts = new TreeMap<>();
        report.files()
                .forEach(file -> file.rules().forEach(rule -> counts.merge(rule.rule(), rule.count(), Long::sum)));
        return counts;
    }

    /** Revision and deficient cases by key. */
    private Map<String, String> knownAt(int batchCount) throws IOException {
        Map<String, Finding> latest = new HashMap<>();
        for (Batch batch : new Store(home()).batches().subList(0, batchCount)) {
            for (Path file : batch.findingFiles()) {
                FindingReader.read(
                        file,
                        finding -> latest.merge(
                                finding.findingId(), finding, (a, b) -> a.revision() > b.revision() ? a : b));
            }
        }
        Map<String, String> known = new HashMap<>();
        latest.values().stream()
                .filter(finding -> !finding.withdrawn())
                .forEach(finding ->
                        known.put(finding.findingId(), finding.revision() + ": " + finding.casesDeficient()));
        return known;
    }

    private Path home() {
        return folder.resolve("home");
    }
}
