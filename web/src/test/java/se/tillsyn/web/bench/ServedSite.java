package se.tillsyn.web.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A site in a process of its own, and what it takes of the machine. */
final class ServedSite implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final double readySeconds;

    private ServedSite(Process process, int port, double readySeconds) {
        this.process = process;
        this.port = port;
        this.readySeconds = readySeconds;
    }

    /** How a site is started on a port. */
    interface Command {
        List<String> on(int port);
    }

    /**
     * Starts a site and waits for its first whole answer.
     *
     * @param path that is asked for
     * @param status that is the answer
     */
    static ServedSite start(Command command, Path log, String path, int status)
            throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(command.on(port)).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("TILLSYN_NO_BUILD", "yes");
        long started = System.nanoTime();
        Process process = builder.start();
        URI address = URI.create("http://127.0.0.1:" + port + path);
        while (answer(address) != status) {
            boolean late = System.nanoTime() - started > PATIENCE.toNanos();
            if (late || !process.isAlive()) {
                process.destroy();
                throw new IOException("expected the site to answer " + status + " within " + PATIENCE.toMinutes()
                        + " minutes, found otherwise:\n" + Files.readString(log, StandardCharsets.UTF_8));
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return new ServedSite(process, port, (System.nanoTime() - started) / 1e9);
    }

    private static int answer(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setReadTimeout(60_000);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException e) {
            return -1;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** From the start of the process to its first answer. */
    double readySeconds() {
        return readySeconds;
    }

    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** Resident memory now. */
    double residentMegabytes() throws IOException {
        return status("VmRSS:");
    }

    /** The most that resident memory has been. */
    double peakMegabytes() throws IOException {
        return status("VmHWM:");
    }

    private double status(String line) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                        .filter(found -> found.startsWith(line))
                        .map(found -> found.replaceAll("[^0-9]", ""))
                        .mapToDouble(Double::parseDouble)
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
