package se.tillsyn.analytics;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.tillsyn.analytics.register.Actor;
import se.tillsyn.analytics.register.ReleaseRegister;
import se.tillsyn.analytics.register.Shelf;
import se.tillsyn.ingest.options.HomeOption;

/** {@code tillsyn retire}. */
@Command(name = "retire", description = "Removes all but the newest releases.")
final class RetireCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOption homeOption = new HomeOption();

    @Option(names = "--keep", required = true, paramLabel = "N", description = "How many of the newest to keep.")
    private int keep;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec, "spec");
        if (keep < 1) {
            throw new ParameterException(
                    command.commandLine(), "Option --keep: expected at least 1, found a smaller number.");
        }
        PrintWriter out = command.commandLine().getOut();
        Path home = homeOption.home();
        List<String> retired =
                new Shelf(new ReleaseRegister(home, Clock.systemUTC(), Actor.ofThisProcess())).retire(keep);
        retired.forEach(release -> out.printf("Release %s removed%n", release));
        out.printf("%d releases removed%n", retired.size());
        out.flush();
        return 0;
    }
}
