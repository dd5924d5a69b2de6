package se.tillsyn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.analytics.Findings.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.profile.Profile;

/** Faults 21: a release job killed at any moment leaves the old release or the new one served, whole. */
@Tag("spark")
class ReleaseKillSparkTest {

    private static final int KILLS = 6;

    @TempDir
    private Path folder;

    private final Profile profile = TestStore.miniland();

    @Test
    void leavesTheOldOrTheNewReleaseWhole() throws Exception {
        Path start = folder.resolve("start");
        TestStore store = new TestStore(start, profile);
        store.add(List.of(findings(0)), true);
        assertEquals(0, release(start));
        String before = ReleaseFolder.current(start).orElseThrow();
        store.add(List.of(findings(1)), true);

        Path undisturbed = copyOf(start, "undisturbed");
        long begun = System.nanoTime();
        assertEquals(0, release(undisturbed));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        String after = ReleaseFolder.current(undisturbed).orElseThrow();
        assertFalse(before.equals(after), "the second batch changes figures");

        SplittableRandom random = new SplittableRandom(20260301);
        int died = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path home = copyOf(start, "kill-" + kill);
            Process job = JobProcess.plain()
                    .start(folder.resolve("kill-" + kill + ".log"), Main.class.getName(), arguments(home));
            if (kill % 2 == 0) {
                pause(random.nextLong(millis));
            } else {
                // Aim at the publication itself, which is short beside the start of the job.
                while (job.isAlive() && !Files.exists(home.resolve("releases/.staging"))) {
                    pause(1);
                }
                pause(random.nextLong(120));
            }
            job.destroyForcibly().waitFor();
            died += job.exitValue() == 0 ? 0 : 1;
            String served = ReleaseFolder.current(home).orElseThrow();
            assertTrue(List.of(before, after).contains(served), "served: " + served);
            for (String release : ReleaseFolder.identifiers(home)) {
                ReleaseFolder.open(home.resolve("releases").resolve(release)).verify();
            }
            assertEquals(0, release(home));
            assertEquals(after, ReleaseFolder.current(home).orElseThrow(), "as an undisturbed run");
            assertEquals(List.of(before, after), ReleaseFolder.identifiers(home));
            assertFalse(Files.exists(home.resolve("releases/.staging")), "staging is removed");
        }
        assertTrue(died >= KILLS / 2, "most runs were killed before they ended: " + died);
    }

    private static List<Finding> findings(int from) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            findings.add(files("F" + from + "-" + i, "U" + i % 30, i % 7, 20)
                    .at("C" + (1 + i % 4), "18-25", "T" + (1 + i % 3))
                    .build());
        }
        return findings;
    }

    private static String[] arguments(Path home) {
        return new String[] {
            "release",
            "--home",
            home.toString(),
            "--profile",
            TestStore.minilandFolder().toString(),
            "--master",
            "local[1]"
        };
    }

    private int release(Path home) throws IOException, InterruptedException {
        return JobProcess.plain()
                .start(folder.resolve("release.log"), Main.class.getName(), arguments(home))
                .waitFor();
    }

    private Path copyOf(Path from, String name) throws IOException {
        Path to = folder.resolve(name);
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
        return to;
    }

    private static void pause(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }
}
