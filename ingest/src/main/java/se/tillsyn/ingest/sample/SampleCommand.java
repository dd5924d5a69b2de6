package se.tillsyn.ingest.sample;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.tillsyn.ingest.options.ProfileOption;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileException;

/** {@code tillsyn sample}: writes a synthetic national data set with planted effects and their ground truth. */
@Command(
        name = "sample",
        description = "Writes a synthetic national data set, marked as such, with planted effects and their ground"
                + " truth in a separate file.")
public final class SampleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "New or empty folder to write to.")
    private Path out = Path.of("");

    @Option(
            names = "--findings",
            paramLabel = "N",
            description = "About how many findings, 1000 to 100000000. Default: ${DEFAULT-VALUE}.")
    private long findings = VisitRates.DEFAULT_FINDINGS;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed gives the same bytes. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private ProfileOption profileOption = new ProfileOption();

    /** @return 0 written, 2 wrong option or folder, 1 failure */
    @Override
    public Integer call() {
        String profile = profileOption.profile();
        PrintWriter console = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        try {
            SampleModel model = SampleModel.of(Profile.load(profile), new SampleSettings(findings, seed));
            console.printf(
                    Locale.ROOT,
                    "Writing about %d synthetic findings on %d operations, %d-%d, seed %d, profile %s, to %s%n",
                    findings,
                    model.operations().size(),
                    InspectionDays.FIRST_YEAR,
                    InspectionDays.LAST_YEAR,
                    seed,
                    profile,
                    out);
            console.flush();
            SampleResult result = new SampleWriter(model, profile, out)
                    .write(
                            Runtime.getRuntime().availableProcessors(),
                            (year, written) -> progress(console, year, written));
            summarise(console, result);
            return CommandLine.ExitCode.OK;
        } catch (SampleException | ProfileException e) {
            errors.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        } catch (IOException e) {
            Throwable cause = e.getCause();
            errors.println(cause == null ? e.toString() : e.getMessage() + " (" + cause + ")");
            return CommandLine.ExitCode.SOFTWARE;
        } finally {
            console.flush();
            errors.flush();
        }
    }

    private static void progress(PrintWriter console, int year, SampleResult written) {
        console.printf(Locale.ROOT, "%d: %d findings, files: %d%n", year, written.findings(), written.files());
        console.flush();
    }

    private void summarise(PrintWriter console, SampleResult result) {
        console.printf(
                Locale.ROOT,
                "Wrote %d synthetic findings in %d files: %d inspections, of which %d follow-ups; %d findings corrected,"
                        + " %d withdrawn%n",
                result.findings(),
                result.files(),
                result.visits(),
                result.followUps(),
                result.corrected(),
                result.withdrawn());
        console.printf("Ground truth, not findings: %s%n", out.resolve(SampleWriter.TRUTH_FILE));
    }
}
