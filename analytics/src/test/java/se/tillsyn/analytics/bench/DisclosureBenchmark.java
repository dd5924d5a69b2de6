package se.tillsyn.analytics.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.tillsyn.analytics.DisclosureRun;
import se.tillsyn.ingest.bench.BenchmarkFolder;
import se.tillsyn.ingest.bench.BenchmarkReport;
import se.tillsyn.ingest.bench.Measured;

/** {@code ./tillsyn bench disclosure}: protects and audits a drawn national set in a process of its own. */
@Command(
        name = "./tillsyn bench disclosure",
        mixinStandardHelpOptions = true,
        description =
                "Protects and audits a drawn national set of cells; counts what is withheld of the reference cubes.")
public final class DisclosureBenchmark implements Callable<Integer> {

    @Option(names = "--cells", description = "at least so many protected cells (default: 1.5 million)")
    private int cells = 1_500_000;

    @Option(names = "--heap", description = "largest Java heap (default: 4g)")
    private String heap = "4g";

    @Option(names = "--master", paramLabel = "URL", description = "Spark (default: local[2], two cores)")
    private String master = "local[2]";

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "where the release goes; must be new or empty, kept (default: a new folder, removed)")
    private @Nullable Path kept;

    @Option(names = "--profile-folder", required = true, hidden = true)
    private Path profile = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DisclosureBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (BenchmarkFolder folder = BenchmarkFolder.open(kept)) {
            List<String> options = new ArrayList<>(List.of("-Xmx" + heap, "-XX:+UseParallelGC"));
            // The audit takes as many threads as there are processors.
            if (master.equals("local[2]")) {
                options.add("-XX:ActiveProcessorCount=2");
            }
            options.addAll(Measured.sparkOptions());
            Measured run = Measured.run(
                    "whole run",
                    folder.path(),
                    options,
                    List.of(0),
                    DisclosureRun.class.getName(),
                    Integer.toString(cells),
                    folder.path().resolve("home").toString(),
                    profile.toString(),
                    master);
            Files.readAllLines(folder.path().resolve("output"), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.matches("^(\\d\\d/|WARN|Using Spark).*"))
                    .forEach(line -> BenchmarkReport.say("%s", line));
            BenchmarkReport.costs("", List.of(run));
            return 0;
        }
    }
}
