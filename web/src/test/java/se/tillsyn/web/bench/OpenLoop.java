package se.tillsyn.web.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Sends requests at fixed moments, whether earlier ones have been answered or not, and takes each one's time from the
 * moment it was planned for: what waits in a queue, here or there, is counted.
 */
final class OpenLoop {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int PARALLEL = 4_000;

    private final HttpClient client;
    private final String site;
    private final Supplier<String> addresses;
    private final BiFunction<String, HttpResponse<byte[]>, String> fault;

    /**
     * @param addresses gives the path of the next request
     * @param fault says of a path and its answer what is wrong with it; empty for nothing
     */
    OpenLoop(String site, Supplier<String> addresses, BiFunction<String, HttpResponse<byte[]>, String> fault) {
        this.site = site;
        this.addresses = addresses;
        this.fault = fault;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LONGEST)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** What a run found; {@code faults} by what was wrong. */
    record Outcome(Latencies latencies, Map<String, Integer> faults, double seconds) {

        int errors() {
            return faults.values().stream().mapToInt(Integer::intValue).sum();
        }

        double perSecond() {
            return latencies.count() / seconds;
        }
    }

    /** Sends {@code rate} requests a second for so long, and waits for the last answer. */
    Outcome run(int rate, Duration length) {
        int requests = Math.toIntExact(rate * length.toSeconds());
        AtomicLongArray nanos = new AtomicLongArray(requests);
        Map<String, Integer> faults = new ConcurrentSkipListMap<>();
        Phaser open = new Phaser(1);
        long start = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            long planned = start + Math.multiplyExact(i, 1_000_000_000L / rate);
            for (long early = planned - System.nanoTime(); early > 0; early = planned - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            if (open.getUnarrivedParties() > PARALLEL) {
                faults.merge("not sent: " + PARALLEL + " requests are open", 1, Integer::sum);
                continue;
            }
            open.register();
            send(addresses.get(), planned, i, nanos, faults, open);
        }
        open.arriveAndAwaitAdvance();
        return new Outcome(Latencies.of(nanos), faults, (System.nanoTime() - start) / 1e9);
    }

    private void send(
            String path, long planned, int place, AtomicLongArray nanos, Map<String, Integer> faults, Phaser open) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + path))
                .timeout(LONGEST)
                .header("Accept-Encoding", "gzip")
                .build();
        var unused = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .handle((answer, failure) -> {
                    nanos.set(place, System.nanoTime() - planned);
                    String wrong = failure == null
                            ? fault.apply(path, answer)
                            : (failure.getCause() == null ? failure : failure.getCause())
                                    .getClass()
                                    .getSimpleName();
                    if (!wrong.isEmpty()) {
                        faults.merge(wrong, 1, Integer::sum);
                    }
                    return open.arriveAndDeregister();
                });
    }
}
