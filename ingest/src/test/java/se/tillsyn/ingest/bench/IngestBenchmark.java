package se.tillsyn.ingest.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.tillsyn.ingest.Main;

/** {@code ./tillsyn bench ingest}: an ingest and DuckDB on the same files, one after the other, each in a process of its own. */
@Command(
        name = "./tillsyn bench ingest",
        mixinStandardHelpOptions = true,
        description = "Compares an ingest with DuckDB's plain copy, and with DuckDB doing the same checks.")
public final class IngestBenchmark implements Callable<Integer> {

    private static final int FILES = 200;

    /** What {@code ./tillsyn ingest} gives Java besides the options of Spark. */
    private static final List<String> AS_LAUNCHED = List.of(
            "-XX:+UseParallelGC",
            "-XX:Tier4InvocationThreshold=40000",
            "-XX:Tier4MinInvocationThreshold=5000",
            "-XX:Tier4CompileThreshold=100000",
            "-XX:MetaspaceSize=128m");

    @Option(names = "--findings", description = "findings of the synthetic data set (default: 20 million)")
    private int findings = 20_000_000;

    @Option(names = "--heap", description = "largest Java heap of the ingest (default: 512m)")
    private String heap = "512m";

    @Option(names = "--plain-only", description = "leaves out the same checks in SQL, which take longest")
    private boolean plainOnly;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "where data set and results go; kept (default: a new folder, removed)")
    private @Nullable Path kept;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new IngestBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (BenchmarkFolder folder = BenchmarkFolder.open(kept)) {
            compare(folder.path());
            return 0;
        }
    }

    private void compare(Path folder) throws IOException, InterruptedException {
        Path files = folder.resolve("files-" + findings);
        if (!Files.exists(files)) {
            BenchmarkReport.say("Writing %d findings into %d files ...", findings, FILES);
            writeFiles(folder, files);
        }
        Path home = folder.resolve("home");
        Path duck = folder.resolve("duckdb");
        BenchmarkFolder.delete(home);
        BenchmarkFolder.delete(duck);
        Files.createDirectories(duck);
        BenchmarkReport.say("DuckDB, plain typed copy without checks ...");
        Measured plain = duck("DuckDB, plain copy", folder, "plain", files, duck);
        List<Measured> peers = new ArrayList<>(List.of(plain));
        if (!plainOnly) {
            BenchmarkReport.say("DuckDB, the same checks in SQL ...");
            peers.add(duck("DuckDB, same checks", folder, "checked", files, duck));
        }
        BenchmarkReport.say("Tillsynsatlas, ingest with a heap of %s ...", heap);
        List<String> options = new ArrayList<>(List.of("-Xmx" + heap));
        options.addAll(AS_LAUNCHED);
        options.addAll(Measured.sparkOptions());
        Measured own = Measured.run(
                "ingest",
                folder,
                options,
                List.of(0, 3),
                Main.class.getName(),
                "ingest",
                "--home",
                home.toString(),
                files.toString());
        List<Measured> all = new ArrayList<>(peers);
        all.add(own);
        BenchmarkReport.costs("", all);
        BenchmarkReport.ratioHeading();
        BenchmarkReport.ratio("to plain copy", own, plain, "2.00");
        if (!plainOnly) {
            BenchmarkReport.ratio("to same checks", own, peers.get(1), "1.00");
        }
    }

    private static Measured duck(String name, Path folder, String mode, Path files, Path into)
            throws IOException, InterruptedException {
        return Measured.run(
                name,
                folder,
                List.of("-Xmx256m"),
                List.of(0),
                DuckDbIngest.class.getName(),
                mode,
                files.toString(),
                into.toString());
    }

    /** The synthetic data set, dealt into files of equal numbers of rows in its own order. */
    private void writeFiles(Path folder, Path into) throws IOException, InterruptedException {
        Path sample = folder.resolve("sample");
        BenchmarkFolder.delete(sample);
        Measured.run(
                "sample",
                folder,
                List.of(),
                List.of(0),
                Main.class.getName(),
                "sample",
                "--out",
                sample.toString(),
                "--findings",
                Integer.toString(findings));
        Path unfinished = Files.createDirectories(folder.resolve("files.unfinished"));
        int perFile = findings / FILES + 1;
        int file = 0;
        int rows = perFile;
        BufferedWriter out = null;
        try (Stream<Path> years = Files.list(sample)) {
            for (Path year : years.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                try (BufferedReader in = Files.newBufferedReader(year, StandardCharsets.UTF_8)) {
                    String header = in.readLine();
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        if (rows >= perFile || out == null) {
                            if (out != null) {
                                out.close();
                            }
                            Path next = unfinished.resolve(String.format(Locale.ROOT, "findings-%03d.csv", ++file));
                            out = Files.newBufferedWriter(next, StandardCharsets.UTF_8);
                            out.write(header + "\n");
                            rows = 0;
                        }
                        out.write(line + "\n");
                        rows++;
                    }
                }
            }
        } finally {
            if (out != null) {
                out.close();
            }
        }
        BenchmarkFolder.delete(sample);
        Files.move(unfinished, into);
    }
}
