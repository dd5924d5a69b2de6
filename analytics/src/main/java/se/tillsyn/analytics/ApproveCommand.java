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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.tillsyn.analytics.register.Actor;
import se.tillsyn.analytics.register.Embargo;
import se.tillsyn.analytics.register.ReleaseRegister;
import se.tillsyn.ingest.options.HomeOption;

/** {@code tillsyn approve}. */
@Command(
        name = "approve",
        description = "Approves of the release that waits for its minute, as somebody other than its maker.")
final class ApproveCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOption homeOption = new HomeOption();

    @Parameters(paramLabel = "RELEASE", description = "Identifier or number of the release that waits.")
    private String release = "";

    @Option(names = "--refuse", description = "Takes the release off instead, and removes it.")
    private boolean refuse;

    @Override
    public Integer call() throws IOException {
        Path home = homeOption.home();
        PrintWriter out = Objects.requireNonNull(spec, "spec").commandLine().getOut();
        Embargo embargo = new Embargo(new ReleaseRegister(home, Clock.systemUTC(), Actor.ofThisProcess()));
        if (refuse) {
            embargo.takeOff(release);
            out.printf("Release %s was taken off and removed%n", release);
        } else {
            embargo.approve(release);
            out.printf("Release %s is approved; 'tillsyn publish' publishes it at its minute%n", release);
        }
        out.flush();
        return 0;
    }
}
