package se.tillsyn.web.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code ./tillsyn bench api}: clients that ask the open interface for ten thousand cells each, at fixed times whether or not
 * the answer before has come. Times are counted from when a question was due, so that a site that falls behind is not
 * forgiven what it made others wait for.
 */
public final class ApiLoad {

    private static final int MEASURES = 10;
    private static final long SEED = 7;
    private static final List<String> ALL_MEASURES = List.of(
            "cases_assessed",
            "cases_deficient",
            "case_rate",
            "case_rate_lower",
            "case_rate_upper",
            "case_rate_lower_998",
            "case_rate_upper_998",
            "units_assessed",
            "units_deficient",
            "unit_rate",
            "unit_rate_lower",
            "unit_rate_upper");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Options options;
    private final int years;

    private ApiLoad(Options options) throws IOException, InterruptedException {
        this.options = options;
        years = years(options.address());
    }

    /**
     * What is asked for.
     *
     * @param address of the site, without a slash at its end
     * @param each how often a client asks
     * @param fresh whether each question is one that was never asked before, so that no kept answer helps
     * @param bulk whether whole tables are downloaded instead, by {@link BulkLoad}
     * @param process of the site, whose memory is printed beside downloads; 0 for none
     */
    private record Options(
            String address, int clients, Duration each, int seconds, boolean fresh, boolean bulk, long process) {

        private static final Map<String, String> USUAL = Map.of(
                "--address",
                "http://127.0.0.1:8080",
                "--clients",
                "100",
                "--each-ms",
                "1000",
                "--seconds",
                "30",
                "--pid",
                "");

        /** @throws IllegalArgumentException when an argument is another than those */
        static Options of(String... arguments) {
            Map<String, String> given = new HashMap<>(USUAL);
            boolean fresh = false;
            boolean bulk = false;
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i].equals("--fresh")) {
                    fresh = true;
                } else if (arguments[i].equals("--bulk")) {
                    bulk = true;
                } else if (USUAL.containsKey(arguments[i]) && i + 1 < arguments.length) {
                    given.put(arguments[i], arguments[i + 1]);
                    i++;
                } else {
                    throw new IllegalArgumentException("bench api: expected --address URL, --clients N, --each-ms N, "
                            + "--seconds N, --fresh, --bulk or --pid N, found another argument");
                }
            }
            return new Options(
                    given.getOrDefault("--address", ""),
                    whole(given, "--clients"),
                    Duration.ofMillis(whole(given, "--each-ms")),
                    whole(given, "--seconds"),
                    fresh,
                    bulk,
                    given.getOrDefault("--pid", "").isEmpty() ? 0 : whole(given, "--pid"));
        }

        private static int whole(Map<String, String> given, String name) {
            String text = given.getOrDefault(name, "");
            if (!text.matches("[1-9]\\d{0,6}")) {
                throw new IllegalArgumentException("bench api: " + name + ": expected a number above 0, found another");
            }
            return Integer.parseInt(text);
        }
    }

    public static void main(String[] arguments) throws Exception {
        try {
            Options options = Options.of(arguments);
            if (options.bulk()) {
                new BulkLoad(options.address(), options.process(), System.out).run();
            } else {
                new ApiLoad(options).run(System.out);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void run(PrintStream out) throws IOException, InterruptedException, ExecutionException {
        double first = milliseconds(() -> ask(options.address() + "/api/v2/tables"));
        out.printf(Locale.ROOT, "/api/v2/tables, first asked here: %.0f ms%n", first);
        Random random = new Random(SEED);
        for (int i = 0; i < 50; i++) {
            ask(question(random));
        }
        long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        List<double[]> took = new ArrayList<>();
        ExecutorService clients = Executors.newFixedThreadPool(options.clients());
        try {
            List<Future<double[]>> running = new ArrayList<>();
            for (int client = 0; client < options.clients(); client++) {
                long phase = options.each().toNanos() * client / options.clients();
                int number = client;
                running.add(clients.submit(() -> client(start + phase, new Random(SEED + 1 + number))));
            }
            for (Future<double[]> client : running) {
                took.add(client.get());
            }
        } finally {
            clients.shutdownNow();
        }
        report(took.stream().flatMapToDouble(Arrays::stream).sorted().toArray(), out);
    }

    /** One client: milliseconds from due to answered of each question; NaN for a failed one. */
    private double[] client(long start, Random random) throws InterruptedException {
        long each = options.each().toNanos();
        double[] took = new double[(int) (TimeUnit.SECONDS.toNanos(options.seconds()) / each)];
        for (int i = 0; i < took.length; i++) {
            long due = start + i * each;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            boolean answered;
            try {
                answered = ask(question(random)) > 0;
            } catch (IOException e) {
                answered = false;
            }
            took[i] = answered ? (System.nanoTime() - due) / 1e6 : Double.NaN;
        }
        return took;
    }

    private void report(double[] sorted, PrintStream out) {
        long failed = Arrays.stream(sorted).filter(Double::isNaN).count();
        int answered = sorted.length - (int) failed;
        out.printf(
                Locale.ROOT,
                "%d clients, each every %d ms for %d s, %s: %d asked, %d failed; ms: median %.1f, p90 %.1f, p99 %.1f, "
                        + "most %.1f%n",
                options.clients(),
                options.each().toMillis(),
                options.seconds(),
                options.fresh() ? "no question twice" : years + " questions in turn",
                sorted.length,
                failed,
                quantile(sorted, answered, 0.5),
                quantile(sorted, answered, 0.9),
                quantile(sorted, answered, 0.99),
                quantile(sorted, answered, 1));
    }

    /** Sorted numbers have NaN last. */
    private static double quantile(double[] sorted, int answered, double share) {
        return answered == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(answered * share) - 1)];
    }

    /** Every topic, nation and main regions, ten measures, one year: 10 120 cells of the demo's release. */
    private String question(Random random) {
        List<String> measures = new ArrayList<>(ALL_MEASURES);
        if (options.fresh()) {
            Collections.shuffle(measures, random);
        }
        return options.address() + "/api/v2/tables/rates/data?outputFormat=json-stat2&"
                + selected("Topic", "*")
                + selected("Region", "??")
                + selected("ContentsCode", String.join(",", measures.subList(0, MEASURES)))
                + selected("Tid", "[top(1," + random.nextInt(years) + ")]")
                + "lang=en";
    }

    private static String selected(String dimension, String values) {
        return encoded("valueCodes[" + dimension + "]") + '=' + encoded(values) + '&';
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Length of an answer. */
    private int ask(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("expected 200, found " + answer.statusCode());
        }
        return answer.body().length;
    }

    private int years(String address) throws IOException, InterruptedException {
        String list = http.send(
                        HttpRequest.newBuilder(URI.create(address
                                        + "/api/v2/tables/rates/data?outputFormat=csv&outputFormatParams=UseCodes&"
                                        + selected("Topic", "*")
                                        + selected("Region", "00")
                                        + selected("ContentsCode", "unit_rate")
                                        + selected("Tid", "*")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return (int) Stream.of(list.split("\r\n"))
                .skip(1)
                .map(line -> line.split(",")[5])
                .distinct()
                .count();
    }

    @FunctionalInterface
    private interface Question {
        int ask() throws IOException, InterruptedException;
    }

    private static double milliseconds(Question question) throws IOException, InterruptedException {
        long start = System.nanoTime();
        if (question.ask() == 0) {
            throw new IOException("expected an answer, found an empty one");
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
