package se.tillsyn.analytics.release;

import java.io.IOException;

/** A release folder that is not what its manifest says. */
public final class DamagedReleaseException extends IOException {

    private static final long serialVersionUID = 1L;

    public DamagedReleaseException(String release, String file, String found) {
        super("Release " + release + ", file " + file + ": " + found
                + ". It is not served. Restore the release folder from a backup or publish again.");
    }
}
