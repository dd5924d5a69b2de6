package se.tillsyn.analytics.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.release.ReleaseFolder;

/** Faults 51 and 53, and of 31 what concerns the embargo. */
class EmbargoTest {

    @TempDir
    private Path home;

    private Scene scene = new Scene(Path.of("."));
    private String first = "";

    @BeforeEach
    void aReleaseIsServed() throws IOException {
        scene = new Scene(home);
        first = scene.publish("anna", "one");
    }

    private static void refused(String expected, Executable asked) {
        NotAllowedException refusal = assertThrows(NotAllowedException.class, asked);
        assertTrue(String.valueOf(refusal.getMessage()).contains(expected), refusal.getMessage());
    }

    private Embargo by(String user) {
        return new Embargo(scene.by(user));
    }

    private List<String> namesBelowReleases() throws IOException {
        try (Stream<Path> paths = Files.walk(home.resolve("releases"))) {
            return paths.map(path -> home.relativize(path).toString()).sorted().toList();
        }
    }

    @Test
    void leavesTheFolderOfReleasesAsItWasUntilTheMinute() throws IOException {
        List<String> before = namesBelowReleases();
        String second = scene.embargo("anna", "two");
        by("bo").approve(second);
        scene.setClock(Scene.MINUTE.minusMillis(1));
        assertEquals(Embargo.Outcome.NOT_DUE, by("cron").publishDue());
        assertEquals(before, namesBelowReleases());
        assertEquals(first, ReleaseFolder.current(home).orElseThrow());

        scene.setClock(Scene.MINUTE);
        assertEquals(Embargo.Outcome.PUBLISHED, by("cron").publishDue());
        assertEquals(second, ReleaseFolder.current(home).orElseThrow());
        assertEquals(List.of(first, second), ReleaseFolder.identifiers(home));
        ReleaseFolder.open(home.resolve("releases").resolve(second)).verify();
        assertEquals(Embargo.Outcome.NOTHING_WAITS, by("cron").publishDue());
        assertEquals(
                List.of(
                        "MADE anna",
                        "PUBLISHED anna",
                        "SERVED anna",
                        "MADE anna",
                        "APPROVED bo",
                        "PUBLISHED cron",
                        "SERVED cron"),
                scene.recorded());
        assertEquals(List.of(), RegisterCheck.of(home).faults());
    }

    @Test
    void refusesTheMakersOwnApproval() throws IOException {
        String second = scene.embargo("anna", "two");
        refused("somebody other than the maker", () -> by("anna").approve(second));
        scene.setClock(Scene.MINUTE);
        refused("Expected an approval by somebody other", () -> by("cron").publishDue());
        assertEquals(first, ReleaseFolder.current(home).orElseThrow());
        assertTrue(scene.recorded().contains("REFUSED anna"));
    }

    @Test
    void publishesNothingThatIsNotApprovedAndTellsItOnce() throws IOException {
        scene.embargo("anna", "two");
        scene.setClock(Scene.MINUTE);
        for (int minute = 0; minute < 3; minute++) {
            refused("found none. Approve", () -> by("cron").publishDue());
            scene.pass(Duration.ofMinutes(1));
        }
        assertEquals(1, scene.recorded().stream().filter("REFUSED cron"::equals).count());
        assertEquals(List.of(first), ReleaseFolder.identifiers(home));
    }

    @Test
    void refusesAReleaseThatWasChangedAfterItsApproval() throws IOException {
        String second = scene.embargo("anna", "two");
        by("bo").approve(second);
        Files.writeString(home.resolve("embargoed").resolve(second).resolve("data"), "tw0");
        scene.setClock(Scene.MINUTE);
        refused("to be as it was approved, found other bytes", () -> by("cron").publishDue());
        assertEquals(List.of(first), ReleaseFolder.identifiers(home));
    }

    /** The manifest tells the minute; who changes it changes the hash. */
    @Test
    void refusesAReleaseWhoseMinuteWasBroughtForward() throws IOException {
        String second = scene.embargo("anna", "two");
        by("bo").approve(second);
        Path manifest = home.resolve("embargoed").resolve(second).resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("2026-03-02T", "2026-03-01T"));
        scene.pass(Duration.ofHours(1));
        refused("to be as it was approved, found other bytes", () -> by("cron").publishDue());
    }

    @Test
    void refusesToApproveOfWhatIsNotAsItWasMade() throws IOException {
        String second = scene.embargo("anna", "two");
        Files.writeString(home.resolve("embargoed").resolve(second).resolve("extra"), "");
        refused("to be as it was made, found other bytes", () -> by("bo").approve(second));
    }

    @Test
    void anApprovalOfOneReleaseIsNoneOfAnother() throws IOException {
        String second = scene.embargo("anna", "two");
        by("bo").approve(second);
        by("bo").takeOff(second);
        assertFalse(Files.exists(home.resolve("embargoed").resolve(second)));
        String again = scene.embargo("anna", "two");
        assertEquals(second, again, "the same content at the same place");
        scene.setClock(Scene.MINUTE);
        refused("Expected an approval by somebody other", () -> by("cron").publishDue());
    }

    @Test
    void nothingIsPublishedPastAReleaseThatWaits() throws IOException {
        String second = scene.embargo("anna", "two");
        refused("found " + second, () -> scene.publish("bo", "three"));
        refused("found " + second, () -> scene.embargo("bo", "three"));
        by("bo").takeOff(second);
        assertTrue(scene.publish("bo", "three").startsWith("000002-"), "no number is missing in the order");
    }

    @Test
    void refusesAClockBehindTheLog() throws IOException {
        String second = scene.embargo("anna", "two");
        by("bo").approve(second);
        scene.setClock(Scene.START.minusSeconds(1));
        refused("expected a clock not behind", () -> by("cron").publishDue());
    }

    @Test
    void trustsNoLogThatWasEdited() throws IOException {
        String second = scene.embargo("anna", "two");
        Path log = home.resolve(EventLog.FILE);
        Files.writeString(log, Files.readString(log).replace("\"by\":\"anna\"", "\"by\":\"eva\""));
        refused("the log release-log.jsonl to be as it was written", () -> by("anna")
                .approve(second));
        scene.setClock(Scene.MINUTE);
        refused("the log release-log.jsonl to be as it was written", () -> by("cron")
                .publishDue());
    }

    @Test
    void namesNoReleaseThatDoesNotWait() throws IOException {
        refused("found that none waits", () -> by("bo").approve(first));
        scene.embargo("anna", "two");
        refused("found another name", () -> by("bo").approve(first));
    }
}
