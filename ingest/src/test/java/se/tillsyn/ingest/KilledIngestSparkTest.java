package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.Store;

/** Kills the real job in a process of its own at moments drawn from a fixed seed, from the lock to after the commit. */
@Tag("spark")
class KilledIngestSparkTest {

    private static final int KILLS = 8;
    private static final long SEED = 20_240_601;

    @TempDir
    Path folder = Path.of(".");

    @Test
    void leavesTheOldStoreOrTheNewOneAndTheNextRunGivesTheSameBatch() throws Exception {
        Path old = new ContractRows().rows("OLD", 50).write(folder.resolve("old.csv"));
        for (int i = 1; i <= 4; i++) {
            new ContractRows()
                    .rows("N" + i, 3000)
                    .rows("TWICE", 200)
                    .row("BAD", "topic", "")
                    .write(folder.resolve("in/" + i + ".csv"));
        }
        Path undisturbed = folder.resolve("undisturbed");
        assertEquals(0, start(undisturbed, old).waitFor());
        Process whole = start(undisturbed, folder.resolve("in"));
        long writing = millisWriting(whole, undisturbed);
        assertEquals(3, whole.waitFor());
        List<Batch> expected = new Store(undisturbed).batches();
        assertEquals(2, expected.size());

        Path home = folder.resolve("home");
        assertEquals(0, start(home, old).waitFor());
        Random random = new Random(SEED);
        int survived = 0;
        for (int kill = 0; kill < KILLS && survived == 0; kill++) {
            Process process = start(home, folder.resolve("in"));
            awaitStaging(process, home);
            Thread.sleep(random.nextLong(Math.max(1, writing)));
            process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
            survived = assertOldOrNew(home, expected);
        }
        int exit = start(home, folder.resolve("in")).waitFor();
        assertEquals(survived == 0 ? 3 : 0, exit);
        assertEquals(1, assertOldOrNew(home, expected));
        assertFalse(Files.exists(home.resolve("store/batches/.staging")));
    }

    /** Returns 1 when the new batch is there. */
    private static int assertOldOrNew(Path home, List<Batch> expected) throws IOException {
        List<Batch> batches = new Store(home).batches();
        assertTrue(batches.size() == 1 || batches.size() == 2, () -> "batches: " + batches.size());
        for (int i = 0; i < batches.size(); i++) {
            batches.get(i).verify();
            assertEquals(expected.get(i).folder().id(), batches.get(i).folder().id());
        }
        return batches.size() - 1;
    }

    private static long millisWriting(Process process, Path home) throws Exception {
        awaitStaging(process, home);
        long start = System.nanoTime();
        while (Files.exists(home.resolve("store/batches/.staging")) && process.isAlive()) {
            Thread.sleep(5);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static void awaitStaging(Process process, Path home) throws Exception {
        while (!Files.exists(home.resolve("store/batches/.staging/working")) && process.isAlive()) {
            Thread.sleep(2);
        }
    }

    private Process start(Path home, Path input) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-") || argument.startsWith("--enable-"))
                .forEach(command::add);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-Xmx512m", "-cp", classPath, "se.tillsyn.ingest.Main", "ingest"));
        command.addAll(List.of("--home", home.toString(), "--profile", ContractRows.PROFILE.toString()));
        command.addAll(List.of("--master", "local[2]", input.toString()));
        File log = folder.resolve("job.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }
}
