package se.tillsyn.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Starts the jobs' command line as a process of its own, as the launcher does.
 *
 * @param java the program
 * @param options further options of it
 * @param variables of its environment, besides those of this process
 * @param before program and arguments that start it, such as {@code strace}; usually none
 */
record JobProcess(Path java, List<String> options, Map<String, String> variables, List<String> before) {

    /** By the Java that runs the tests, in the surroundings of the tests. */
    static JobProcess plain() {
        return new JobProcess(Path.of(System.getProperty("java.home"), "bin", "java"), List.of(), Map.of(), List.of());
    }

    JobProcess on(Path otherJava) {
        return new JobProcess(otherJava, options, variables, before);
    }

    JobProcess with(String... otherOptions) {
        return new JobProcess(java, List.of(otherOptions), variables, before);
    }

    JobProcess environment(Map<String, String> otherVariables) {
        return new JobProcess(java, options, otherVariables, before);
    }

    JobProcess under(String... program) {
        return new JobProcess(java, options, variables, List.of(program));
    }

    Process start(Path output, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(java.toString());
        command.addAll(sparkOptions());
        // A short-lived process: the quick compiler and the small collector start faster.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** Java installations beside the one that runs the tests. */
    static List<Path> otherJavas() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> beside = Files.list(own.resolveSibling(""))) {
            return beside.filter(home -> !Files.isSymbolicLink(home) && !home.equals(own))
                    .map(home -> home.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .sorted()
                    .toList();
        }
    }

    static List<String> sparkOptions() throws IOException {
        try (InputStream in = Objects.requireNonNull(JobProcess.class.getResourceAsStream("/spark-jvm-options"))) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s+"));
        }
    }
}
