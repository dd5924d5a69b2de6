package se.tillsyn.analytics.change;

import java.nio.file.Path;
import java.util.List;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseFolder;

/**
 * A release as it is compared: its tables, and what it was made of. One that is being made has no manifest yet.
 *
 * @param folder where its tables are
 * @param batch identifier of its newest batch
 * @param profileHash hash of its profile
 * @param methodVersion version of its methods
 * @param codeVersion version of the program that made it
 * @param held where it holds back findings, and as known after which batch its figures are there
 */
public record Edition(
        Path folder,
        String batch,
        String profileHash,
        String methodVersion,
        String codeVersion,
        List<Manifest.Held> held) {

    public Edition {
        held = List.copyOf(held);
    }

    public static Edition of(ReleaseFolder release) {
        Manifest manifest = release.manifest();
        return new Edition(
                release.path(),
                manifest.batch(),
                manifest.profile().hash(),
                manifest.methodVersion(),
                manifest.codeVersion(),
                manifest.heldBack());
    }
}
