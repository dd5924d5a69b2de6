package se.tillsyn.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import se.tillsyn.ingest.commit.FileKind;
import se.tillsyn.ingest.explain.Explanation;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.layout.LayoutException;
import se.tillsyn.ingest.options.HomeOption;
import se.tillsyn.ingest.options.MasterOption;
import se.tillsyn.ingest.options.ProfileOption;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileException;
import se.tillsyn.ingest.report.IngestReport;
import se.tillsyn.ingest.report.ReportFiles;
import se.tillsyn.ingest.report.ReportText;
import se.tillsyn.ingest.spark.JobSpark;
import se.tillsyn.ingest.store.ProgramVersion;
import se.tillsyn.ingest.validation.ValidCodes;

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

    /** In place of a layout's file: the contract's own columns. */
    private static final String CONTRACT = "contract";

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

    @Option(
            names = "--explain",
            paramLabel = "LAYOUT",
            description = "ingests nothing; shows what this layout (a file, or the word contract) makes of the first"
                    + " findings of the one PATH. Beside --layout, its value is that PATH")
    private @Nullable String explain;

    @Option(names = "--report", paramLabel = "DIR", description = "writes report.json and report.html there")
    private @Nullable Path report;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "files, or folders of files")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        return explain == null ? ingest() : explain(explain);
    }

    private int ingest() {
        IngestSettings settings = settings();
        ReportFiles reportFiles;
        try {
            reportFiles = report == null ? null : ReportFiles.in(report);
        } catch (IOException e) {
            return failed("The report could not be written, so nothing was ingested. " + FailureInWords.of(e));
        }
        try (CleanStop stop = new CleanStop()) {
            IngestReport result;
            try {
                result = run(settings, stop);
            } catch (Exception | OutOfMemoryError | LinkageError e) {
                // The end of the line: Spark throws its checked exceptions without declaring them, and a trace may
                // quote.
                return failed(FailureText.of(stop.requested() ? new CleanStop.StoppedException() : e));
            }
            return deliver(result, reportFiles);
        }
    }

    private IngestReport run(IngestSettings settings, CleanStop stop) throws IOException {
        boolean watched = TerminalProgress.onTerminal();
        PrintWriter err = spec().commandLine().getErr();
        try (SparkSession spark = JobSpark.open(
                "tillsyn ingest", master.master(), watched ? TerminalProgress.SPARK_SETTINGS : Map.of())) {
            stop.cancels(spark.sparkContext());
            if (watched) {
                spark.sparkContext().addSparkListener(new TerminalProgress(System.err, System::nanoTime));
            }
            IngestJob job = new IngestJob(spark, Clock.systemUTC(), ProgramVersion.current(), line -> {
                stop.check();
                err.println(line);
                err.flush();
            });
            return job.run(settings);
        }
    }

    /** Prints and writes the report. Whatever becomes of it, the store is what the run made it. */
    private int deliver(IngestReport result, @Nullable ReportFiles reportFiles) {
        String done = result.batch() == null ? "Nothing was added" : "Batch " + result.batch() + " was added";
        String next = " Nothing is to be ingested again; batches --files tells what is stored.";
        print(ReportText.of(result));
        if (spec().commandLine().getOut().checkError() || System.out.checkError()) {
            return failed(done + ", but the report could not be printed. Expected a standard output that can be"
                    + " written, found one that is closed or full." + next);
        }
        try {
            if (reportFiles != null) {
                reportFiles.write(result);
            }
        } catch (IOException e) {
            return failed(done + ", but its report could not be written. " + FailureInWords.of(e) + next);
        }
        return result.exitCode();
    }

    private int explain(String first) {
        List<String> arguments = new ArrayList<>();
        arguments.add(first);
        paths.forEach(path -> arguments.add(path.toString()));
        if (layout != null) {
            arguments.add(0, layout.toString());
        }
        if (arguments.size() != 2 || report != null) {
            throw usage(
                    "--explain: expected a layout and one file, as in --explain LAYOUT FILE, and no --report; found "
                            + arguments.size() + (arguments.size() == 1 ? " argument" : " arguments")
                            + (report == null ? "" : " and --report"));
        }
        Path file = existing(Path.of(arguments.get(1)));
        try {
            Profile loaded = Profile.load(profile.profile());
            Layout chosen =
                    arguments.get(0).equals(CONTRACT) ? Layout.contract() : checked(Path.of(arguments.get(0)), loaded);
            LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
            Explanation explanation = Explanation.of(file, chosen, new ValidCodes(loaded), today);
            print(explanation.text());
            return switch (explanation.outcome()) {
                case PASSED -> 0;
                case ROWS_BROKEN -> 3;
                case FILE_REFUSED -> 4;
            };
        } catch (ProfileException | LayoutException e) {
            throw usage(e.getMessage());
        } catch (IOException e) {
            return failed("The file could not be explained. " + FailureInWords.of(e));
        }
    }

    private IngestSettings settings() {
        if (paths.isEmpty()) {
            throw usage("PATH: expected at least one file or folder, found none");
        }
        paths.forEach(this::existing);
        try {
            Profile loaded = Profile.load(profile.profile());
            return new IngestSettings(
                    home.home(), loaded, layout == null ? Layout.contract() : checked(layout, loaded), paths);
        } catch (ProfileException | LayoutException e) {
            throw usage(e.getMessage());
        }
    }

    private static Layout checked(Path file, Profile profile) {
        Layout layout = Layout.read(file);
        layout.requireCodesOf(profile);
        return layout;
    }

    private Path existing(Path path) {
        boolean there;
        try {
            there = FileKind.of(path) != FileKind.NOTHING;
        } catch (IOException e) {
            // The reading of it will say what is wrong.
            there = true;
        }
        if (!there) {
            throw usage("PATH: expected a file or a folder, found nothing at " + ReportText.printable(path.toString()));
        }
        return path;
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

    private void print(String text) {
        PrintWriter out = spec().commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private int failed(String message) {
        PrintWriter err = spec().commandLine().getErr();
        err.println(message);
        err.flush();
        return 1;
    }
}
