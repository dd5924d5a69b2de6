package se.tillsyn.analytics;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.tillsyn.analytics.register.Actor;
import se.tillsyn.analytics.register.ReleaseRegister;
import se.tillsyn.analytics.register.Shelf;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.ingest.options.HomeOption;

/** {@code tillsyn rollback}. */
@Command(name = "rollback", description = "Serves an earlier release again.")
final class RollbackCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOption homeOption = new HomeOption();

    @Parameters(paramLabel = "RELEASE", description = "Identifier or number of the release to serve.")
    private String release = "";

    @Override
    public Integer call() throws IOException {
        Path home = homeOption.home();
        PrintWriter out = Objects.requireNonNull(spec, "spec").commandLine().getOut();
        ReleaseFolder folder = ReleaseNames.published("Rollback", home, release);
        new Shelf(new ReleaseRegister(home, Clock.systemUTC(), Actor.ofThisProcess())).rollBackTo(folder);
        out.printf("Release %s is served again%n", folder.manifest().release());
        out.flush();
        return 0;
    }
}
