package se.tillsyn.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;

/** Finds the release that a command names by its identifier or its sequence number. */
final class ReleaseNames {

    private ReleaseNames() {}

    /**
     * The published release of that name.
     *
     * @throws CannotReleaseException when there is none
     */
    static ReleaseFolder published(String command, Path home, String name) throws IOException {
        List<String> known = ReleaseFolder.identifiers(home);
        String id = known.stream()
                .filter(one -> one.equals(name) || isSequence(one, name))
                .findFirst()
                .orElseThrow(() -> new CannotReleaseException(
                        command + ": expected the identifier or the sequence number of a release below "
                                + home.resolve(ReleaseLayout.RELEASES).toAbsolutePath() + ", found none such among "
                                + known.size() + " releases."));
        return ReleaseFolder.open(home.resolve(ReleaseLayout.RELEASES).resolve(id));
    }

    private static boolean isSequence(String id, String name) {
        return name.matches("\\d{1,6}") && Integer.parseInt(id.substring(0, id.indexOf('-'))) == Integer.parseInt(name);
    }
}
