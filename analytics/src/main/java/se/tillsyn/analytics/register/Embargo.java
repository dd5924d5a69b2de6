package se.tillsyn.analytics.register;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.ingest.commit.CommittedFolder;

/**
 * The two-person rule: a release that was made with a minute of publication becomes public when that minute has come and
 * somebody other than its maker has approved of it, byte for byte as it is.
 */
public final class Embargo {

    private static final String TAKEN_OFF = "taken off";

    private final ReleaseRegister register;

    public Embargo(ReleaseRegister register) {
        this.register = register;
    }

    /** What {@link #publishDue} did. */
    public enum Outcome {
        /** No release waits. */
        NOTHING_WAITS,
        /** Its minute has not come. */
        NOT_DUE,
        /** It is public and served. */
        PUBLISHED
    }

    /**
     * Records that the actor approves of the waiting release as it is.
     *
     * @throws NotAllowedException when the release does not wait, the actor made it, it is not as it was made, or the log is
     *     not as it was written
     */
    public void approve(String release) throws IOException {
        try (ReleaseRegister.Turn turn = register.begin()) {
            CommittedFolder folder = waiting("Approve", release);
            refuseFaultyLog("Approve", turn);
            String sha256 = ReleaseRegister.hashOf(folder.path());
            Event made = turn.events().newest(folder.id(), EventKind.MADE);
            if (made == null || !made.sha256().equals(sha256)) {
                refuse(
                        turn,
                        folder,
                        sha256,
                        "not as it was made",
                        "Approve: expected release " + folder.id() + " to be as it was made, found other bytes."
                                + " Take it off with --refuse and make it again.");
            } else if (made.by().equals(register.actor().name())) {
                refuse(
                        turn,
                        folder,
                        sha256,
                        "approved by its maker",
                        "Approve: expected somebody other than the maker of release " + folder.id()
                                + ", found the same user. A colleague must approve of it.");
            }
            turn.add(EventKind.APPROVED, folder.id(), sha256, "");
        }
    }

    /** Takes the waiting release off and removes it. */
    public void takeOff(String release) throws IOException {
        try (ReleaseRegister.Turn turn = register.begin()) {
            CommittedFolder folder = waiting("Refuse", release);
            turn.add(EventKind.REFUSED, folder.id(), ReleaseRegister.hashOf(folder.path()), TAKEN_OFF);
            turn.removeHidden(folder);
        }
    }

    /**
     * Publishes the waiting release when it is due and approved.
     *
     * @throws NotAllowedException when it is due and not approved, or approved by its maker, or changed since; when the log is
     *     not as it was written; or when the clock is behind the log's last line
     */
    public Outcome publishDue() throws IOException {
        try (ReleaseRegister.Turn turn = register.begin()) {
            CommittedFolder folder = register.waiting().orElse(null);
            if (folder == null) {
                return Outcome.NOTHING_WAITS;
            }
            refuseFaultyLog("Publish", turn);
            Instant now = register.clock().instant();
            Event last = turn.events().last();
            if (last != null && now.isBefore(last.instant())) {
                throw new NotAllowedException("Publish: expected a clock not behind the last line of the log, "
                        + last.time() + ", found " + now + ". Set the clock right, then start again.");
            }
            Instant due =
                    Instant.parse(ReleaseFolder.open(folder.path()).manifest().publishedAt());
            if (now.isBefore(due)) {
                return Outcome.NOT_DUE;
            }
            String sha256 = ReleaseRegister.hashOf(folder.path());
            refuseUnlessApproved(turn, folder, sha256);
            turn.publishHidden(folder, sha256);
            return Outcome.PUBLISHED;
        }
    }

    private static void refuseUnlessApproved(ReleaseRegister.Turn turn, CommittedFolder folder, String sha256)
            throws IOException {
        Event made = turn.events().newest(folder.id(), EventKind.MADE);
        Event approved = turn.events().newest(folder.id(), EventKind.APPROVED);
        boolean standing = made != null
                && approved != null
                && approved.number() > made.number()
                && turn.events().events().stream()
                        .noneMatch(event -> event.number() > approved.number()
                                && event.release().equals(folder.id())
                                && event.note().equals(TAKEN_OFF));
        if (made == null || approved == null || !standing) {
            refuse(
                    turn,
                    folder,
                    sha256,
                    "due and not approved",
                    "Publish: release " + folder.id()
                            + " is due. Expected an approval by somebody other than its maker,"
                            + " found none. Approve of it with 'tillsyn approve " + folder.id() + "'.");
        } else if (!approved.sha256().equals(sha256) || !made.sha256().equals(sha256)) {
            refuse(
                    turn,
                    folder,
                    sha256,
                    "changed since it was approved",
                    "Publish: expected release " + folder.id() + " to be as it was approved, found other bytes."
                            + " Take it off with 'tillsyn approve " + folder.id() + " --refuse' and make it again.");
        } else if (approved.by().equals(made.by())) {
            refuse(
                    turn,
                    folder,
                    sha256,
                    "approved by its maker",
                    "Publish: expected release " + folder.id() + " to be approved by somebody other than its maker,"
                            + " found the same user in the log.");
        }
    }

    /** Records it once, not every minute that a scheduler asks again. */
    private static void refuse(
            ReleaseRegister.Turn turn, CommittedFolder folder, String sha256, String note, String message)
            throws IOException {
        Event last = turn.events().last();
        boolean told = last != null
                && last.event() == EventKind.REFUSED
                && last.release().equals(folder.id())
                && last.note().equals(note);
        if (!told) {
            turn.add(EventKind.REFUSED, folder.id(), sha256, note);
        }
        throw new NotAllowedException(message);
    }

    private CommittedFolder waiting(String command, String release) throws IOException {
        @Nullable CommittedFolder folder = register.waiting().orElse(null);
        if (folder == null
                || !(folder.id().equals(release)
                        || Integer.toString(folder.sequence()).equals(release))) {
            throw new NotAllowedException(command
                    + ": expected the identifier or number of the release that waits below "
                    + register.home().resolve(ReleaseRegister.EMBARGOED).toAbsolutePath() + ", found "
                    + (folder == null ? "that none waits." : "another name. 'tillsyn publish' tells which one waits."));
        }
        return folder;
    }

    private static void refuseFaultyLog(String command, ReleaseRegister.Turn turn) throws NotAllowedException {
        if (!turn.events().faults().isEmpty()) {
            throw new NotAllowedException(command + ": expected the log " + EventLog.FILE
                    + " to be as it was written, found: "
                    + turn.events().faults().get(0)
                    + ". Restore it from a backup. 'tillsyn verify' tells all its faults.");
        }
    }
}
