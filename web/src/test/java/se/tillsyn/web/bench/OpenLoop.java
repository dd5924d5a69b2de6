package se.tillsyn.web.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests at fixed moments, whether earlier ones have been answered or not, and takes each one's time from the
 * moment it was planned for: what waits in a queue, here or there, is counted. One thread on kept connections, so that
 * the load takes little of the processors that it shares with the site.
 */
final class OpenLoop {

    private static final long LONGEST = Duration.ofSeconds(30).toNanos();
    private static final int OPEN = 4_000;
    private static final int CONNECTIONS = 500;
    /** Shorter waits than the selector can keep. */
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(2);

    private final URI site;
    private final Supplier<String> addresses;
    private final BiFunction<String, Answer, String> fault;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Deque<Sent> waiting = new ArrayDeque<>();
    private final List<Connection> connections = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private AtomicLongArray nanos = new AtomicLongArray(0);
    private int open;

    /**
     * @param addresses gives the path of the next request
     * @param fault says of a path and its answer what is wrong with it; empty for nothing
     */
    OpenLoop(String site, Supplier<String> addresses, BiFunction<String, Answer, String> fault) {
        this.site = URI.create(site);
        this.addresses = addresses;
        this.fault = fault;
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

    /** A request: its place in the run, when it was due, its path now and where it was sent first. */
    private record Sent(int place, long planned, String asked, String path) {}

    private static final class Connection {

        private final SocketChannel channel;
        private final AnswerReader reader = new AnswerReader();
        private @Nullable Sent sent;
        private boolean used;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /** Sends {@code rate} requests a second for so long, and waits for the last answer. */
    Outcome run(int rate, Duration length) throws IOException {
        int requests = Math.toIntExact(rate * length.toSeconds());
        nanos = new AtomicLongArray(requests);
        long start = System.nanoTime();
        try (Selector selector = Selector.open()) {
            int next = 0;
            while (next < requests || open > 0) {
                long now = System.nanoTime();
                while (next < requests && now >= planned(start, next, rate)) {
                    due(selector, next, planned(start, next, rate));
                    next++;
                }
                await(selector, next < requests ? planned(start, next, rate) - System.nanoTime() : SHORT);
                answers(selector);
                giveUp();
            }
            for (Connection connection : connections) {
                connection.channel.close();
            }
        }
        return new Outcome(Latencies.of(nanos), faults, (System.nanoTime() - start) / 1e9);
    }

    private static long planned(long start, int place, int rate) {
        return start + Math.multiplyExact((long) place, 1_000_000_000L) / rate;
    }

    private static void await(Selector selector, long wait) throws IOException {
        if (wait >= SHORT) {
            selector.select(TimeUnit.NANOSECONDS.toMillis(wait));
            return;
        }
        LockSupport.parkNanos(Math.min(wait, 200_000));
        selector.selectNow();
    }

    private void due(Selector selector, int place, long planned) throws IOException {
        if (open >= OPEN) {
            faults.merge("not sent: " + OPEN + " requests are open", 1, Integer::sum);
            return;
        }
        open++;
        String path = addresses.get();
        send(selector, new Sent(place, planned, path, path));
    }

    private void send(Selector selector, Sent sent) throws IOException {
        Connection connection = idle.pollLast();
        if (connection != null) {
            connection.used = true;
            write(connection, sent);
        } else if (connections.size() < CONNECTIONS) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            Connection made = new Connection(channel);
            made.sent = sent;
            connections.add(made);
            boolean done = channel.connect(new InetSocketAddress(site.getHost(), site.getPort()));
            channel.register(selector, done ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, made);
            if (done) {
                write(made, sent);
            }
        } else {
            waiting.add(sent);
        }
    }

    /** A request is far smaller than what a connection takes at once. */
    private void write(Connection connection, Sent sent) {
        connection.sent = sent;
        byte[] request = ("GET " + sent.path() + " HTTP/1.1\r\nHost: " + site.getAuthority()
                        + "\r\nAccept-Encoding: gzip\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        try {
            if (connection.channel.write(ByteBuffer.wrap(request)) < request.length) {
                throw new IOException("a request was taken in part");
            }
        } catch (IOException e) {
            // Reading finds it closed and says so.
            connection.used = connection.used && connection.reader.isEmpty();
        }
    }

    private void answers(Selector selector) throws IOException {
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.attachment() instanceof Connection connection) {
                try {
                    if (key.isConnectable()) {
                        connection.channel.finishConnect();
                        key.interestOps(SelectionKey.OP_READ);
                        connected(connection);
                    } else {
                        read(selector, connection);
                    }
                } catch (IOException e) {
                    broken(selector, connection, e.getClass().getSimpleName());
                }
            }
        }
        selector.selectedKeys().clear();
    }

    private void connected(Connection connection) {
        Sent sent = connection.sent;
        if (sent != null) {
            write(connection, sent);
        }
    }

    private void read(Selector selector, Connection connection) throws IOException {
        while (true) {
            buffer.clear();
            int count = connection.channel.read(buffer);
            if (count <= 0) {
                if (count < 0) {
                    broken(selector, connection, "closed before the answer was whole");
                }
                return;
            }
            Optional<Answer> answer = connection.reader.take(buffer.flip());
            if (answer.isPresent()) {
                answered(selector, connection, answer.get());
                return;
            }
        }
    }

    private void answered(Selector selector, Connection connection, Answer answer) throws IOException {
        Sent sent = connection.sent;
        connection.sent = null;
        if (answer.last()) {
            close(connection);
        } else {
            idle.addLast(connection);
        }
        if (sent == null) {
            return;
        }
        if (answer.status() / 100 == 3 && !answer.location().isEmpty()) {
            URI led = site.resolve(sent.path()).resolve(answer.location());
            String query = led.getRawQuery() == null ? "" : "?" + led.getRawQuery();
            send(selector, new Sent(sent.place(), sent.planned(), sent.asked(), led.getRawPath() + query));
            return;
        }
        done(sent, fault.apply(sent.asked(), answer));
        if (!waiting.isEmpty()) {
            send(selector, waiting.poll());
        }
    }

    /** A kept connection that the site had closed already is no fault: the request is sent again. */
    private void broken(Selector selector, Connection connection, String how) throws IOException {
        Sent sent = connection.sent;
        boolean stale = connection.used && connection.reader.isEmpty();
        idle.remove(connection);
        close(connection);
        if (sent != null && stale) {
            send(selector, sent);
        } else if (sent != null) {
            done(sent, how);
        }
    }

    private void close(Connection connection) throws IOException {
        connections.remove(connection);
        connection.channel.close();
    }

    private void done(Sent sent, String wrong) {
        open--;
        nanos.set(sent.place(), System.nanoTime() - sent.planned());
        if (!wrong.isEmpty()) {
            faults.merge(wrong, 1, Integer::sum);
        }
    }

    private void giveUp() throws IOException {
        long now = System.nanoTime();
        for (Connection connection : List.copyOf(connections)) {
            Sent sent = connection.sent;
            if (sent != null && now - sent.planned() > LONGEST) {
                close(connection);
                done(sent, "no answer within 30 s");
            }
        }
        while (!waiting.isEmpty() && now - waiting.peek().planned() > LONGEST) {
            done(waiting.poll(), "no answer within 30 s");
        }
    }
}
