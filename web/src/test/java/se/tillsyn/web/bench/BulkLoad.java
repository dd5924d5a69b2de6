package se.tillsyn.web.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./tillsyn bench api --bulk}: eight clients download the same at once – the largest table of the release as files, and
 * as large a part of it as one call may ask for – beside a plain copy of the same file over the loopback. Printed are megabytes
 * a second and, when the site's process is named, its resident memory before, at most and after.
 */
final class BulkLoad {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final int BUFFER_BYTES = 65_536;
    private static final double MEGABYTE = 1e6;

    private static final String FOUND = "HTTP/1.1 200";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1);
    private final String address;
    private final long process;
    private final PrintStream out;

    /**
     * @param address of the site, without a slash at its end
     * @param process whose memory is printed; 0 for none
     */
    BulkLoad(String address, long process, PrintStream out) {
        this.address = address;
        this.process = process;
        this.out = out;
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        JsonNode config = json("/api/v2/config");
        String release = release(config);
        String largest = largestTable(json("/releases/" + release + "/manifest.json"));
        String selection = selection(config.path("maxDataCells").asInt());
        try {
            String folder = "/releases/" + release + '/';
            line("file, CSV", () -> download(folder + largest));
            line("file, Parquet", () -> download(folder + largest.replace(".csv", ".parquet")));
            for (String format : List.of("csv", "parquet", "xlsx", "json-stat2")) {
                line("call, " + format, () -> download(selection + "&outputFormat=" + format));
            }
            copy(folder + largest);
        } finally {
            clients.shutdownNow();
        }
    }

    /** The release that is served, as the interface tells it among its features. */
    private static String release(JsonNode config) throws IOException {
        for (JsonNode feature : config.path("features")) {
            if (feature.path("id").asString().equals("release")) {
                return feature.path("params").get(0).path("value").asString();
            }
        }
        throw new IOException("/api/v2/config: expected the release among the features, found none");
    }

    private static String largestTable(JsonNode manifest) {
        String largest = "";
        long most = 0;
        for (JsonNode file : manifest.path("files")) {
            String path = file.path("path").asString();
            if (path.startsWith("tables/")
                    && path.endsWith(".csv")
                    && file.path("bytes").asLong() > most) {
                largest = path;
                most = file.path("bytes").asLong();
            }
        }
        return largest;
    }

    /** Every topic and region, one measure, as many of the latest years as one call may ask for. */
    private String selection(int most) throws IOException, InterruptedException {
        JsonNode metadata = json("/api/v2/tables/rates/metadata");
        int topics = metadata.path("dimension")
                .path("Topic")
                .path("category")
                .path("index")
                .size();
        int regions = metadata.path("dimension")
                .path("Region")
                .path("category")
                .path("index")
                .size();
        int years = Math.max(1, most / (topics * regions));
        return "/api/v2/tables/rates/data?valueCodes%5BTopic%5D=*&valueCodes%5BRegion%5D=*&valueCodes%5BTid%5D=top("
                + years + ")&valueCodes%5BContentsCode%5D=case_rate";
    }

    private void line(String what, Callable<Long> task) throws IOException, InterruptedException, ExecutionException {
        together(task);
        long before = resident();
        AtomicBoolean ended = new AtomicBoolean();
        Future<Long> highest = clients.submit(() -> highest(ended));
        long start = System.nanoTime();
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            bytes += together(task);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        ended.set(true);
        out.printf(
                Locale.ROOT,
                "%-18s %d at once, %d times: %6.1f MB each, %7.1f MB/s; resident %d MB before, %d at most, %d after%n",
                what,
                CLIENTS,
                ROUNDS,
                bytes / MEGABYTE / CLIENTS / ROUNDS,
                bytes / MEGABYTE / seconds,
                before,
                highest.get(),
                resident());
    }

    private long together(Callable<Long> task) throws InterruptedException, ExecutionException {
        List<Future<Long>> running = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            running.add(clients.submit(task));
        }
        long bytes = 0;
        for (Future<Long> one : running) {
            bytes += one.get();
        }
        return bytes;
    }

    private long highest(AtomicBoolean ended) throws IOException, InterruptedException {
        long highest = 0;
        while (!ended.get()) {
            highest = Math.max(highest, resident());
            Thread.sleep(20);
        }
        return highest;
    }

    /** Resident memory of the site in megabytes; 0 when its process is not named. */
    private long resident() throws IOException {
        if (process == 0) {
            return 0;
        }
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        try (InputStream in = open(path)) {
            return JsonMapper.shared().readTree(in.readAllBytes());
        }
    }

    /** Bytes of an answer as they are sent, read as those of the plain copy: a client library takes longer than the site. */
    private long download(String path) throws IOException {
        URI site = URI.create(address);
        try (Socket socket = new Socket(site.getHost(), site.getPort())) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String status = new String(socket.getInputStream().readNBytes(FOUND.length()), StandardCharsets.US_ASCII);
            if (!status.equals(FOUND)) {
                throw new IOException("bench api --bulk: expected 200, found another status");
            }
            return read(socket.getInputStream());
        }
    }

    private InputStream open(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("bench api --bulk: expected 200, found " + answer.statusCode());
        }
        return answer.body();
    }

    private static long read(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            bytes += length;
        }
        return bytes;
    }

    /** What a site could at best do: the file from the disk into a socket. */
    private void copy(String path) throws IOException, InterruptedException, ExecutionException {
        Path file = Files.createTempFile("tillsyn-bulk", ".csv");
        ExecutorService senders = Executors.newCachedThreadPool();
        try (ServerSocket server = new ServerSocket(0, CLIENTS, InetAddress.getLoopbackAddress())) {
            try (InputStream in = open(path)) {
                Files.write(file, in.readAllBytes());
            }
            senders.execute(() -> accept(server, file, senders));
            line("plain copy", () -> {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
                    return read(socket.getInputStream());
                }
            });
        } finally {
            senders.shutdownNow();
            Files.delete(file);
        }
    }

    private static void accept(ServerSocket server, Path file, ExecutorService senders) {
        try {
            while (true) {
                Socket socket = server.accept();
                senders.execute(() -> send(file, socket));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void send(Path file, Socket socket) {
        try (socket;
                FileChannel from = FileChannel.open(file);
                WritableByteChannel to = Channels.newChannel(socket.getOutputStream())) {
            long sent = 0;
            while (sent < from.size()) {
                sent += from.transferTo(sent, from.size() - sent, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
