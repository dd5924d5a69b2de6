package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Programs of this machine that tests run; a test whose program is absent is reported as not run. */
public final class Programs {

    private Programs() {}

    /** Whether a command is there and ends well within a minute. */
    public static boolean succeed(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** A Python that has some modules: Debian's own stands beside another that may come first on the path. */
    public static String pythonWith(String modules) throws InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (succeed(python, "-c", "import " + modules)) {
                return python;
            }
        }
        assumeTrue(false, "not run: no Python of this machine has " + modules);
        throw new AssertionError("an assumption that fails throws");
    }

    /** Goes on with the test only when R has some packages. */
    public static void needR(String... packages) throws InterruptedException {
        for (String name : packages) {
            assumeTrue(
                    succeed("Rscript", "-e", "library(" + name + ")"), "not run: this machine has no R with " + name);
        }
    }

    /** A module of npm that {@code ./tillsyn test} installs; goes on with the test only when it is there. */
    public static Path npm(String module) {
        Path folder = Path.of(System.getProperty("tillsyn.npm", "target/npm/node_modules"))
                .resolve(module)
                .toAbsolutePath();
        assumeTrue(Files.isDirectory(folder), "not run: " + module + " is not installed below " + folder);
        return folder;
    }

    /** A program of the tests' resources as a file in a folder. */
    public static String script(Path folder, String name) throws IOException {
        byte[] script = Objects.requireNonNull(Programs.class.getResourceAsStream("/clients/" + name))
                .readAllBytes();
        return Files.write(folder.resolve(name), script).toString();
    }

    /** What a command prints that ends well within two minutes. */
    public static String output(Path folder, String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("ends within 2 minutes")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(errors, StandardCharsets.UTF_8))
                .isZero();
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
