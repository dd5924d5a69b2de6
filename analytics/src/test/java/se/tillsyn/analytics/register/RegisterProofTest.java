package se.tillsyn.analytics.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.ingest.proof.SystemCalls;

/**
 * Faults 22, 23 and 33 of publishing, of publishing what is due, and of retiring: a process is struck at each call that
 * changes something below its home. Afterwards readers find whole releases and the old or the new one served; the next turn
 * finishes the step, and the log is sound and complete.
 */
@Tag("spark")
class RegisterProofTest {

    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    /** Calls that are struck in the short run: every fifth. */
    private static final int SHORT = 5;

    @ParameterizedTest
    @ValueSource(strings = {"publish", "due", "retire"})
    void fault22KilledAtEveryFifthChangingCall(String step) throws Exception {
        killAtEach(step, SHORT);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"publish", "due", "retire"})
    void fault22KilledAtEachChangingCall(String step) throws Exception {
        killAtEach(step, 1);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"publish", "due", "retire"})
    void fault23DiskErrorAtEachChangingCall(String step) throws Exception {
        failAtEach(step, "EIO");
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"publish", "due", "retire"})
    void fault23DiskFullAtEachChangingCall(String step) throws Exception {
        failAtEach(step, "ENOSPC");
    }

    private void killAtEach(String step, int stride) throws Exception {
        List<SystemCalls.Point> points = points(step);
        int struck = 0;
        for (int i = 0; i < points.size(); i += stride) {
            struck += strike(step, points.get(i), points.get(i).killing(log())) ? 1 : 0;
        }
        assertTrue(struck >= 15 / stride, "struck: " + struck + " of " + points.size());
    }

    private void failAtEach(String step, String error) throws Exception {
        List<SystemCalls.Point> points = points(step);
        int struck = 0;
        for (SystemCalls.Point point : points) {
            struck += strike(step, point, point.failing(log(), error)) ? 1 : 0;
        }
        assertTrue(struck >= 15, "struck: " + struck + " of " + points.size());
    }

    /** Of many that publish at once each ends as the only one or is told "busy"; nothing is lost or doubled. */
    @Test
    void fault33ManyPublishersAtOnce() throws Exception {
        Path home = folder.resolve("contest");
        List<Process> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            running.add(RegisterProcess.start(
                    folder.resolve("contest-" + i + ".log"), List.of(), home, "publish", "content " + i));
        }
        int won = 0;
        for (Process process : running) {
            int exit = RegisterProcess.exit(process);
            assertTrue(exit == 0 || exit == RegisterProcess.BUSY, "exit: " + exit);
            won += exit == 0 ? 1 : 0;
        }
        assertTrue(won >= 1, "one wins");
        List<String> releases = ReleaseFolder.identifiers(home);
        assertEquals(won, releases.size());
        assertEquals(releases.get(won - 1), ReleaseFolder.current(home).orElseThrow());
        assertEquals(List.of(), RegisterCheck.of(home).faults());
        assertEquals(3 * won, new EventLog(home).read().events().size());
    }

    private Path log() {
        return folder.resolve("strace.log");
    }

    /** A home in which the step is to be done: always the same names. */
    private Path home(String step) throws IOException {
        Path home = folder.resolve("home");
        if (Files.exists(home)) {
            try (Stream<Path> paths = Files.walk(home)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Scene scene = new Scene(home);
        scene.publish("anna", "one");
        if (step.equals("due")) {
            new Embargo(scene.by("bo")).approve(scene.embargo("anna", "two"));
        } else if (step.equals("retire")) {
            scene.publish("anna", "two");
        }
        return home;
    }

    /** Calls of an undisturbed step that change something. */
    private List<SystemCalls.Point> points(String step) throws Exception {
        Path home = home(step);
        Path record = folder.resolve("calls.log");
        Process process = RegisterProcess.start(
                folder.resolve("out.log"), List.of(SystemCalls.recording(record)), home, step, "two");
        assertEquals(0, RegisterProcess.exit(process), () -> "see " + folder);
        assertAsUndisturbed(home, step);
        return SystemCalls.pointsIn(record, home).stream()
                .filter(SystemCalls.Point::changes)
                .toList();
    }

    /** @return whether the fault struck */
    private boolean strike(String step, SystemCalls.Point point, String[] fault) throws Exception {
        Path home = home(step);
        String before = ReleaseFolder.current(home).orElseThrow();
        int exit = RegisterProcess.exit(
                RegisterProcess.start(folder.resolve("out.log"), List.of(fault), home, step, "two"));
        boolean struck = exit == KILLED || SystemCalls.struck(log());
        String where = point.name() + " " + home.relativize(point.path()) + " " + point.nth() + ", exit " + exit;
        if (struck) {
            assertNotEquals(0, exit, "a failed change is passed over at " + where);
        }
        assertReadable(home, before, where);
        // The next turn finishes what was begun, or the step is done again.
        Scene later = new Scene(home);
        later.setClock(step.equals("due") ? Scene.MINUTE : Scene.START);
        later.by("anna").begin().close();
        if (!isDone(home, step)) {
            RegisterProcess.step(later, step, "two");
        }
        assertAsUndisturbed(home, step);
        return struck;
    }

    private static void assertReadable(Path home, String before, String where) throws IOException {
        List<String> releases = ReleaseFolder.identifiers(home);
        for (String release : releases) {
            ReleaseFolder.open(home.resolve("releases").resolve(release)).verify();
        }
        String served = ReleaseFolder.current(home).orElseThrow();
        assertTrue(releases.contains(served), () -> "served and not there at " + where);
        assertTrue(served.equals(before) || served.startsWith("000002-"), () -> "served: " + served + " at " + where);
        assertTrue(
                new EventLog(home).read().faults().stream().noneMatch(fault -> fault.contains("edited")),
                () -> "log at " + where);
    }

    private static boolean isDone(Path home, String step) throws IOException {
        List<String> releases = ReleaseFolder.identifiers(home);
        return step.equals("retire") ? releases.size() == 1 : releases.size() == 2;
    }

    private static void assertAsUndisturbed(Path home, String step) throws IOException {
        List<String> releases = ReleaseFolder.identifiers(home);
        assertTrue(isDone(home, step), () -> "releases: " + releases);
        String newest = releases.get(releases.size() - 1);
        assertTrue(newest.startsWith("000002-"));
        assertEquals(newest, ReleaseFolder.current(home).orElseThrow());
        assertEquals(List.of(), RegisterCheck.of(home).faults());
        for (String left : List.of("releases/.staging", "releases/.removed", "embargoed/" + newest)) {
            assertFalse(Files.exists(home.resolve(left)), left);
        }
    }
}
