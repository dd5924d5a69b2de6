package se.tillsyn.ingest.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.SharedSpark;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.store.Store;

/**
 * The long proof: faults 21 to 27 and 30 to 33. Each part can be run alone, goes on where it was broken off, and leaves a
 * table in {@code target/proof}.
 */
@Tag("spark")
@Tag("slow")
@ExtendWith(SharedSpark.class)
class CrashProofTest {

    private static final int KILLS = 200;
    private static final int FILL_LEVELS = 10;
    private static final long SEED = 20_260_214;

    /** These need no space. */
    private static final Set<String> GIVING_BACK = Set.of("unlink", "rmdir", "ftruncate");

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
    void fault21KilledAtAnyMoment() throws Exception {
        ProofTable table = new ProofTable("21-killed");
        Stages stages = Stages.of(scene, process);
        for (int i = 1; i <= KILLS; i++) {
            SplittableRandom random = new SplittableRandom(SEED + i);
            int stage = i % Stages.NAMES.size();
            String[] about = {Stages.NAMES.get(stage)};
            table.run("kill " + i, "in or after " + about[0], () -> {
                Path home = scene.home("killed");
                IngestProcess.Running running = process.start(log, home, scene.input());
                stages.awaitMomentIn(stage, running, random);
                running.kill();
                IngestProcess.Ended ended = running.end();
                FaultScene.State state = scene.check(home, ended);
                scene.recover(home);
                return ended.exit() == 137
                        ? "killed while " + Stages.reached(ended.output()) + ", " + state
                        : "had ended, " + state;
            });
        }
        table.finish();
    }

    @Test
    void fault22KilledAtEachChangingCall() throws Exception {
        ProofTable table = new ProofTable("22-killed-at-call");
        for (SystemCalls.Point point : points()) {
            if (point.changes()) {
                table.run(nameOf(point), "SIGKILL", () -> struck(point, point.killing(log("strace"))));
            }
        }
        table.finish();
    }

    @Test
    void fault23DiskErrorAtEachChangingCall() throws Exception {
        atEachChangingCall("23-disk-error", "EIO");
    }

    @Test
    void fault23DiskFullAtEachChangingCall() throws Exception {
        atEachChangingCall("23-disk-full", "ENOSPC");
    }

    private void atEachChangingCall(String part, String error) throws Exception {
        ProofTable table = new ProofTable(part);
        for (SystemCalls.Point point : points()) {
            boolean givesBack = error.equals("ENOSPC") && GIVING_BACK.contains(point.name());
            if (point.changes() && !givesBack) {
                table.run(nameOf(point), error, () -> struck(point, point.failing(log("strace"), error)));
            }
        }
        table.finish();
    }

    @Test
    void fault23DiskErrorAtEachReadingCall() throws Exception {
        ProofTable table = new ProofTable("23-disk-error-reading");
        for (SystemCalls.Point point : points()) {
            if (!point.changes()) {
                table.run(nameOf(point), "EIO", () -> struck(point, point.failing(log("strace"), "EIO")));
            }
        }
        table.finish();
    }

    /** Calls of an undisturbed run on the store and the sources; the same names in every run from here on. */
    private List<SystemCalls.Point> points() throws Exception {
        Path home = scene.home("struck");
        Path record = log("calls");
        IngestProcess.Ended ended = process.under(SystemCalls.recording(record))
                .start(log, home, scene.input())
                .end();
        assertEquals(FaultScene.UNDISTURBED_EXIT, ended.exit(), ended.output());
        List<SystemCalls.Point> points = new ArrayList<>(SystemCalls.pointsIn(record, home));
        points.addAll(SystemCalls.pointsIn(record, scene.input()));
        assertTrue(points.size() > 100, "points: " + points.size());
        return points;
    }

    private String struck(SystemCalls.Point point, String[] fault) throws Exception {
        Path home = scene.home("struck");
        IngestProcess.Ended ended =
                process.under(fault).start(log, home, scene.input()).end();
        FaultScene.State state = scene.check(home, ended);
        // What is killed may end before its trace is written.
        boolean struck = ended.exit() == 137 || SystemCalls.struck(log("strace"));
        if (struck && point.changes()) {
            assertTrue(ended.exit() != FaultScene.UNDISTURBED_EXIT, "a failed change is never passed over");
        }
        scene.recover(home);
        return (struck ? "exit " + ended.exit() : "not reached, exit " + ended.exit()) + ", " + state;
    }

    private String nameOf(SystemCalls.Point point) {
        return point.name() + " " + folder.relativize(point.path()) + " " + point.nth();
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    @Test
    void fault24DiskFullAtTenLevels() throws Exception {
        ProofTable table = new ProofTable("24-full-disk");
        Path disk = Files.createDirectories(folder.resolve("disk"));
        long old = bytesBelow(scene.home("before").resolve("store"));
        Path record = log("calls");
        Path home = scene.home("struck");
        process.under(SystemCalls.recording(record))
                .start(log, home, scene.input())
                .end();
        long most = bytesBelow(home.resolve("store"));
        for (int level = 1; level <= FILL_LEVELS; level++) {
            // A page of 4 KB is the least that this disk gives to a file or folder; staging holds about twice the
            // batch.
            long size = old + (most - old) * 3 * (level - 1) / FILL_LEVELS;
            table.run("level " + level, (size >> 10) + " KB", () -> {
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tillsyn", disk.toString());
                try {
                    Path full = scene.copyTo(disk.resolve("home"));
                    IngestProcess.Ended ended =
                            process.start(log, full, scene.input()).end();
                    FaultScene.State state = scene.check(full, ended);
                    run("mount", "-o", "remount,size=64m", disk.toString());
                    scene.recover(full);
                    return "exit " + ended.exit() + ", " + state;
                } finally {
                    run("umount", disk.toString());
                }
            });
        }
        table.finish();
    }

    /** Bytes below a folder, in pages of 4 KB. */
    private static long bytesBelow(Path root) throws IOException {
        long bytes = 0;
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                bytes += Files.isDirectory(path) ? 4096 : (Files.size(path) + 4095) / 4096 * 4096;
            }
        }
        return bytes;
    }

    @Test
    void fault25To27SurroundingsThatDoNotSuffice() throws Exception {
        ProofTable table = new ProofTable("25-27-surroundings");
        // The superuser may do anything, so it gives up its rights first.
        String[] bare = isRoot() ? new String[] {"setpriv", "--inh-caps=-all", "--bounding-set=-all"} : new String[0];
        for (String target : List.of("store/batches", "store/batches/.lock")) {
            table.run("no right to write " + target, "mode a-w", () -> {
                Path home = scene.home("rights");
                Files.writeString(home.resolve("store/batches/.lock"), "");
                return refused(home, home.resolve(target), "a-w", bare);
            });
        }
        table.run("no right to read store/batches", "mode a-r", () -> {
            Path home = scene.home("rights");
            return refused(home, FaultScene.area(home), "a-r", bare);
        });
        table.run("no right to read the earlier batch", "mode a-rwx", () -> {
            Path home = scene.home("rights");
            String batch = FaultScene.namesIn(FaultScene.area(home)).stream()
                    .filter(name -> !name.startsWith("."))
                    .findFirst()
                    .orElseThrow();
            return refused(home, FaultScene.area(home).resolve(batch), "a-rwx", bare);
        });
        if (isRoot()) {
            table.run("read-only disk", "mounted read-only", () -> {
                Path home = scene.home("rights");
                run("mount", "--bind", home.toString(), home.toString());
                try {
                    run("mount", "-o", "remount,ro,bind", home.toString());
                    IngestProcess.Ended ended =
                            process.start(log, home, scene.input()).end();
                    assertEquals(1, ended.exit());
                    assertEquals(FaultScene.State.OLD, scene.check(home, ended));
                } finally {
                    run("umount", home.toString());
                }
                scene.recover(home);
                return "exit 1, OLD";
            });
        }
        for (int limit : new int[] {64, 200, 400}) {
            table.run("open files " + limit, "ulimit -n", () -> {
                Path home = scene.home("limited");
                String[] limited = {"bash", "-c", "ulimit -n " + limit + "; exec \"$@\"", "bash"};
                return endsWith(1, home, process.under(limited));
            });
        }
        table.run(
                "heap too small to begin", "-Xmx200m", () -> endsWith(1, scene.home("heap"), process.with("-Xmx200m")));
        for (int heap = 24; heap <= 48; heap += 3) {
            table.run("heap that fills up " + heap, "-Xmx" + heap + "m", heapOf(heap));
        }
        Stages stages = Stages.of(scene, process);
        for (int i = 1; i <= 18; i++) {
            int stage = i % Stages.NAMES.size();
            SplittableRandom random = new SplittableRandom(SEED + i);
            table.run("told to stop " + i, "SIGTERM in or after " + Stages.NAMES.get(stage), () -> {
                Path home = scene.home("stopped");
                IngestProcess.Running running = process.start(log, home, scene.input());
                stages.awaitMomentIn(stage, running, random);
                running.process().destroy();
                IngestProcess.Ended ended = running.end();
                FaultScene.State state = scene.check(home, ended);
                assertFalse(Files.exists(FaultScene.area(home).resolve(".staging")), "it cleans up behind itself");
                scene.recover(home);
                return "exit " + ended.exit() + " while " + Stages.reached(ended.output()) + ", " + state;
            });
        }
        table.run("nowhere to print", "standard output on a full device", () -> {
            Path home = scene.home("mute");
            String[] mute = {"bash", "-c", "exec \"$@\" > /dev/full", "bash"};
            IngestProcess.Ended ended =
                    process.under(mute).start(log, home, scene.input()).end();
            assertEquals(1, ended.exit(), ended.output());
            assertTrue(ended.output().contains("was added, but the report could not be printed"), ended.output());
            assertFalse(ended.output().contains("the store is as before"), ended.output());
            assertEquals(FaultScene.State.NEW, scene.state(home));
            scene.recover(home);
            return "exit 1, NEW";
        });
        table.run("home is a file", "--home", () -> {
            Path home = Files.writeString(folder.resolve("file"), "");
            IngestProcess.Ended ended = process.start(log, home, scene.input()).end();
            assertEquals(1, ended.exit());
            assertTrue(ended.output().contains("the store is as before"), ended.output());
            return "exit 1";
        });
        table.finish();
    }

    private ProofTable.Case heapOf(int megabytes) {
        return () -> {
            Path home = scene.home("heap");
            // Spark's own check of the heap is told another size, so that the heap can fill up.
            IngestProcess.Ended ended = process.with("-Xmx" + megabytes + "m", "-Dspark.testing.memory=600000000")
                    .start(log, home, scene.input())
                    .end();
            FaultScene.State state = scene.check(home, ended);
            scene.recover(home);
            return "exit " + ended.exit() + ", " + state;
        };
    }

    private String refused(Path home, Path target, String mode, String... before) throws Exception {
        String restored = mode.replace("a-", "u+");
        run("chmod", mode, target.toString());
        IngestProcess.Ended ended;
        try {
            ended = process.under(before).start(log, home, scene.input()).end();
        } finally {
            run("chmod", restored + (mode.equals("a-rwx") ? "" : "r"), target.toString());
        }
        assertEquals(1, ended.exit(), ended.output());
        assertEquals(FaultScene.State.OLD, scene.check(home, ended));
        scene.recover(home);
        return "exit 1, OLD";
    }

    private String endsWith(int exit, Path home, IngestProcess limited) throws Exception {
        IngestProcess.Ended ended = limited.start(log, home, scene.input()).end();
        assertEquals(exit, ended.exit(), ended.output());
        assertEquals(FaultScene.State.OLD, scene.check(home, ended));
        scene.recover(home);
        return "exit " + exit + ", OLD";
    }

    @Test
    void fault31And32OtherClocksLocalesZonesAndJava() throws Exception {
        ProofTable table = new ProofTable("31-32-same-bytes");
        for (String clock : List.of("2024-02-29T23:59:59Z", "2023-10-29T00:30:00Z", "2036-07-01T00:00:00Z")) {
            table.run("clock " + clock, "in this process", () -> {
                Path home = scene.home("clock");
                Instant instant = Instant.parse(clock);
                scene.ingest(home, Clock.fixed(instant, ZoneOffset.UTC), scene.input());
                assertEquals(FaultScene.State.NEW, scene.state(home));
                return "same bytes";
            });
        }
        for (String locale : List.of("tr_TR", "sv_SE", "ar_EG")) {
            String language = locale.substring(0, 2);
            String country = locale.substring(3);
            table.run(
                    "locale " + locale,
                    "language, country and LANG",
                    () -> sameBytes(process.with("-Duser.language=" + language, "-Duser.country=" + country)
                            .environment("LANG", locale + ".UTF-8")));
        }
        table.run("LANG=C", "and LC_ALL=C", () -> sameBytes(process.environment("LC_ALL", "C")));
        for (String zone : List.of("Pacific/Kiritimati", "America/Los_Angeles")) {
            table.run("zone " + zone, "TZ", () -> sameBytes(process.environment("TZ", zone)));
        }
        for (String master : List.of("local[1]", "local[2]", "local[8]")) {
            table.run("threads " + master, "--master", () -> sameBytes(process.master(master)));
        }
        for (Path java : otherJava()) {
            table.run(
                    "java " + java.getParent().getParent().getFileName(),
                    "another Java",
                    () -> sameBytes(IngestProcess.plain().on(java)));
        }
        table.finish();
    }

    private String sameBytes(IngestProcess other) throws Exception {
        Path home = scene.home("same");
        IngestProcess.Ended ended = other.start(log, home, scene.input()).end();
        assertEquals(FaultScene.UNDISTURBED_EXIT, ended.exit(), ended.output());
        assertEquals(FaultScene.State.NEW, scene.check(home, ended));
        return "same bytes";
    }

    /** Java installations beside the one that runs the tests. */
    private static List<Path> otherJava() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> beside = Files.list(own.resolveSibling(""))) {
            return beside.filter(home -> !Files.isSymbolicLink(home) && !home.equals(own))
                    .map(home -> home.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void fault33ManyAtOnce() throws Exception {
        ProofTable table = new ProofTable("33-at-once");
        for (int round = 1; round <= 50; round++) {
            table.run("two " + round, "ingests", () -> Contest.ofIngests(scene, process, 2) + " won at once");
        }
        for (int round = 1; round <= 20; round++) {
            table.run("eight " + round, "ingests", () -> Contest.ofIngests(scene, process, 8) + " won at once");
        }
        for (int round = 1; round <= 5; round++) {
            Path area = folder.resolve("commits-" + round);
            table.run("commits " + round, "8 processes, 50 commits each", () -> {
                Contest.ofCommits(area, 8, 50);
                return "400 commits";
            });
        }
        table.finish();
    }

    @Test
    void fault30AStoreThatGrowsThroughFaults() throws Exception {
        ProofTable table = new ProofTable("30-growing");
        table.run("first batch of all", "killed while the folders of a new home are made", () -> {
            Path home = folder.resolve("new");
            Path file = new ContractRows().rows("N", 20).write(folder.resolve("new.csv"));
            Path record = log("calls");
            process.under(SystemCalls.recording(record)).start(log, home, file).end();
            SortedMap<String, String> whole = ContentHash.ofFiles(firstBatch(home));
            whole.keySet().removeIf(name -> name.startsWith("manifest"));
            int struck = 0;
            for (SystemCalls.Point point : SystemCalls.pointsIn(record, home)) {
                if (!Set.of("mkdir", "fsync", "rename", "openat").contains(point.name())) {
                    continue;
                }
                FaultScene.delete(home);
                process.under(point.killing(log("strace")))
                        .start(log, home, file)
                        .end();
                assertTrue(new Store(home).batches().size() <= 1);
                scene.ingest(home, Clock.systemUTC(), file);
                SortedMap<String, String> again = ContentHash.ofFiles(firstBatch(home));
                again.keySet().removeIf(name -> name.startsWith("manifest"));
                assertEquals(whole, again);
                struck++;
            }
            return "whole";
        });
        table.finish();
    }

    private static Path firstBatch(Path home) throws IOException {
        return new Store(home).batches().get(0).folder().path();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(
                    "expected " + command[0] + " to be permitted, found exit code " + process.exitValue());
        }
    }
}
