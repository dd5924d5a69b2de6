package se.tillsyn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.analytics.Findings.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.FindingTable;
import se.tillsyn.ingest.store.Store;
import se.tillsyn.ingest.table.CsvTableWriter;

/** The jobs' jar under spark-submit, on a standalone cluster of two workers on loopback, gives what a local run gives. */
@Tag("spark")
class SparkSubmitIT {

    private static final Path SPARK = Path.of(System.getProperty("tillsyn.spark.home", ""));
    private static final Path JOBS = Path.of(System.getProperty("tillsyn.jobs.jar", ""));
    private static final String INGEST = "se.tillsyn.ingest.Main";
    private static final String RELEASE = "se.tillsyn.analytics.Main";

    @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS)
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private String master = "";

    @BeforeEach
    void startCluster() throws IOException, InterruptedException {
        Files.writeString(SPARK.resolve("RELEASE"), "Spark from its Maven jars\n");
        int port = freePort();
        master = "spark://127.0.0.1:" + port;
        start(
                "master.log",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0");
        for (int worker = 1; worker <= 2; worker++) {
            start(
                    "worker" + worker + ".log",
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--webui-port",
                    "0",
                    "--work-dir",
                    folder.resolve("work" + worker).toString(),
                    master);
        }
        for (int worker = 1; worker <= 2; worker++) {
            awaitLine(folder.resolve("worker" + worker + ".log"), "Successfully registered with master");
        }
    }

    @AfterEach
    void stopCluster() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }

    @Test
    void givesTheBytesOfALocalRun() throws Exception {
        List<Path> sources = List.of(source("one.csv", 0), source("two.csv", 1), source("three.csv", 2));
        Path cluster = folder.resolve("cluster");
        Path local = folder.resolve("local");
        List<String> ingest = new ArrayList<>(
                List.of("ingest", "--profile", TestStore.minilandFolder().toString()));
        sources.forEach(source -> ingest.add(source.toString()));
        List<String> release =
                List.of("release", "--profile", TestStore.minilandFolder().toString());

        assertEquals(0, submit(INGEST, cluster, ingest), () -> logOf("submit-" + INGEST));
        assertEquals(0, submit(RELEASE, cluster, release), () -> logOf("submit-" + RELEASE));
        assertEquals(0, runHere(INGEST, local, ingest), () -> logOf("here-" + INGEST));
        assertEquals(0, runHere(RELEASE, local, release), () -> logOf("here-" + RELEASE));

        List<Batch> batches = new Store(cluster).batches();
        assertEquals(1, batches.size());
        assertEquals(300, batches.get(0).manifest().rows().loaded());
        assertEquals(
                new Store(local).batches().get(0).folder().id(),
                batches.get(0).folder().id());
        assertEquals(ReleaseFolder.current(local), ReleaseFolder.current(cluster));
        assertTrue(ReleaseFolder.current(cluster).isPresent());
        assertTrue(
                Files.readString(folder.resolve("submit-" + INGEST + ".log")).contains("300"), "the report is printed");
    }

    /** Enough work that a worker is lost in the midst of it: eight files for two cores. */
    @Test
    void ingestOutlivesALostWorkerWithTheBytesOfALocalRun() throws Exception {
        List<String> ingest = new ArrayList<>(
                List.of("ingest", "--profile", TestStore.minilandFolder().toString()));
        for (int i = 1; i <= 8; i++) {
            ingest.add(source("large-" + i + ".csv", i, 20_000).toString());
        }
        Path cluster = folder.resolve("cluster");
        Path local = folder.resolve("local");

        Process driver = submitting(INGEST, cluster, ingest);
        Path reading = new Store(cluster).area().path().resolve(".staging").resolve("working");
        awaitFirstResult(driver, reading);
        Process worker = started.get(2);
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
        assertEquals(1, executors.size(), "the worker had an executor");
        assertTrue(Files.exists(reading), "the worker was lost in the midst of reading");

        assertEquals(0, driver.waitFor(), () -> logOf("submit-" + INGEST));
        assertEquals(0, runHere(INGEST, local, ingest), () -> logOf("here-" + INGEST));
        Batch batch = new Store(cluster).batches().get(0);
        batch.verify();
        assertEquals(160_000, batch.manifest().rows().loaded());
        assertEquals(
                new Store(local).batches().get(0).folder().id(), batch.folder().id());
        assertFalse(Files.exists(reading.resolveSibling("")), "staging is removed");
    }

    /** Waits until a file has been read and others have not. */
    private static void awaitFirstResult(Process driver, Path reading) throws IOException, InterruptedException {
        while (driver.isAlive()) {
            if (Files.isDirectory(reading)) {
                try (Stream<Path> files = Files.list(reading)) {
                    if (files.anyMatch(file -> file.getFileName().toString().endsWith(".bin"))) {
                        return;
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private String logOf(String run) {
        try {
            return Files.readString(folder.resolve(run + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path source(String name, int which) throws IOException {
        return source(name, which, 100);
    }

    private Path source(String name, int which, int rows) throws IOException {
        Path file = folder.resolve(name);
        try (CsvTableWriter<Finding> writer = new CsvTableWriter<>(file, FindingTable.TABLE)) {
            for (int i = 0; i < rows; i++) {
                writer.write(files("F" + which + "-" + i, "U" + i % 20, i % 5, 12)
                        .at("C" + (1 + i % 4), "18-25", "T" + (1 + i % 3))
                        .build());
            }
        }
        return file;
    }

    private int submit(String main, Path home, List<String> arguments) throws IOException, InterruptedException {
        return submitting(main, home, arguments).waitFor();
    }

    private Process submitting(String main, Path home, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "--master",
                master,
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.executor.memory=512m",
                "--class",
                main,
                JOBS.toString()));
        command.addAll(arguments);
        command.addAll(List.of("--home", home.toString()));
        return start("submit-" + main + ".log", "org.apache.spark.deploy.SparkSubmit", command.toArray(String[]::new));
    }

    private int runHere(String main, Path home, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(arguments);
        command.addAll(List.of("--home", home.toString(), "--master", "local[2]"));
        return JobProcess.plain()
                .start(folder.resolve("here-" + main + ".log"), main, command.toArray(String[]::new))
                .waitFor();
    }

    private Process start(String log, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JobProcess.sparkOptions());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp", SPARK.resolve("jars") + "/*", main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment().put("SPARK_HOME", SPARK.toString());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static void awaitLine(Path log, String text) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (Files.exists(log) && Files.readString(log).contains(text)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("expected within a minute: " + text + "\n" + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
