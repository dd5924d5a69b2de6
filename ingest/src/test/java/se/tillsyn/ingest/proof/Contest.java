package se.tillsyn.ingest.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.commit.CommittedFolder;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.FindingReader;
import se.tillsyn.ingest.store.Store;

/** Several writers at once: one wins, the others are told, nothing is lost or doubled. */
final class Contest {

    private static final int ROWS = 40;

    private Contest() {}

    /**
     * Processes that each commit {@code commits} small folders.
     *
     * @return how often a writer was told "busy"
     */
    static int ofCommits(Path folder, int processes, int commits) throws IOException, InterruptedException {
        Path area = folder.resolve("area");
        List<Process> running = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            running.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx64m",
                            "-cp",
                            Path.of("target", "classes") + ":" + Path.of("target", "test-classes"),
                            CommitContender.class.getName(),
                            area.toString(),
                            Integer.toString(commits),
                            "contender " + i)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        int busy = 0;
        for (Process process : running) {
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor());
            busy += Integer.parseInt(output.strip());
        }
        List<CommittedFolder> folders = new CommitArea(area).committed();
        Set<String> contents = new HashSet<>();
        for (int i = 0; i < folders.size(); i++) {
            assertEquals(i + 1, folders.get(i).sequence());
            contents.add(Files.readString(folders.get(i).path().resolve("data")));
        }
        assertEquals(processes * commits, folders.size());
        assertEquals(processes * commits, contents.size(), "each is there once");
        assertTrue(!Files.exists(area.resolve(".staging")));
        return busy;
    }

    /**
     * Processes that each load a file of their own into one store.
     *
     * @return how many won at once
     */
    static int ofIngests(FaultScene scene, IngestProcess process, int processes)
            throws IOException, InterruptedException {
        Path home = scene.home("contest");
        List<Path> files = new ArrayList<>();
        List<IngestProcess.Running> running = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            files.add(
                    new ContractRows().rows("P" + i, ROWS).write(scene.folder().resolve("contest-in/" + i + ".csv")));
        }
        for (int i = 0; i < processes; i++) {
            running.add(process.start(scene.folder().resolve("contest-" + i + ".log"), home, files.get(i)));
        }
        int won = 0;
        for (IngestProcess.Running one : running) {
            IngestProcess.Ended ended = one.end();
            if (ended.exit() == 0) {
                won++;
            } else {
                assertEquals(1, ended.exit(), ended.output());
                assertTrue(
                        ended.output().contains("expected to be the only writer, found its lock held"), ended.output());
            }
        }
        assertTrue(won >= 1, "one wins");
        assertRows(home, 50 + won * ROWS);
        scene.ingest(home, Clock.systemUTC(), files.toArray(Path[]::new));
        assertRows(home, 50 + processes * ROWS);
        return won;
    }

    /** As many findings as expected, none twice. */
    private static void assertRows(Path home, int expected) throws IOException {
        List<String> keys = new ArrayList<>();
        for (Batch batch : new Store(home).batches()) {
            batch.verify();
            for (Path file : batch.findingFiles()) {
                FindingReader.read(file, finding -> keys.add(finding.findingId()));
            }
        }
        assertEquals(expected, keys.size());
        assertEquals(expected, new HashSet<>(keys).size());
    }
}
