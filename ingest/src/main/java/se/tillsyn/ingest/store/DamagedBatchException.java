package se.tillsyn.ingest.store;

import java.io.IOException;

/** A committed batch is no longer what was committed. */
public final class DamagedBatchException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedBatchException(String batch, String file, String found) {
        super("Batch " + batch + ", file " + file + ": " + found + ". Restore the batch folder from a backup; nothing"
                + " is computed from a damaged store.");
    }
}
