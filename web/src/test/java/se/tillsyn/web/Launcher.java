package se.tillsyn.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the launcher of this checkout, as built, in a folder of its own; stops what it started. */
final class Launcher {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final Path folder;
    private final List<Process> started = new ArrayList<>();
    private int runs;

    Launcher(Path folder) {
        this.folder = folder;
    }

    /** What a command that ended left behind. */
    record Ended(int exitCode, String output) {}

    Ended run(List<String> arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("run-" + runs++ + ".log");
        Process process = start(arguments, output);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            throw new AssertionError(
                    "expected to end within 5 minutes: " + arguments + "\n" + Files.readString(output));
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    /** Starts a command that serves, and waits until it answers. */
    String serve(List<String> arguments) throws IOException, InterruptedException {
        int port = freePort();
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--port", Integer.toString(port)));
        Path output = folder.resolve("run-" + runs++ + ".log");
        Process process = start(all, output);
        String address = "http://127.0.0.1:" + port;
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            TimeUnit.MILLISECONDS.sleep(500);
            if (answers(client, address + "/sv/")) {
                return address;
            }
        }
        throw new AssertionError("expected the site to answer: " + arguments + "\n" + Files.readString(output));
    }

    private static boolean answers(HttpClient client, String address) throws IOException, InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(address)).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (java.net.ConnectException e) {
            return false;
        }
    }

    private Process start(List<String> arguments, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("tillsyn").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("TILLSYN_NO_BUILD", "yes");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** Ends every process that was started here. */
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
