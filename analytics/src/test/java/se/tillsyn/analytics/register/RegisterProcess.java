package se.tillsyn.analytics.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import se.tillsyn.ingest.commit.BusyException;

/** One step of the register in a process of its own, so that it can be struck: publish, publish what is due, retire. */
final class RegisterProcess {

    static final int FAILED = 1;
    static final int BUSY = 6;
    private static final long PATIENCE_SECONDS = 120;

    private RegisterProcess() {}

    /** Arguments: home, step, content of what is made. */
    public static void main(String[] arguments) {
        System.exit(run(Path.of(arguments[0]), arguments[1], arguments[2]));
    }

    private static int run(Path home, String step, String content) {
        try {
            step(new Scene(home), step, content);
            return 0;
        } catch (BusyException e) {
            return BUSY;
        } catch (IOException e) {
            return FAILED;
        }
    }

    static void step(Scene scene, String step, String content) throws IOException {
        switch (step) {
            case "publish" -> scene.publish("anna", content);
            case "due" -> {
                scene.setClock(Scene.MINUTE);
                new Embargo(scene.by("cron")).publishDue();
            }
            case "retire" -> new Shelf(scene.by("bo")).retire(1);
            default -> throw new IllegalArgumentException("no such step");
        }
    }

    /** Starts it, after something such as {@code strace}. */
    static Process start(Path log, List<String> before, Path home, String step, String content) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                RegisterProcess.class.getName()));
        command.addAll(Arrays.asList(home.toString(), step, content));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    static int exit(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("a process did not end in time");
        }
        return process.exitValue();
    }
}
