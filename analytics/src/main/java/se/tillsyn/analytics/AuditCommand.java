package se.tillsyn.analytics;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.tillsyn.analytics.audit.release.AuditReport;
import se.tillsyn.analytics.audit.release.ReleaseAudit;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.ingest.options.HomeOption;

/** {@code tillsyn audit}. */
@Command(
        name = "audit",
        description = "Attacks a release as an outsider would: which withheld counts follow from what is published.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:passed",
            "1:the release cannot be read",
            "2:usage",
            "5:a breach: the release tells more than it may"
        })
final class AuditCommand implements Callable<Integer> {

    /** Exit code when the release tells more than it may. */
    static final int BREACH = 5;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HomeOption homeOption = new HomeOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "RELEASE",
            description = "Identifier of the release (default: the served).")
    private @Nullable String release;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the whole report there as JSON.")
    private @Nullable Path reportFile;

    @Override
    public Integer call() throws IOException {
        Path home = homeOption.home();
        PrintWriter out = Objects.requireNonNull(spec, "spec").commandLine().getOut();
        Path releases = home.resolve(ReleaseLayout.RELEASES);
        List<String> known = ReleaseFolder.identifiers(home);
        String wanted = release != null ? release : ReleaseFolder.current(home).orElse("");
        if (!known.contains(wanted)) {
            throw new CannotReleaseException("Audit: expected the identifier of a release below "
                    + releases.toAbsolutePath() + ", found none such among " + known.size() + " releases.");
        }
        List<Path> earlier = known.subList(0, known.indexOf(wanted)).stream()
                .map(releases::resolve)
                .toList();
        AuditReport report = ReleaseAudit.of(releases.resolve(wanted), earlier).report();
        report.lines().forEach(out::println);
        out.flush();
        if (reportFile != null) {
            Files.write(reportFile, report.toJson());
        }
        return report.passed() ? 0 : BREACH;
    }
}
