package se.tillsyn.analytics;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.tillsyn.analytics.change.ChangeFiles;
import se.tillsyn.analytics.change.Corrections;
import se.tillsyn.analytics.change.Edition;
import se.tillsyn.analytics.change.ReleaseComparison;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.ingest.options.HomeOption;
import se.tillsyn.ingest.store.Store;

/** {@code tillsyn diff}. */
@Command(name = "diff", description = "Tells each published number that differs between two releases, and why.")
final class DiffCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOption homeOption = new HomeOption();

    @Parameters(index = "0", paramLabel = "A", description = "Identifier or number of the earlier release.")
    private String earlier = "";

    @Parameters(index = "1", paramLabel = "B", description = "Identifier or number of the later release.")
    private String later = "";

    @Option(names = "--csv", description = "Writes all changes to this file, which must not exist.")
    private @Nullable Path csv;

    @Option(names = "--json", description = "Writes all changes to this file, which must not exist.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        Path home = homeOption.home();
        PrintWriter out = Objects.requireNonNull(spec, "spec").commandLine().getOut();
        refuseExisting(csv, "--csv");
        refuseExisting(json, "--json");
        ReleaseFolder from = ReleaseNames.published("Diff", home, earlier);
        ReleaseFolder to = ReleaseNames.published("Diff", home, later);
        from.verify();
        to.verify();
        Edition before = Edition.of(from);
        Edition after = Edition.of(to);
        ReleaseComparison comparison =
                new ReleaseComparison(before, after, Corrections.between(before, after, new Store(home).batches()));
        if (csv != null) {
            ChangeFiles.csv(csv, comparison);
        }
        if (json != null) {
            ChangeFiles.json(json, from.manifest().release(), to.manifest().release(), comparison);
        }
        ChangeFiles.print(out, comparison);
        return 0;
    }

    private static void refuseExisting(@Nullable Path file, String option) {
        if (file != null && Files.exists(file)) {
            throw new CannotReleaseException("Diff, option " + option
                    + ": expected the name of a file to be made, found that there is one. Name another.");
        }
    }
}
