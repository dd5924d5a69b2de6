package se.tillsyn.ingest.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.SharedSpark;

/** A sample of {@link CrashProofTest} that is short enough for every run of the tests. */
@Tag("spark")
@ExtendWith(SharedSpark.class)
class CrashSafetySparkTest {

    private static final int[] STAGES_TO_KILL = {2, 7};

    @TempDir
    Path folder = Path.of(".");

    private FaultScene scene;
    private IngestProcess process;
    private Path log;

    @BeforeEach
    void set(SparkSession spark) throws IOException, InterruptedException {
        scene = new FaultScene(folder, spark);
        process = IngestProcess.usual();
        log = folder.resolve("run.log");
    }

    @Test
    void fault21KilledAtAnyMomentTheStoreIsTheOldOrTheNewOne() throws Exception {
        Stages stages = Stages.guessed();
        for (int stage : STAGES_TO_KILL) {
            Path home = scene.home("killed");
            IngestProcess.Running running = process.start(log, home, scene.input());
            stages.awaitMomentIn(stage, running, new SplittableRandom(stage));
            running.kill();
            scene.check(home, running.end());
            scene.recover(home);
        }
    }

    @Test
    void fault22KilledAtTheRenameItself() throws Exception {
        Path home = scene.home("struck");
        Path staging = FaultScene.area(home).resolve(".staging");
        Path strace = folder.resolve("strace.log");
        IngestProcess.Ended ended = process.under(new SystemCalls.Point("rename", staging, 1, true).killing(strace))
                .start(log, home, scene.input())
                .end();
        assertEquals(137, ended.exit(), ended.output());
        assertEquals(FaultScene.State.OLD, scene.check(home, ended));
        scene.recover(home);
    }

    @Test
    void fault23AFullDiskIsToldAndNothingIsStored() throws Exception {
        Path home = scene.home("struck");
        Path keys = FaultScene.area(home).resolve(".staging/keys.bin");
        assertTrue(struck(home, new SystemCalls.Point("write", keys, 1, true), "ENOSPC")
                .contains("found a full one"));
        assertEquals(FaultScene.State.OLD, scene.state(home));
        scene.recover(home);
    }

    @Test
    void fault23AForceThatFailsAfterTheRenameIsTold() throws Exception {
        Path home = scene.home("struck");
        // The first force of the area is at the start, the second confirms the rename.
        String output = struck(home, new SystemCalls.Point("fsync", FaultScene.area(home), 2, true), "EIO");
        assertTrue(output.contains(scene.added() + " was added and is whole"), output);
        assertEquals(FaultScene.State.NEW, scene.state(home));
        scene.recover(home);
    }

    private String struck(Path home, SystemCalls.Point point, String error) throws Exception {
        Path strace = folder.resolve("strace.log");
        IngestProcess.Ended ended = process.under(point.failing(strace, error))
                .start(log, home, scene.input())
                .end();
        assertTrue(SystemCalls.struck(strace), "the fault strikes");
        assertEquals(1, ended.exit(), ended.output());
        scene.check(home, ended);
        return ended.output();
    }

    @Test
    void aPowerFailureFindsEveryFileForcedBeforeTheRenameAndTheFolderAfterIt() throws Exception {
        Path home = folder.resolve("new").resolve("home");
        Files.createDirectory(home.resolveSibling(""));
        Path strace = folder.resolve("strace.log");
        IngestProcess.Ended ended = process.under(SystemCalls.recording(strace))
                .start(log, home, scene.input())
                .end();
        assertEquals(FaultScene.UNDISTURBED_EXIT, ended.exit(), ended.output());
        Path area = FaultScene.area(home);
        Path staging = area.resolve(".staging");
        List<SystemCalls.Call> calls = SystemCalls.callsIn(strace, home.resolveSibling(""));
        int renamed = SystemCalls.last(calls, "rename", staging);
        String batch = FaultScene.namesIn(area).get(1);
        for (String name : FaultScene.namesIn(area.resolve(batch))) {
            int forced = SystemCalls.last(calls, "fsync", staging.resolve(name));
            assertTrue(SystemCalls.lastChange(calls, name) < forced && forced < renamed, name);
        }
        int manifest = SystemCalls.last(calls, "fsync", staging.resolve("manifest.json"));
        int folderForced = SystemCalls.last(calls, "fsync", staging);
        assertTrue(manifest < folderForced && folderForced < renamed, "the folder's names are forced");
        assertTrue(renamed < SystemCalls.last(calls, "fsync", area), "the rename is forced");
        for (Path made : List.of(home, home.resolve("store"), area)) {
            int at = SystemCalls.last(calls, "mkdir", made);
            assertTrue(at >= 0 && at < SystemCalls.last(calls, "fsync", made.resolveSibling("")), made.toString());
        }
    }

    @Test
    void fault25And26TooFewOpenFilesAndTooSmallAHeapAreToldAtTheStart() throws Exception {
        for (IngestProcess limited :
                List.of(process.under("bash", "-c", "ulimit -n 64; exec \"$@\"", "bash"), process.with("-Xmx200m"))) {
            Path home = scene.home("limited");
            IngestProcess.Ended ended = limited.start(log, home, scene.input()).end();
            assertEquals(1, ended.exit(), ended.output());
            assertEquals(FaultScene.State.OLD, scene.check(home, ended));
        }
    }

    @Test
    void fault27ToldToStopItCleansUpBehindItself() throws Exception {
        Path home = scene.home("stopped");
        IngestProcess.Running running = process.start(log, home, scene.input());
        Stages.guessed().awaitMomentIn(3, running, new SplittableRandom(27));
        running.process().destroy();
        IngestProcess.Ended ended = running.end();
        assertEquals(143, ended.exit(), ended.output());
        scene.check(home, ended);
        assertFalse(Files.exists(FaultScene.area(home).resolve(".staging")), ended.output());
        scene.recover(home);
    }

    @Test
    void fault33OneOfTwoIngestsWinsAndTheOtherIsTold() throws Exception {
        assertTrue(Contest.ofIngests(scene, process, 2) >= 1);
        Contest.ofCommits(folder, 4, 10);
    }
}
