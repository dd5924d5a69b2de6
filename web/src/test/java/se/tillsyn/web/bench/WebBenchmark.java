package se.tillsyn.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.web.release.ReleaseTables;

/**
 * {@code ./tillsyn bench web}: serves a release on the loopback as {@code ./tillsyn serve} does and asks for pages. Load
 * and site share the machine's processors, so that the load's own share is printed beside the site's.
 */
public final class WebBenchmark {

    /** A new process compiles while it answers; more would only queue up. */
    private static final int FIRST_RATE = 50;

    private static final int USUAL_RATE = 250;
    private static final int HIGH_RATE = 1_000;
    private static final int SWITCH_RATE = 100;
    private static final int CROWD = 500;
    private static final long SEED = 20261122;

    private final BenchOptions options;
    private final Path folder;
    private final SecondRelease releases;
    private final ReleaseTables tables;

    private WebBenchmark(BenchOptions options, Path folder) throws IOException {
        this.options = options;
        this.folder = folder;
        releases = SecondRelease.make(options.home(), folder.resolve("home"));
        tables = ReleaseTables.of(
                ReleaseFolder.open(releases.home().resolve("releases").resolve(releases.first())));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains("--help")) {
            say(BenchOptions.HELP);
            return;
        }
        BenchOptions options;
        try {
            options = BenchOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("bench web: " + e.getMessage() + ". Try ./tillsyn bench web --help.");
            System.exit(2);
            return;
        }
        Path folder = Files.createTempDirectory("tillsyn-bench-web");
        try {
            new WebBenchmark(options, folder).run();
        } finally {
            delete(folder);
        }
    }

    private void run() throws IOException, InterruptedException {
        say(
                "Release %s, %d processors, Java %s, %d s at each rate",
                releases.first(), Runtime.getRuntime().availableProcessors(), Runtime.version(), options.seconds());
        if (options.starts() > 0) {
            ReadyTimes.compare(options, releases.home(), folder);
        }
        try (ServedSite site = ServedSite.start(this::command, folder.resolve("site.log"), "/sv/", 200)) {
            say("%nMemory after the start: %.0f MB resident", site.residentMegabytes());
            say(
                    "%n%-34s %8s %8s %8s %8s %8s %8s %9s %9s %7s",
                    "Load", "1/s", "p50 ms", "p90 ms", "p99 ms", "max ms", "errors", "site CPU", "own CPU", "MB");
            PageDraw pages = new PageDraw(tables, SEED);
            Load warm = new Load("first pages of a new process", FIRST_RATE, options.seconds());
            measure(site, warm, pages, WebBenchmark::fault);
            measure(site, new Load("pages of all kinds", USUAL_RATE, options.seconds()), pages, WebBenchmark::fault);
            measure(site, new Load("pages of all kinds", HIGH_RATE, options.seconds()), pages, WebBenchmark::fault);
            Supplier<String> crowd = pages.crowd(CROWD);
            measure(
                    site,
                    new Load("the same " + CROWD + " pages", HIGH_RATE, options.seconds()),
                    crowd,
                    WebBenchmark::fault);
            switching(site, pages);
            say(
                    "%nLargest resident memory of all: %.0f MB (to reach: less than 400). Pages of %d kinds were drawn.",
                    site.peakMegabytes(), pages.kinds());
        }
    }

    private List<String> command(int port) {
        return options.serve(releases.home(), port);
    }

    /** A run of the load. */
    private record Load(String name, int rate, int seconds) {}

    private static void measure(
            ServedSite site, Load load, Supplier<String> pages, BiFunction<String, Answer, String> fault)
            throws IOException {
        double cpu = site.cpuSeconds();
        double own = ownCpuSeconds();
        OpenLoop.Outcome outcome =
                new OpenLoop(site.address(), pages, fault).run(load.rate(), Duration.ofSeconds(load.seconds()));
        Latencies times = outcome.latencies();
        say(
                "%-34s %8.0f %8.1f %8.1f %8.1f %8.0f %8d %7.2fms %7.2fms %7.0f",
                load.name(),
                outcome.perSecond(),
                times.quantile(0.5),
                times.quantile(0.9),
                times.quantile(0.99),
                times.quantile(1),
                outcome.errors(),
                (site.cpuSeconds() - cpu) * 1e3 / times.count(),
                (ownCpuSeconds() - own) * 1e3 / times.count(),
                site.residentMegabytes());
        for (Map.Entry<String, Integer> wrong : outcome.faults().entrySet()) {
            say("    %d times %s", wrong.getValue(), wrong.getKey());
        }
    }

    /** Lets CURRENT name the other release every 30 seconds while pages are asked for. */
    private void switching(ServedSite site, PageDraw pages) throws IOException, InterruptedException {
        MixedAnswer mixed = new MixedAnswer(releases, tables);
        AtomicInteger switches = new AtomicInteger();
        ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor();
        try {
            var unused = publisher.scheduleAtFixedRate(
                    () -> {
                        try {
                            boolean even = switches.getAndIncrement() % 2 == 0;
                            releases.serve(even ? releases.marked() : releases.first());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    15,
                    30,
                    TimeUnit.SECONDS);
            Load load = new Load("a new release every 30 s", SWITCH_RATE, options.switchSeconds());
            measure(site, load, pages, mixed::fault);
        } finally {
            publisher.shutdownNow();
            publisher.awaitTermination(10, TimeUnit.SECONDS);
        }
        say("    %d switches; pages: %s", switches.get(), mixed.counts());
    }

    private static String fault(String path, Answer answer) {
        return answer.status() == 200 ? "" : "status " + answer.status() + ": " + path;
    }

    private static double ownCpuSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
