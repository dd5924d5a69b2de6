package se.tillsyn.analytics.register;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.release.DamagedReleaseException;
import se.tillsyn.analytics.release.ReleaseFolder;

/** Faults 28, 35 and 36 on the publisher's side. */
class ShelfTest {

    @TempDir
    private Path home;

    private Scene scene = new Scene(Path.of("."));
    private String first = "";
    private String second = "";
    private String third = "";

    @BeforeEach
    void threeReleases() throws IOException {
        scene = new Scene(home);
        first = scene.publish("anna", "one");
        second = scene.publish("anna", "two");
        third = scene.publish("anna", "three");
    }

    private Shelf shelf() {
        return new Shelf(scene.by("bo"));
    }

    private ReleaseFolder folder(String release) throws IOException {
        return ReleaseFolder.open(home.resolve("releases").resolve(release));
    }

    @Test
    void rollingBackIsRecordedAndTheNextReleaseIsServedAgain() throws IOException {
        shelf().rollBackTo(folder(first));
        assertEquals(first, ReleaseFolder.current(home).orElseThrow());
        assertEquals("ROLLED_BACK bo", scene.recorded().get(9));
        assertThrows(NotAllowedException.class, () -> shelf().rollBackTo(folder(first)));
        assertEquals(List.of(first, second, third), ReleaseFolder.identifiers(home));
        String fourth = scene.publish("anna", "four");
        assertEquals(fourth, ReleaseFolder.current(home).orElseThrow());
        assertEquals(List.of(), RegisterCheck.of(home).faults());
    }

    @Test
    void rollsBackToNoDamagedRelease() throws IOException {
        Files.writeString(home.resolve("releases").resolve(first).resolve("data"), "onE");
        assertThrows(DamagedReleaseException.class, () -> shelf().rollBackTo(folder(first)));
        assertEquals(third, ReleaseFolder.current(home).orElseThrow());
    }

    @Test
    void retiresTheOldestAndNeverTheServedOne() throws IOException {
        shelf().rollBackTo(folder(first));
        assertEquals(List.of(second), shelf().retire(1));
        assertEquals(List.of(first, third), ReleaseFolder.identifiers(home));
        assertEquals(List.of(), shelf().retire(1));
        assertEquals(List.of(), RegisterCheck.of(home).faults());
        assertFalse(Files.exists(home.resolve("releases/.removed")));
        assertThrows(IllegalArgumentException.class, () -> shelf().retire(0));
    }

    @Test
    void keepsWhatAWaitingReleaseIsComparedWith() throws IOException {
        scene.embargo("anna", "four");
        shelf().rollBackTo(folder(first));
        assertEquals(List.of(second), shelf().retire(1));
        assertTrue(ReleaseFolder.identifiers(home).contains(third));
    }

    @Test
    void aDownloadThatHasBegunEndsWell() throws IOException {
        byte[] expected = "one".getBytes(StandardCharsets.UTF_8);
        try (InputStream download =
                Files.newInputStream(home.resolve("releases").resolve(first).resolve("data"))) {
            byte[] start = download.readNBytes(1);
            assertEquals(List.of(first, second), shelf().retire(1));
            byte[] rest = download.readAllBytes();
            assertArrayEquals(expected, new byte[] {start[0], rest[0], rest[1]});
        }
    }

    @Test
    void finishesWhatAKilledTurnHadBegun() throws IOException {
        Path current = home.resolve("releases/CURRENT");
        // Killed between the line and the swap.
        Files.writeString(current, second + "\n");
        scene.by("bo").begin().close();
        assertEquals(third, ReleaseFolder.current(home).orElseThrow());
        // Killed between the rename and its line: the last two lines are not there.
        for (String file : List.of(EventLog.FILE, EventLog.HEAD)) {
            Files.delete(home.resolve(file));
        }
        Files.writeString(current, "garbage");
        scene.by("bo").begin().close();
        assertEquals(third, ReleaseFolder.current(home).orElseThrow());
        assertEquals(List.of("PUBLISHED bo", "PUBLISHED bo", "PUBLISHED bo", "SERVED bo"), scene.recorded());
        assertEquals(List.of(), RegisterCheck.of(home).faults());
    }

    @Test
    void removesWhatAKilledRetirementLeft() throws IOException {
        Path left = Files.createDirectory(home.resolve("releases/.removed"));
        Files.writeString(left.resolve("data"), "rest");
        scene.by("bo").begin().close();
        assertFalse(Files.exists(left));
    }
}
