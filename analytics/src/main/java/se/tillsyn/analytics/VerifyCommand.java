package se.tillsyn.analytics;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.tillsyn.analytics.register.RegisterCheck;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.ingest.options.HomeOption;

/** {@code tillsyn verify}. */
@Command(
        name = "verify",
        description = "Compares every file of a release with its manifest, and checks the log of releases.")
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOption homeOption = new HomeOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "RELEASE",
            description = "Identifier or number of the release (default: the served).")
    private @Nullable String release;

    @Override
    public Integer call() throws IOException {
        Path home = homeOption.home();
        PrintWriter out = Objects.requireNonNull(spec, "spec").commandLine().getOut();
        String wanted = release != null ? release : ReleaseFolder.current(home).orElse("");
        ReleaseFolder folder = ReleaseNames.published("Verify", home, wanted);
        String id = folder.manifest().release();
        List<ReleaseFolder.Difference> differences = folder.differences();
        for (ReleaseFolder.Difference one : differences) {
            out.printf("Release %s, file %s: %s%n", id, one.file(), one.found());
        }
        if (differences.isEmpty()) {
            out.printf(
                    "Release %s: %d files as published%n",
                    id, folder.manifest().files().size());
        } else {
            out.println("The site serves no damaged release. Restore the folder from a backup or publish again.");
        }
        RegisterCheck.Result log = RegisterCheck.of(home);
        log.faults().forEach(out::println);
        if (log.faults().isEmpty()) {
            out.printf("Log: %d lines as written, the last with hash %s%n", log.lines(), log.lastHash());
        } else {
            out.printf(
                    "Log: expected it to be as written and to tell what is there, found %d faults. Compare it with a"
                            + " backup, and find out who changed what.%n",
                    log.faults().size());
        }
        out.flush();
        return differences.isEmpty() && log.faults().isEmpty() ? 0 : Main.FAILURE;
    }
}
