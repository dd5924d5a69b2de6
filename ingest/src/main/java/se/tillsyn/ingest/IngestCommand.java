package se.tillsyn.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.layout.LayoutException;
import se.tillsyn.ingest.options.HomeOption;
import se.tillsyn.ingest.options.MasterOption;
import se.tillsyn.ingest.options.ProfileOption;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileException;
import se.tillsyn.ingest.report.IngestReport;
import se.tillsyn.ingest.report.ReportPage;
import se.tillsyn.ingest.report.ReportText;
import se.tillsyn.ingest.spark.JobSpark;
import se.tillsyn.ingest.store.ProgramVersion;

/** {@code ingest}: files into the store. */
@Command(
        name = "ingest",
        description = "Reads files of findings into the store.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every row of every file was loaded",
            "1:failure; the store is as before",
            "2:wrong usage, profile or layout",
            "3:some rows were quarantined, the others loaded",
            "4:a file was refused, the others loaded"
        })
final class IngestCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private ProfileOption profile = new ProfileOption();

    @Mixin
    private MasterOption master = new MasterOption();

    @Option(names = "--layout", paramLabel = "FILE", description = "layout of the files (default: the contract's own)")
    private @Nullable Path layout;

    @Option(names = "--report", paramLabel = "DIR", description = "writes report.json and report.html there")
    private @Nullable Path report;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files, or folders of files")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        IngestSettings settings = settings();
        PrintWriter err = spec().commandLine().getErr();
        try (CleanStop stop = new CleanStop()) {
            IngestReport result;
            try {
                if (report != null) {
                    Files.createDirectories(report);
                }
                result = load(settings, stop, err);
            } catch (Exception | OutOfMemoryError | LinkageError e) {
                return failed(err, stop.requested() ? new CleanStop.StoppedException() : e);
            }
            return deliver(result, err);
        }
    }

    private IngestReport load(IngestSettings settings, CleanStop stop, PrintWriter err) throws IOException {
        try (SparkSession spark = JobSpark.open("tillsyn ingest", master.master())) {
            if (TerminalProgress.onTerminal()) {
                spark.sparkContext().addSparkListener(new TerminalProgress(System.err));
            }
            return new IngestJob(spark, Clock.systemUTC(), ProgramVersion.current(), line -> {
                        stop.check();
                        err.println(line);
                        err.flush();
                    })
                    .run(settings);
        }
    }

    /** Prints and writes the report. Whatever becomes of it, the store is what the run made it. */
    private int deliver(IngestReport result, PrintWriter err) {
        PrintWriter out = spec().commandLine().getOut();
        String place = "standard output";
        try {
            out.print(ReportText.of(result));
            if (out.checkError() || System.out.checkError()) {
                throw new IOException("it cannot be written");
            }
            if (report != null) {
                place = "--report " + report;
                Files.write(report.resolve("report.json"), result.toJson());
                Files.writeString(report.resolve("report.html"), ReportPage.of(result), StandardCharsets.UTF_8);
            }
            return result.exitCode();
        } catch (IOException e) {
            String done = result.batch() == null ? "Nothing was added" : "Batch " + result.batch() + " was added";
            err.println(done + ", but the report is not whole. Expected to write it to " + place + "; found: "
                    + e.getMessage()
                    + ". Mend that, then start ./tillsyn batches, which lists what was loaded; what was quarantined stands"
                    + " in the batch.");
            err.flush();
            return 1;
        }
    }

    private IngestSettings settings() {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw usage("PATH: expected a file or a folder, found nothing at " + path);
            }
        }
        try {
            Profile loaded = Profile.load(profile.profile());
            return new IngestSettings(
                    home.home(), loaded, layout == null ? Layout.contract() : Layout.read(layout), paths);
        } catch (ProfileException | LayoutException e) {
            throw usage(e.getMessage());
        }
    }

    private ParameterException usage(@Nullable String message) {
        return new ParameterException(spec().commandLine(), String.valueOf(message));
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("the command runs from a command line");
        }
        return spec;
    }

    private int failed(PrintWriter err, Throwable failure) {
        err.println(FailureText.of(failure, home.home()));
        err.flush();
        return 1;
    }
}
