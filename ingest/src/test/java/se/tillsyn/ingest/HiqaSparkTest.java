package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.report.FileReport;
import se.tillsyn.ingest.report.IngestReport;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.FindingReader;
import se.tillsyn.ingest.store.Store;

/**
 * Real input that no one here wrote: HIQA's inspections of centres for people with disabilities. The files are not in
 * the repository; the property {@code tillsyn.hiqa} or the environment's {@code TILLSYN_HIQA} names their folder. The
 * counts are those that the data's own description states, found by another program.
 */
@Tag("spark")
@ExtendWith(SharedSpark.class)
class HiqaSparkTest {

    private static final long JUDGEMENTS = 42_376;
    private static final long MET = 29_433 + 8_537;
    private static final long DEFICIENT = 4_406;
    /** Judgements in the five repeated reports, counted by hand in the source. */
    private static final long REPEATED = 66;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-30T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder = Path.of(".");

    @Test
    void readsTheReportsWideAndThenLongWithoutAddingAnything(SparkSession spark) throws IOException {
        Path data = data();
        FileReport wide = ingest(spark, "hiqa-wide.yaml", data.resolve("hiqa_reports_wide.csv"));
        assertEquals(3_445, wide.sourceRows());
        assertEquals(JUDGEMENTS, wide.read());
        assertEquals(5, wide.duplicateSourceRows());
        assertEquals(83, wide.rowsWithoutJudgement());
        assertEquals(REPEATED, wide.quarantined());
        assertEquals(JUDGEMENTS - REPEATED, wide.loaded());
        assertEquals("DUPLICATE", wide.rules().get(0).rule());

        Map<Outcome, Long> loaded = outcomes();
        FileReport longer = ingest(spark, "hiqa-long.yaml", data.resolve("hiqa_findings_long.csv"));
        assertEquals(JUDGEMENTS, longer.read());
        assertEquals(0, longer.loaded());
        assertEquals(
                List.of("DUPLICATE_OF_BATCH"),
                longer.rules().stream().map(rule -> rule.rule()).toList());
        assertEquals(loaded, outcomes());
        new Store(folder).batches().get(0).verify();
    }

    @Test
    void countsOutcomesAsTheSourceStatesThem(SparkSession spark) throws IOException {
        FileReport longer = ingest(spark, "hiqa-long.yaml", data().resolve("hiqa_findings_long.csv"));
        assertEquals(JUDGEMENTS, longer.read());
        assertEquals(REPEATED, longer.quarantined());
        Map<Outcome, Long> loaded = outcomes();
        Map<Outcome, Long> repeated = repeatedOutcomes();
        assertEquals(MET, loaded.getOrDefault(Outcome.MET, 0L) + repeated.getOrDefault(Outcome.MET, 0L));
        assertEquals(
                DEFICIENT, loaded.getOrDefault(Outcome.DEFICIENT, 0L) + repeated.getOrDefault(Outcome.DEFICIENT, 0L));
    }

    private static Path data() {
        String named = System.getProperty("tillsyn.hiqa", System.getenv().getOrDefault("TILLSYN_HIQA", ""));
        Assumptions.assumeFalse(
                named.isEmpty(), "tillsyn.hiqa or TILLSYN_HIQA names no folder with the Irish data; skipped");
        return Path.of(named);
    }

    private FileReport ingest(SparkSession spark, String layout, Path file) throws IOException {
        IngestReport report = new IngestJob(spark, CLOCK, "test", stage -> {})
                .run(new IngestSettings(
                        folder,
                        Profile.load(ContractRows.PROFILE.toString()),
                        Layout.read(ContractRows.PROFILE.resolve("layouts").resolve(layout)),
                        List.of(file)));
        return report.files().get(0);
    }

    private Map<Outcome, Long> outcomes() throws IOException {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Finding finding : findings()) {
            counts.merge(finding.outcome(), 1L, Long::sum);
        }
        return counts;
    }

    /** Outcomes of the five reports that the source holds twice, each of which is loaded once. */
    private Map<Outcome, Long> repeatedOutcomes() throws IOException {
        List<String> twice = List.of("MON-0032866", "MON-0029506", "MON-0031836", "MON-0035938", "MON-0040629");
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Finding finding : findings()) {
            if (twice.contains(finding.inspectionId())) {
                counts.merge(finding.outcome(), 1L, Long::sum);
            }
        }
        return counts;
    }

    private List<Finding> findings() throws IOException {
        List<Finding> all = new ArrayList<>();
        for (Batch batch : new Store(folder).batches()) {
            for (Path file : batch.findingFiles()) {
                FindingReader.read(file, all::add);
            }
        }
        return all;
    }
}
