package se.tillsyn.ingest.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program in a process of its own and tells what that cost: everything from the start of the process to its end,
 * as the process itself sees it when it ends.
 *
 * @param name what the program is called in the table
 * @param cpuSeconds time of all its threads, in user and in kernel mode
 * @param wallSeconds time that passed
 * @param peakMegabytes largest resident memory
 * @param answer what it says it did
 */
public record Measured(String name, double cpuSeconds, double wallSeconds, double peakMegabytes, String answer) {

    /** Arguments: file for the measurements, main class, its arguments. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Path into = Path.of(arguments[0]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(into)));
        Class.forName(arguments[1]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(arguments, 2, arguments.length));
        System.exit(0);
    }

    private static void write(Path into) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        try {
            String peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .findFirst()
                    .orElse("0");
            Files.writeString(
                    into,
                    String.format(
                            Locale.ROOT,
                            "cpu=%f%nwall=%f%npeak=%f%n",
                            system.getProcessCpuTime() / 1e9,
                            millis / 1e3,
                            Double.parseDouble(peak) / 1024));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this process was started with so that Spark runs in it, for another. */
    public static List<String> sparkOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-") || option.startsWith("--enable-"))
                .toList();
    }

    /**
     * Starts the program and waits for its end.
     *
     * @param options options of the Java process
     * @param exits exit codes that are expected
     */
    public static Measured run(String name, Path folder, List<String> options, List<Integer> exits, String... program)
            throws IOException, InterruptedException {
        return runAtMost(Duration.ofDays(1), name, folder, options, exits, program);
    }

    /** As {@link #run}, but stops the program after a while; it then cost at least so long, and nothing else is known. */
    public static Measured runAtMost(
            Duration longest, String name, Path folder, List<String> options, List<Integer> exits, String... program)
            throws IOException, InterruptedException {
        Path figures = folder.resolve("figures");
        Path output = folder.resolve("output");
        Files.deleteIfExists(figures);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Measured.class.getName()));
        command.add(figures.toString());
        command.addAll(List.of(program));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
            double cpu = process.info().totalCpuDuration().orElse(longest).toMillis() / 1e3;
            process.destroyForcibly().waitFor();
            return new Measured(name, cpu, longest.toSeconds(), 0, "stopped after " + longest.toSeconds() + " s");
        }
        int exit = process.exitValue();
        String said = Files.readString(output, StandardCharsets.UTF_8).strip();
        if (!exits.contains(exit) || !Files.exists(figures)) {
            throw new IOException(name + " ended with exit code " + exit + ":\n" + said);
        }
        Properties values = new Properties();
        try (BufferedReader in = Files.newBufferedReader(figures, StandardCharsets.UTF_8)) {
            values.load(in);
        }
        return new Measured(
                name,
                Double.parseDouble(values.getProperty("cpu")),
                Double.parseDouble(values.getProperty("wall")),
                Double.parseDouble(values.getProperty("peak")),
                said.substring(said.lastIndexOf('\n') + 1));
    }
}
