package se.tillsyn.analytics;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.tillsyn.analytics.publication.Publication;
import se.tillsyn.ingest.options.HomeOption;
import se.tillsyn.ingest.options.MasterOption;
import se.tillsyn.ingest.options.ProfileOption;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.spark.JobSpark;

/** {@code tillsyn release}. */
@Command(
        name = "release",
        description =
                "Computes, protects, audits and publishes a release of the store's findings, if nothing withheld can"
                        + " be worked out from it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:published, or waiting for its minute",
            "1:the release could not be made",
            "2:usage",
            "5:the audit found a breach; nothing was published"
        })
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
            names = "--publish-at",
            paramLabel = "TIME",
            converter = PublicationTime.class,
            description = "Minute before which nobody may see the release, for example 2026-12-01T07:00:00Z or"
                    + " 2026-12-01T08:00[Europe/Stockholm]. It then needs 'tillsyn approve' by somebody else, and"
                    + " 'tillsyn publish' at its minute (default: published at once).")
    private @Nullable Instant publishAt;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec, "spec").commandLine().getOut();
        if (publishAt != null && !publishAt.isAfter(Instant.now(Clock.systemUTC()))) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "spec").commandLine(),
                    "Option --publish-at: expected a time to come, found one that has passed.");
        }
        Profile loaded = Profile.load(profile.profile());
        try (SparkSession spark = JobSpark.open("tillsyn release", master.master())) {
            ReleaseJob job = new ReleaseJob(spark, loaded, home.home(), Clock.systemUTC(), line -> {
                out.println(line);
                out.flush();
            });
            Publication.Outcome outcome = job.run(asOf, publishAt);
            out.printf(
                    "Release %s %s: %d cells, %d case rates withheld%n",
                    outcome.release(), stateOf(outcome, publishAt), outcome.cells(), outcome.withheld());
            out.flush();
        }
        return 0;
    }

    private static String stateOf(Publication.Outcome outcome, @Nullable Instant publishAt) {
        if (publishAt != null) {
            return outcome.unchanged()
                    ? "is public already and unchanged"
                    : "made; it waits for an approval and for " + publishAt;
        }
        return outcome.unchanged() ? "is unchanged and served" : "published and served";
    }
}
