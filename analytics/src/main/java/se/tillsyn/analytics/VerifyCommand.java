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
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.ingest.options.HomeOption;

/** {@code tillsyn verify}. */
@Command(name = "verify", description = "Compares every file of a release with its manifest.")
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOption homeOption = new HomeOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "RELEASE",
            description = "Identifier of the release (default: the served).")
    private @Nullable String release;

    @Override
    public Integer call() throws IOException {
        Path home = homeOption.home();
        PrintWriter out = Objects.requireNonNull(spec, "spec").commandLine().getOut();
        List<String> known = ReleaseFolder.identifiers(home);
        String wanted = release != null ? release : ReleaseFolder.current(home).orElse("");
        if (!known.contains(wanted)) {
            throw new CannotReleaseException("Verify: expected the identifier of a release below "
                    + home.resolve(ReleaseLayout.RELEASES).toAbsolutePath() + ", found none such among "
                    + known.size() + " releases.");
        }
        ReleaseFolder folder =
                ReleaseFolder.open(home.resolve(ReleaseLayout.RELEASES).resolve(wanted));
        folder.verify();
        out.printf(
                "Release %s: %d files as published%n",
                wanted, folder.manifest().files().size());
        out.flush();
        return 0;
    }
}
