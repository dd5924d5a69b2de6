package se.tillsyn.ingest.commit;

import java.io.IOException;
import java.nio.file.Path;

/** Another process is writing to the same area. Nothing was changed; trying again later is safe. */
public final class BusyException extends IOException {

    private static final long serialVersionUID = 1L;

    BusyException(Path lockFile) {
        super("Another run is writing to " + lockFile.toAbsolutePath().getParent()
                + ": expected to be the only writer, found its lock held. Nothing was changed. Wait for that run to"
                + " end, then start this one again.");
    }
}
