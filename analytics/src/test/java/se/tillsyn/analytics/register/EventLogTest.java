package se.tillsyn.analytics.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults 54: what is done to the log is found. */
class EventLogTest {

    @TempDir
    private Path home;

    private Scene scene = new Scene(Path.of("."));
    private List<String> lines = List.of();

    @BeforeEach
    void twoReleasesAreRecorded() throws IOException {
        scene = new Scene(home);
        scene.publish("anna", "one");
        scene.pass(Duration.ofMinutes(1));
        scene.publish("anna", "two");
        lines = Files.readAllLines(log());
        assertEquals(6, lines.size());
        assertEquals(List.of(), RegisterCheck.of(home).faults());
    }

    private Path log() {
        return home.resolve(EventLog.FILE);
    }

    private void found(List<String> changed, String expected) throws IOException {
        Files.writeString(log(), String.join("\n", changed) + "\n");
        List<String> faults = RegisterCheck.of(home).faults();
        assertTrue(faults.stream().anyMatch(fault -> fault.contains(expected)), () -> "faults: " + faults);
    }

    @Test
    void eachEditedLineIsFound() throws IOException {
        for (int i = 0; i < lines.size(); i++) {
            List<String> changed = new ArrayList<>(lines);
            changed.set(i, lines.get(i).replace("anna", "anno"));
            found(
                    changed,
                    i < lines.size() - 1 ? "Line " + (i + 2) + ": expected the hash" : "Line 6: expected the hash in");
        }
    }

    @Test
    void eachRemovedLineIsFound() throws IOException {
        for (int i = 0; i < lines.size(); i++) {
            List<String> changed = new ArrayList<>(lines);
            changed.remove(i);
            found(changed, "Log: expected 6 lines, found 5");
        }
    }

    @Test
    void linesCutOffTheEndAreFound() throws IOException {
        for (int left = 1; left < lines.size(); left++) {
            found(lines.subList(0, left), "lines were cut off its end");
        }
        Files.delete(log());
        assertTrue(RegisterCheck.of(home).faults().get(0).contains("Log: expected 6 lines, found 0"));
    }

    @Test
    void aLineThatWasPutInIsFound() throws IOException {
        List<String> changed = new ArrayList<>(lines);
        changed.add(3, lines.get(2));
        found(changed, "Line 4: expected the hash of the line before");
        changed = new ArrayList<>(lines);
        changed.add("nonsense");
        found(changed, "Line 7: expected an event, found something else of 8 characters");
    }

    @Test
    void aClockSetBackIsFound() throws IOException {
        scene.setClock(Scene.START.minusSeconds(3600));
        scene.publish("anna", "three");
        List<String> faults = RegisterCheck.of(home).faults();
        assertEquals(1, faults.size());
        assertTrue(faults.get(0).contains("the clock was set back"), faults.get(0));
        assertEquals("000003", scene.by("anna").published().get(2).id().substring(0, 6), "order rests on no clock");
    }

    /** A run that was killed while it wrote leaves part of a line, or a line that the head does not know. */
    @Test
    void anInterruptedLineIsNoFaultAndIsReplaced() throws IOException {
        Path head = home.resolve(EventLog.HEAD);
        Files.writeString(log(), String.join("\n", lines) + "\n" + lines.get(5).substring(0, 40));
        assertEquals(List.of(), RegisterCheck.of(home).faults());
        String known = Files.readString(head);
        scene.pass(Duration.ofMinutes(1));
        scene.publish("anna", "three");
        assertEquals(9, Files.readAllLines(log()).size());
        assertEquals(List.of(), RegisterCheck.of(home).faults());
        List<String> nine = Files.readAllLines(log());
        Files.writeString(head, known);
        found(nine.subList(0, 7), "expected 000002");
        assertEquals(
                1,
                RegisterCheck.of(home).faults().stream()
                        .filter(f -> !f.startsWith("Release 000003"))
                        .count());
    }

    @Test
    void aFaultStaysToldAfterFurtherLines() throws IOException {
        found(lines.subList(0, 4), "lines were cut off its end");
        scene.pass(Duration.ofMinutes(1));
        scene.publish("anna", "three");
        assertTrue(!RegisterCheck.of(home).faults().isEmpty(), "a fault does not heal by going on");
    }

    @Test
    void aChangedManifestIsFoundByTheLog() throws IOException {
        Path manifest = scene.by("anna").published().get(0).manifest();
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"synthetic\" : true", "\"synthetic\" : false"));
        List<String> faults = RegisterCheck.of(home).faults();
        assertEquals(1, faults.size());
        assertTrue(faults.get(0).contains("its files or its manifest were changed since"));
    }
}
