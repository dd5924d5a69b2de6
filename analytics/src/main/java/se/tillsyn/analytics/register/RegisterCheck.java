package se.tillsyn.analytics.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;

/** Compares the log of releases with itself and with what is there. Changes nothing and needs no turn. */
public final class RegisterCheck {

    private RegisterCheck() {}

    /**
     * What was found.
     *
     * @param lines lines of the log
     * @param lastHash hash of the last; kept elsewhere, it also tells a log that was rewritten wholly
     * @param faults each in a sentence; none when all is well
     */
    public record Result(int lines, String lastHash, List<String> faults) {

        public Result {
            faults = List.copyOf(faults);
        }
    }

    public static Result of(Path home) throws IOException {
        EventLog.Contents log = new EventLog(home).read();
        List<String> faults = new ArrayList<>(log.faults());
        for (String release : ReleaseFolder.identifiers(home)) {
            Event published = log.newest(release, EventKind.PUBLISHED);
            Path folder = home.resolve(ReleaseLayout.RELEASES).resolve(release);
            if (published == null) {
                faults.add("Release " + release + ": expected a line that it was published, found none");
            } else if (!ReleaseRegister.hashOf(folder).equals(published.sha256())) {
                faults.add("Release " + release + ": expected the hash in line " + published.number()
                        + ", found another: its files or its manifest were changed since");
            }
        }
        Event served = log.newest(null, EventKind.SERVED, EventKind.ROLLED_BACK);
        String current = ReleaseFolder.current(home).orElse("no release");
        if (served != null && !served.release().equals(current)) {
            faults.add(ReleaseLayout.CURRENT + ": expected " + served.release() + " as in line " + served.number()
                    + ", found that it names " + current);
        }
        return new Result(log.events().size(), log.lastHash(), faults);
    }
}
