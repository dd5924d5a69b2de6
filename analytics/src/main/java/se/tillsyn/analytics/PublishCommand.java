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
import picocli.CommandLine.Spec;
import se.tillsyn.analytics.register.Actor;
import se.tillsyn.analytics.register.Embargo;
import se.tillsyn.analytics.register.ReleaseRegister;
import se.tillsyn.ingest.commit.CommittedFolder;
import se.tillsyn.ingest.options.HomeOption;

/** {@code tillsyn publish}. */
@Command(
        name = "publish",
        description = "Publishes the release that waits, when its minute has come and it is approved.")
final class PublishCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOption homeOption = new HomeOption();

    @Override
    public Integer call() throws IOException {
        Path home = homeOption.home();
        PrintWriter out = Objects.requireNonNull(spec, "spec").commandLine().getOut();
        ReleaseRegister register = new ReleaseRegister(home, Clock.systemUTC(), Actor.ofThisProcess());
        String waiting = register.waiting().map(CommittedFolder::id).orElse("");
        switch (new Embargo(register).publishDue()) {
            case NOTHING_WAITS -> out.println("No release waits for its minute");
            case NOT_DUE -> out.printf("Release %s waits for its minute%n", waiting);
            case PUBLISHED -> out.printf("Release %s published and served%n", waiting);
        }
        out.flush();
        return 0;
    }
}
