package se.tillsyn.web.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load: every request is sent and timed once, and what is wrong with an answer is counted. */
final class OpenLoopTest {

    private static final String LONG = "å".repeat(100_000);

    private final Set<String> bodies = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/whole", exchange -> answer(exchange, 200, "whole", true));
        server.createContext("/pieces", exchange -> answer(exchange, 200, LONG, false));
        server.createContext("/wrong", exchange -> answer(exchange, 500, "", true));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/whole?a=b");
            answer(exchange, 302, "", true);
        });
        server.createContext("/closed", exchange -> {
            exchange.getResponseHeaders().add("Connection", "close");
            answer(exchange, 200, "closed", true);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body, boolean counted) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, counted ? (bytes.length == 0 ? -1 : bytes.length) : 0);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private OpenLoop.Outcome run(List<String> paths) throws IOException {
        Iterator<String> endless =
                Stream.generate(paths::stream).flatMap(all -> all).iterator();
        String site = "http://127.0.0.1:" + server.getAddress().getPort();
        return new OpenLoop(site, endless::next, (path, answer) -> {
                    bodies.add(answer.text());
                    return answer.status() == 200 ? "" : "status " + answer.status() + ": " + path;
                })
                .run(50, Duration.ofSeconds(2));
    }

    @Test
    void timesEveryRequestOnce() throws IOException {
        OpenLoop.Outcome outcome = run(List.of("/whole", "/pieces", "/moved", "/closed"));
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.latencies().count()).isEqualTo(100);
        assertThat(outcome.seconds()).isGreaterThan(1.9);
        assertThat(bodies).containsExactlyInAnyOrder("whole", LONG, "closed");
    }

    @Test
    void countsWhatIsWrong() throws IOException {
        OpenLoop.Outcome outcome = run(List.of("/whole", "/wrong"));
        assertThat(outcome.faults()).containsExactly(java.util.Map.entry("status 500: /wrong", 50));
    }
}
