package se.tillsyn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static se.tillsyn.analytics.Findings.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.finding.Finding;

/** Faults 31, 32: the same store gives the same release, byte for byte, whatever surrounds the job. */
@Tag("spark")
class ReleaseSameBytesSparkTest {

    /** Say when the release was made, or hold a hash of what says so. */
    private static final List<String> OF_THE_MOMENT = List.of("manifest.json", "SHA256SUMS");

    @TempDir
    private Path folder;

    @Test
    void threadsPartitionsLocalesAndZonesChangeNothing() throws Exception {
        Map<String, String> plain = release("plain", JobProcess.plain(), "local[1]");
        assertTrue(
                plain.keySet().stream()
                                .filter(name -> name.startsWith("tables/"))
                                .count()
                        > 20,
                () -> "found only " + plain.keySet());

        assertEquals(
                plain,
                release(
                        "turkish",
                        JobProcess.plain()
                                .with("-Duser.language=tr", "-Duser.country=TR")
                                .environment(Map.of("LANG", "tr_TR.UTF-8", "TZ", "Pacific/Kiritimati")),
                        "local[2]"));
        assertEquals(
                plain,
                release(
                        "egyptian",
                        JobProcess.plain()
                                .with("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=America/Los_Angeles")
                                .environment(Map.of("LANG", "ar_EG.UTF-8")),
                        "local[8]"));
        assertEquals(
                plain,
                release(
                        "swedish",
                        JobProcess.plain()
                                .with(
                                        "-Duser.language=sv",
                                        "-Duser.country=SE",
                                        "-Dspark.default.parallelism=7",
                                        "-Dspark.sql.shuffle.partitions=3")
                                .environment(Map.of("LC_ALL", "C")),
                        "local[2]"));
    }

    @Test
    void otherJavasChangeNothing() throws Exception {
        List<Path> others = JobProcess.otherJavas();
        assumeFalse(
                others.isEmpty(), "expected another Java beside the one that runs the tests, found none: not tested");
        Map<String, String> plain = release("own", JobProcess.plain(), "local[2]");
        for (Path java : others) {
            assertEquals(plain, release("other", JobProcess.plain().on(java), "local[2]"), java::toString);
        }
    }

    /** A release of a store made anew; what is in it, by hash. */
    private Map<String, String> release(String name, JobProcess process, String master)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(folder, name);
        TestStore store = new TestStore(home, TestStore.miniland());
        store.add(drawn(0), true);
        store.add(drawn(1), true);
        Path log = folder.resolve(name + ".log");
        int exit = process.start(
                        log,
                        Main.class.getName(),
                        "release",
                        "--home",
                        home.toString(),
                        "--profile",
                        TestStore.minilandFolder().toString(),
                        "--master",
                        master)
                .waitFor();
        assertEquals(0, exit, () -> textOf(log));
        String identifier = ReleaseFolder.current(home).orElseThrow();
        Map<String, String> hashes =
                ContentHash.ofFiles(home.resolve("releases").resolve(identifier));
        hashes.keySet().removeAll(OF_THE_MOMENT);
        hashes.put("identifier", identifier);
        return hashes;
    }

    /** Three files: some findings of every operation in each, over six years. */
    private static List<List<Finding>> drawn(int batch) {
        SplittableRandom random = new SplittableRandom(batch);
        List<List<Finding>> stored = new ArrayList<>();
        for (int file = 0; file < 3; file++) {
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int reviewed = random.nextInt(1, 40);
                String id = "F" + batch + "-" + file + "-" + i;
                findings.add(files(id, "U" + random.nextInt(60), random.nextInt(reviewed + 1), reviewed)
                        .at("C" + random.nextInt(1, 5), "18-25", "T" + random.nextInt(1, 4))
                        .on(LocalDate.of(2015 + random.nextInt(6), 1, 1).plusDays(random.nextInt(365)))
                        .build());
            }
            stored.add(findings);
        }
        return stored;
    }

    private static String textOf(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return String.join("\n", lines.toList());
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
