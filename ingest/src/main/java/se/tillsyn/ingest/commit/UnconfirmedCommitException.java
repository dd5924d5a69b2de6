package se.tillsyn.ingest.commit;

import java.io.IOException;

/** What was committed is there, whole, but the disk did not confirm that it would outlive a power failure. */
public final class UnconfirmedCommitException extends IOException {

    private static final long serialVersionUID = 1L;

    UnconfirmedCommitException(CommittedFolder folder, IOException failure) {
        super(
                folder.id() + " was added and is whole. Expected the disk to confirm it, found: " + failure.getMessage()
                        + ". Check the disk, then start the same command again: it confirms what is there.",
                failure);
    }
}
