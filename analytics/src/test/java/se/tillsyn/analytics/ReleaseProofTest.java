package se.tillsyn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.analytics.Findings.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.register.RegisterCheck;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.proof.SystemCalls;

/**
 * Faults 22 and 23 of the whole release job, from the store to the served release: it is struck at calls that change something
 * below its home. Afterwards the old or the new release is served, whole, and the next run ends as an undisturbed one.
 */
@Tag("spark")
class ReleaseProofTest {

    private static final int KILLED = 137;
    private static final long SEED = 20_261_122;

    /** Points that are struck in the short run and, of each kind of fault, in the long one. */
    private static final int SHORT = 3;

    private static final int LONG = Integer.getInteger("tillsyn.proof.points", 40);

    @TempDir
    private Path folder;

    private final Profile profile = TestStore.miniland();
    private Path start = Path.of("");
    private String before = "";
    private String after = "";
    private List<SystemCalls.Point> points = List.of();

    private void record() throws Exception {
        start = folder.resolve("start");
        TestStore store = new TestStore(start, profile);
        store.add(List.of(findings(0)), true);
        assertEquals(0, release(home(), List.of()), "see " + folder);
        copy(folder.resolve("home"), start);
        before = ReleaseFolder.current(start).orElseThrow();
        store.add(List.of(findings(1)), true);
        Path home = home();
        Path log = folder.resolve("calls.log");
        assertEquals(0, release(home, List.of(SystemCalls.recording(log))));
        after = ReleaseFolder.current(home).orElseThrow();
        assertNotEquals(before, after);
        List<SystemCalls.Point> all = new ArrayList<>(SystemCalls.pointsIn(log, home).stream()
                .filter(SystemCalls.Point::changes)
                .toList());
        Collections.shuffle(all, new Random(SEED));
        points = all;
    }

    @Test
    void fault22KilledAtSomeChangingCalls() throws Exception {
        record();
        strikeAt(SHORT, "kill");
    }

    @Tag("slow")
    @Test
    void faults22And23KilledOrFailedAtManyChangingCalls() throws Exception {
        record();
        strikeAt(LONG, "kill");
        strikeAt(LONG, "EIO");
        strikeAt(LONG, "ENOSPC");
    }

    private void strikeAt(int most, String fault) throws Exception {
        int struck = 0;
        int tried = 0;
        for (SystemCalls.Point point : points.subList(0, Math.min(most, points.size()))) {
            struck += strike(point, fault) ? 1 : 0;
            tried++;
        }
        System.out.println(fault + ": " + struck + " of " + tried + " struck, of " + points.size() + " changing calls");
        assertTrue(struck >= tried / 2, fault + ": struck " + struck + " of " + tried);
    }

    private boolean strike(SystemCalls.Point point, String fault) throws Exception {
        Path home = home();
        Path log = folder.resolve("strace.log");
        Files.deleteIfExists(log);
        int exit = release(home, List.of(fault.equals("kill") ? point.killing(log) : point.failing(log, fault)));
        boolean struck = exit == KILLED || (Files.exists(log) && SystemCalls.struck(log));
        String where = fault + " at " + point.name() + " " + home.relativize(point.path()) + " " + point.nth()
                + ", exit " + exit;
        if (struck) {
            assertNotEquals(0, exit, "a failed change is passed over: " + where);
        }
        String served = ReleaseFolder.current(home).orElseThrow();
        assertTrue(List.of(before, after).contains(served), "served " + served + ": " + where);
        for (String release : ReleaseFolder.identifiers(home)) {
            ReleaseFolder.open(home.resolve("releases").resolve(release)).verify();
        }
        assertEquals(0, release(home, List.of()), where);
        assertEquals(after, ReleaseFolder.current(home).orElseThrow(), where);
        assertEquals(List.of(before, after), ReleaseFolder.identifiers(home), where);
        assertEquals(List.of(), RegisterCheck.of(home).faults(), where);
        assertFalse(Files.exists(home.resolve("releases/.staging")), where);
        return struck;
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

    /** The home as it was before, always under the same name. */
    private Path home() throws IOException {
        Path home = folder.resolve("home");
        if (Files.exists(home)) {
            try (Stream<Path> paths = Files.walk(home)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        copy(start, home);
        return home;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (!Files.exists(target)) {
                    Files.copy(path, target);
                }
            }
        }
    }

    private int release(Path home, List<String> under) throws IOException, InterruptedException {
        return JobProcess.plain()
                .under(under.toArray(String[]::new))
                .start(
                        folder.resolve("release.log"),
                        Main.class.getName(),
                        "release",
                        "--home",
                        home.toString(),
                        "--profile",
                        TestStore.minilandFolder().toString(),
                        "--master",
                        "local[1]")
                .waitFor();
    }
}
