package se.tillsyn.analytics;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--audit",
            description =
                    "Attacks what would be published first; publishes nothing and exits with 5 when anything withheld"
                            + " can be worked out.")
    private boolean audit;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec, "spec").commandLine().getOut();
        Profile loaded = Profile.load(profile.profile());
        try (SparkSession spark = JobSpark.open("tillsyn release", master.master())) {
            ReleaseJob job = new ReleaseJob(spark, loaded, home.home(), Clock.systemUTC(), line -> {
                out.println(line);
                out.flush();
            });
            Publication.Outcome outcome = job.run(asOf, audit);
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
}
