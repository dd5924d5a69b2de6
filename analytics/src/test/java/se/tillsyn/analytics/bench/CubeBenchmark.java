package se.tillsyn.analytics.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.tillsyn.ingest.bench.BenchmarkFolder;
import se.tillsyn.ingest.bench.BenchmarkReport;
import se.tillsyn.ingest.bench.Measured;

/**
 * {@code ./tillsyn bench cube}: our cube and DuckDB's from the same store, one after the other, each in a process of its
 * own. Both make the same cells: ages and types crossed, by calendar year at every region level and for groups of
 * municipalities, by quarter for nation and counties.
 */
@Command(
        name = "./tillsyn bench cube",
        mixinStandardHelpOptions = true,
        description = "Compares the cube with DuckDB's, hand-optimised and as a plain cube.")
public final class CubeBenchmark implements Callable<Integer> {

    private static final String PLAN = """
            plan:
              latest_years: 5
              tables:
                - {level: nation, cross: [age_group, operation_type]}
                - {level: county, cross: [age_group, operation_type]}
                - {level: municipality, cross: [age_group, operation_type]}
                - {level: region_group, cross: [age_group, operation_type]}
                - {level: nation, periods: [quarter], cross: [age_group, operation_type]}
                - {level: county, periods: [quarter], cross: [age_group, operation_type]}
            """;

    @Option(names = "--findings", description = "findings of the synthetic data set (default: 20 million)")
    private int findings = 20_000_000;

    @Option(names = "--heap", description = "largest Java heap of the cube (default: 4g)")
    private String heap = "4g";

    @Option(
            names = "--peer-minutes",
            paramLabel = "N",
            description = "longest that each of DuckDB's cubes may take before it is stopped (default: 10)")
    private int peerMinutes = 10;

    @Option(
            names = "--duckdb-memory",
            paramLabel = "SIZE",
            description = "DuckDB's memory, as 12GB; beyond it writes to disk or gives up (default: DuckDB's own)")
    private String duckDbMemory = DuckDbCube.OWN_MEMORY;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "where stores go; kept and used again (default: a new folder, removed)")
    private @Nullable Path kept;

    @Option(names = "--profile-folder", required = true, hidden = true)
    private Path profileSource = Path.of("");

    @Option(
            names = "--growth",
            split = ",",
            paramLabel = "N",
            description = "instead of the comparison: our cube alone at these sizes, and the exponent of its time")
    private List<Integer> growth = List.of();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CubeBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (BenchmarkFolder folder = BenchmarkFolder.open(kept)) {
            Path profile = profile(folder.path());
            if (growth.isEmpty()) {
                compare(folder.path(), profile);
            } else {
                grow(folder.path(), profile);
            }
            return 0;
        }
    }

    /** The built-in profile with the benchmark's plan. */
    private Path profile(Path folder) throws IOException {
        Path profile = folder.resolve("profile");
        BenchmarkFolder.delete(profile);
        try (Stream<Path> files = Files.walk(profileSource)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, profile.resolve(profileSource.relativize(file).toString()));
            }
        }
        Path yaml = profile.resolve("profile.yaml");
        String text = Files.readString(yaml, StandardCharsets.UTF_8);
        String before = text.substring(0, text.indexOf("\nplan:\n") + 1);
        Files.writeString(yaml, before + PLAN + text.substring(text.indexOf("\ndisclosure:\n")));
        return profile;
    }

    private void compare(Path folder, Path profile) throws IOException, InterruptedException {
        Path home = home(folder, findings);
        BenchmarkReport.say("DuckDB, hand-optimised SQL ...");
        Measured optimised = duck("DuckDB, hand-optimised", folder, "optimised", home, profile);
        BenchmarkReport.say("Tillsynsatlas, cube with a heap of %s ...", heap);
        Measured own = own("cube", folder, home, profile);
        BenchmarkReport.say("DuckDB, plain cube with count(distinct) ...");
        Measured plain = duck("DuckDB, plain cube", folder, "cube", home, profile);
        BenchmarkReport.costs("", List.of(optimised, plain, own));
        BenchmarkReport.ratioHeading();
        BenchmarkReport.ratio("to hand-optimised", own, optimised, "1.00");
        BenchmarkReport.ratio("to plain cube", own, plain, "0.10");
    }

    private void grow(Path folder, Path profile) throws IOException, InterruptedException {
        List<Measured> runs = new ArrayList<>();
        for (int size : growth) {
            runs.add(own(Integer.toString(size), folder, home(folder, size), profile));
        }
        BenchmarkReport.costs("findings", runs);
        for (int i = 1; i < runs.size(); i++) {
            double size = Math.log((double) growth.get(i) / growth.get(i - 1));
            BenchmarkReport.say(
                    "from %d to %d findings: exponent %.2f in CPU time, %.2f in wall time",
                    growth.get(i - 1),
                    growth.get(i),
                    Math.log(runs.get(i).cpuSeconds() / runs.get(i - 1).cpuSeconds()) / size,
                    Math.log(runs.get(i).wallSeconds() / runs.get(i - 1).wallSeconds()) / size);
        }
    }

    private Measured own(String name, Path folder, Path home, Path profile) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-Xmx" + heap, "-XX:+UseParallelGC"));
        options.addAll(Measured.sparkOptions());
        return Measured.run(
                name, folder, options, List.of(0), CubeRun.class.getName(), home.toString(), profile.toString());
    }

    private Measured duck(String name, Path folder, String mode, Path home, Path profile)
            throws IOException, InterruptedException {
        return Measured.runAtMost(
                Duration.ofMinutes(peerMinutes),
                name,
                folder,
                List.of("-Xmx256m"),
                List.of(0),
                DuckDbCube.class.getName(),
                mode,
                home.toString(),
                profile.toString(),
                folder.resolve("temporary").toString(),
                duckDbMemory);
    }

    /** A store of the synthetic data set; made when it is not there. */
    private Path home(Path folder, int size) throws IOException, InterruptedException {
        Path home = folder.resolve("home-" + size);
        if (Files.exists(home)) {
            return home;
        }
        Path sample = folder.resolve("sample");
        Path unfinished = folder.resolve("home.unfinished");
        BenchmarkFolder.delete(sample);
        BenchmarkFolder.delete(unfinished);
        BenchmarkReport.say("Writing and loading %d findings ...", size);
        List<String> options = new ArrayList<>(List.of("-Xmx1g", "-XX:+UseParallelGC"));
        options.addAll(Measured.sparkOptions());
        String main = se.tillsyn.ingest.Main.class.getName();
        Measured.run(
                "sample",
                folder,
                options,
                List.of(0),
                main,
                "sample",
                "--out",
                sample.toString(),
                "--findings",
                Integer.toString(size));
        Measured.run(
                "ingest",
                folder,
                options,
                List.of(0, 3),
                main,
                "ingest",
                "--home",
                unfinished.toString(),
                sample.toString());
        BenchmarkFolder.delete(sample);
        Files.move(unfinished, home);
        return home;
    }
}
