package se.tillsyn.analytics;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.tillsyn.analytics.publication.Publication;
import se.tillsyn.ingest.options.HomeOption;
import se.tillsyn.ingest.options.MasterOption;
import se.tillsyn.ingest.options.ProfileOption;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.spark.JobSpark;

/** {@code tillsyn release}. */
@Command(name = "release", description = "Computes, protects and publishes a release of the store's findings.")
final class ReleaseCommand implements Callable<Integer> {

    private static final Pattern BATCH = Pattern.compile("(\\d{1,6})(-[0-9a-f]{12})?");

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private ProfileOption profile = new ProfileOption();

    @Mixin
    private MasterOption master = new MasterOption();

    @Option(
            names = "--as-of",
            description = "Number or identifier of the last batch that takes part (default: newest).")
    private @Nullable String asOf;

    @Override
    public Integer call() throws IOException {
        CommandLine commandLine = Objects.requireNonNull(spec, "spec").commandLine();
        PrintWriter out = commandLine.getOut();
        int sequence = sequence(commandLine);
        Profile loaded = Profile.load(profile.profile());
        try (SparkSession spark = JobSpark.open("tillsyn release", master.master())) {
            ReleaseJob job = new ReleaseJob(spark, loaded, home.home(), Clock.systemUTC(), line -> {
                out.println(line);
                out.flush();
            });
            Publication.Outcome outcome = job.run(sequence);
            out.printf(
                    "Release %s %s: %d cells, %d case rates withheld%n",
                    outcome.release(),
                    outcome.unchanged() ? "is unchanged and served" : "published and served",
                    outcome.cells(),
                    outcome.withheld());
            out.flush();
        }
        return 0;
    }

    private int sequence(CommandLine commandLine) {
        if (asOf == null) {
            return Integer.MAX_VALUE;
        }
        Matcher matcher = BATCH.matcher(asOf);
        if (!matcher.matches()) {
            throw new CommandLine.ParameterException(
                    commandLine,
                    "--as-of: expected a batch number or identifier as 'tillsyn batches' prints it, found neither");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
