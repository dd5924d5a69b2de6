package se.tillsyn.analytics.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.ingest.commit.CommittedFolder;

/** Which of the published releases is served, and which are kept. */
public final class Shelf {

    private final ReleaseRegister register;

    public Shelf(ReleaseRegister register) {
        this.register = register;
    }

    /**
     * Serves an earlier release again; every file of it is compared with its manifest first.
     *
     * @throws NotAllowedException when it is the one served
     * @throws se.tillsyn.analytics.release.DamagedReleaseException when it is not as it was published
     */
    public void rollBackTo(ReleaseFolder release) throws IOException {
        release.verify();
        String id = release.manifest().release();
        try (ReleaseRegister.Turn turn = register.begin()) {
            Event served = turn.events().newest(null, EventKind.SERVED, EventKind.ROLLED_BACK);
            if (served != null && served.release().equals(id)) {
                throw new NotAllowedException("Rollback: expected a release that is not served, found that " + id
                        + " is. Nothing was changed.");
            }
            turn.serve(
                    EventKind.ROLLED_BACK,
                    id,
                    ReleaseRegister.hashOf(release.path()),
                    served == null ? "" : "from " + served.release());
        }
    }

    /**
     * Removes all but the newest releases. Also kept: the one served, and the predecessor of one that waits for its
     * minute, which its list of changes refers to.
     *
     * @param keep how many of the newest to keep, at least 1
     * @return identifiers of those removed, oldest first
     */
    public List<String> retire(int keep) throws IOException {
        if (keep < 1) {
            throw new IllegalArgumentException("expected to keep at least 1 release");
        }
        List<String> retired = new ArrayList<>();
        try (ReleaseRegister.Turn turn = register.begin()) {
            List<CommittedFolder> all = register.published();
            List<String> kept = new ArrayList<>();
            Event served = turn.events().newest(null, EventKind.SERVED, EventKind.ROLLED_BACK);
            if (served != null) {
                kept.add(served.release());
            }
            CommittedFolder waiting = register.waiting().orElse(null);
            if (waiting != null) {
                String predecessor =
                        ReleaseFolder.open(waiting.path()).manifest().predecessor();
                kept.add(predecessor == null ? "" : predecessor);
            }
            for (int i = 0; i < all.size() - keep; i++) {
                CommittedFolder folder = all.get(i);
                if (!kept.contains(folder.id())) {
                    turn.add(EventKind.RETIRED, folder.id(), ReleaseRegister.hashOf(folder.path()), "");
                    turn.remove(folder);
                    retired.add(folder.id());
                }
            }
        }
        return retired;
    }
}
