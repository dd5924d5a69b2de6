package se.tillsyn.ingest.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.commit.ContentHash;

/**
 * The command line in a process of its own, cheap to start: quick compiler, small collector, and an archive of the loaded
 * classes (a dynamic one, which Java 13 and later can make at exit), made once for a state of the classes and kept below
 * {@code target/}.
 *
 * @param before what starts the process: {@code strace ...}, {@code setpriv ...}; empty = nothing
 * @param java the Java launcher
 * @param options options of the Java virtual machine besides the usual ones
 * @param environment variables besides those of this process
 * @param master Spark master
 */
record IngestProcess(
        List<String> before, Path java, List<String> options, Map<String, String> environment, String master) {

    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
    private static final Path KEPT = Path.of("target", "proof").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 300;

    /** As the launcher does: an exit code of Java's own when the heap is full would mean "some rows quarantined". */
    private static final String WHEN_FULL = "-XX:OnOutOfMemoryError=echo The heap is full. >&2; kill -9 %p";

    IngestProcess {
        before = List.copyOf(before);
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** A process that has ended: its exit code, 128 + n when signal n killed it, and all that it printed. */
    record Ended(int exit, String output) {}

    /** A process that runs. */
    record Running(Process process, Path log) {

        String output() throws IOException {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        }

        void kill() throws InterruptedException {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }

        Ended end() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
                throw new AssertionError("a process did not end in time:\n" + output());
            }
            return new Ended(process.exitValue(), output());
        }
    }

    /** The usual process, with an archive of classes. */
    static IngestProcess usual() throws IOException, InterruptedException {
        return plain().with("-XX:SharedArchiveFile=" + archive());
    }

    /** Without an archive, for another Java. */
    static IngestProcess plain() {
        return new IngestProcess(
                List.of(), Path.of(System.getProperty("java.home"), "bin", "java"), List.of(), Map.of(), "local[1]");
    }

    IngestProcess under(String... command) {
        return new IngestProcess(List.of(command), java, options, environment, master);
    }

    IngestProcess with(String... further) {
        List<String> all = new ArrayList<>(options);
        all.addAll(Arrays.asList(further));
        return new IngestProcess(before, java, all, environment, master);
    }

    IngestProcess on(Path otherJava) {
        return new IngestProcess(before, otherJava, options, environment, master);
    }

    IngestProcess environment(String name, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(name, value);
        return new IngestProcess(before, java, options, all, master);
    }

    IngestProcess master(String other) {
        return new IngestProcess(before, java, options, environment, other);
    }

    /** Starts {@code ingest}; standard output and error go to {@code log}. */
    Running start(Path log, Path home, Path... inputs) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "ingest", "--home", home.toString(), "--profile", ContractRows.PROFILE.toString(), "--master", master));
        Stream.of(inputs).map(Path::toString).forEach(arguments::add);
        return startMain(log, "se.tillsyn.ingest.Main", arguments);
    }

    Running startMain(Path log, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(java.toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx512m", WHEN_FULL));
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(log.resolveSibling("tmp")));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), log);
    }

    /** Jars only, since an archive of classes cannot rest on folders; the tests' own classes last. */
    private static String classPath() throws IOException {
        String given = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> parts = new ArrayList<>(List.of(jarOfClasses().toString()));
        Arrays.stream(given.split(":")).filter(part -> part.endsWith(".jar")).forEach(parts::add);
        return String.join(":", parts);
    }

    private static String state() throws IOException {
        return ContentHash.ofAll(ContentHash.ofFiles(CLASSES)).substring(0, ContentHash.SHORT_LENGTH);
    }

    private static synchronized Path jarOfClasses() throws IOException {
        Path jar = KEPT.resolve("ingest-" + state() + ".jar");
        if (Files.exists(jar)) {
            return jar;
        }
        Files.createDirectories(KEPT);
        for (String earlier : FaultScene.namesIn(KEPT)) {
            if (earlier.startsWith("ingest-")) {
                Files.delete(KEPT.resolve(earlier));
            }
        }
        Path temporary = Files.createTempFile(KEPT, "ingest", ".part");
        try (OutputStream file = Files.newOutputStream(temporary);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> classes = Files.walk(CLASSES)) {
            for (Path path : classes.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(CLASSES.relativize(path).toString()));
                Files.copy(path, out);
            }
        }
        return Files.move(temporary, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Made by one small run; kept for the state of the classes. */
    private static synchronized Path archive() throws IOException, InterruptedException {
        Path archive = KEPT.resolve("ingest-" + state() + ".jsa");
        if (!Files.exists(archive)) {
            Path folder = Files.createTempDirectory(Files.createDirectories(KEPT), "archive");
            Path file = new ContractRows().rows("F", 5).row("F-1").write(folder.resolve("a.csv"));
            Path made = folder.resolve("made.jsa");
            IngestProcess process = plain().with("-XX:ArchiveClassesAtExit=" + made, "-Xlog:disable");
            process.start(folder.resolve("log"), folder.resolve("home"), file).end();
            Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
            FaultScene.delete(folder);
        }
        return archive;
    }
}
