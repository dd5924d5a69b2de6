package se.tillsyn.analytics.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.commit.CommittedFolder;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.commit.DurableFiles;

/**
 * Where releases are and what was done to them. Published ones lie in {@code <home>/releases}; one that waits for its minute
 * lies in {@code <home>/embargoed}, which no reader ever opens. Everything happens in a {@link Turn}, under the lock of {@code
 * releases}; each turn first finishes what a killed one had begun, as the log tells.
 */
public final class ReleaseRegister {

    /** Below the home folder; not served, not listed, and not to be given to the site at all. */
    public static final String EMBARGOED = "embargoed";

    private final Path home;
    private final Clock clock;
    private final Actor actor;
    private final CommitArea published;
    private final CommitArea embargoed;
    private final EventLog log;

    public ReleaseRegister(Path home, Clock clock, Actor actor) {
        this.home = home;
        this.clock = clock;
        this.actor = actor;
        published = new CommitArea(home.resolve(ReleaseLayout.RELEASES));
        embargoed = new CommitArea(home.resolve(EMBARGOED));
        log = new EventLog(home);
    }

    /** Hash over all files of a release: SHA-256 over lines {@code <hash>  <path>} in the order of the paths. */
    public static String hashOf(Path folder) throws IOException {
        return ContentHash.ofAll(ContentHash.ofFiles(folder));
    }

    /** The same for a release whose manifest is not written yet. */
    public static String hashOf(Path folder, byte[] manifest) throws IOException {
        SortedMap<String, String> hashes = ContentHash.ofFiles(folder);
        hashes.put(CommittedFolder.MANIFEST, ContentHash.of(manifest));
        return ContentHash.ofAll(hashes);
    }

    /** The log as it stands. */
    public EventLog.Contents log() throws IOException {
        return log.read();
    }

    /** The release that waits for its minute, if any. */
    public Optional<CommittedFolder> waiting() throws IOException {
        List<CommittedFolder> all = embargoed.committed();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Published releases, oldest first. */
    public List<CommittedFolder> published() throws IOException {
        return published.committed();
    }

    /**
     * Becomes the one who may change anything.
     *
     * @throws se.tillsyn.ingest.commit.BusyException when another has the turn
     */
    public Turn begin() throws IOException {
        CommitArea.Writing writing = published.begin();
        try {
            Turn turn = new Turn(writing, log.read());
            turn.finishWhatWasBegun();
            return turn;
        } catch (IOException | RuntimeException e) {
            writing.close();
            throw e;
        }
    }

    /** One turn at the releases. */
    public final class Turn implements AutoCloseable {

        private final CommitArea.Writing writing;
        private EventLog.Contents events;

        private Turn(CommitArea.Writing writing, EventLog.Contents events) {
            this.writing = writing;
            this.events = events;
        }

        /** Sequence that the next release will have. */
        public int sequence() {
            return writing.sequence();
        }

        /** Folder to build a release in that is published at once. */
        public Path staging() {
            return writing.staging();
        }

        /**
         * Publishes what was built in {@link #staging} and serves it.
         *
         * @param hash 12 digits of its content hash
         */
        public CommittedFolder publish(String hash, byte[] manifest) throws IOException {
            String release = CommittedFolder.idOf(sequence(), hash);
            String sha256 = hashOf(staging(), manifest);
            add(EventKind.MADE, release, sha256, "");
            CommittedFolder folder = writing.commit(hash, manifest);
            add(EventKind.PUBLISHED, release, sha256, "");
            serve(EventKind.SERVED, release, sha256, "");
            return folder;
        }

        /**
         * Begins a release that waits for its minute. One at a time: its number and what it is compared with are settled when
         * it is made.
         *
         * @throws NotAllowedException when one waits already
         */
        public CommitArea.Writing beginHidden() throws IOException {
            refuseWhenOneWaits();
            return embargoed.begin(sequence());
        }

        /** Commits what was built in it; it waits for approval and for its minute. */
        public CommittedFolder hide(CommitArea.Writing hidden, String hash, byte[] manifest, Instant publishAt)
                throws IOException {
            String release = CommittedFolder.idOf(hidden.sequence(), hash);
            add(EventKind.MADE, release, hashOf(hidden.staging(), manifest), "embargoed until " + publishAt);
            return hidden.commit(hash, manifest);
        }

        /** @throws NotAllowedException when a release waits: nothing may be published past it */
        public void refuseWhenOneWaits() throws IOException {
            Optional<CommittedFolder> waiting = waiting();
            if (waiting.isPresent()) {
                throw new NotAllowedException("Expected no release to wait for its minute, found "
                        + waiting.get().id() + ". Publish it when it is due with 'tillsyn publish', or take it off with"
                        + " 'tillsyn approve " + waiting.get().id() + " --refuse'.");
            }
        }

        /** Serves a published release, whichever was served before; nothing is recorded when it is served already. */
        public void serveAgain(String release) throws IOException {
            Event served = events.newest(null, EventKind.SERVED, EventKind.ROLLED_BACK);
            if (served == null || !served.release().equals(release)) {
                serve(EventKind.SERVED, release, hashOf(published.path().resolve(release)), "");
            }
        }

        /** Moves a hidden release to the public ones and serves it. */
        void publishHidden(CommittedFolder hidden, String sha256) throws IOException {
            CommittedFolder folder = writing.take(hidden);
            add(EventKind.PUBLISHED, folder.id(), sha256, "");
            serve(EventKind.SERVED, folder.id(), sha256, "");
        }

        /** Removes a hidden release for good. */
        void removeHidden(CommittedFolder hidden) throws IOException {
            try (CommitArea.Writing inHidden = embargoed.begin()) {
                inHidden.remove(hidden);
            }
        }

        void remove(CommittedFolder folder) throws IOException {
            writing.remove(folder);
        }

        void add(EventKind kind, String release, String sha256, String note) throws IOException {
            events = log.append(events, clock.instant(), kind, release, sha256, actor.name(), note);
        }

        /** The line first: who is killed between the two is finished by the next turn. */
        void serve(EventKind kind, String release, String sha256, String note) throws IOException {
            add(kind, release, sha256, note);
            point(release);
        }

        EventLog.Contents events() {
            return events;
        }

        private void point(String release) throws IOException {
            DurableFiles.replace(
                    published.path().resolve(ReleaseLayout.CURRENT),
                    (release + "\n").getBytes(StandardCharsets.US_ASCII));
        }

        /**
         * Adds the lines of releases that are there and not told of, serves the newest that was published and never served,
         * and points {@code CURRENT} to what the log says is served.
         */
        private void finishWhatWasBegun() throws IOException {
            List<CommittedFolder> all = published.committed();
            boolean noLog = events.events().isEmpty();
            for (CommittedFolder folder : all) {
                if (events.newest(folder.id(), EventKind.PUBLISHED) == null) {
                    add(EventKind.PUBLISHED, folder.id(), hashOf(folder.path()), "found published");
                }
            }
            if (all.isEmpty()) {
                return;
            }
            CommittedFolder newest = all.get(all.size() - 1);
            @Nullable CommittedFolder toServe = null;
            if (noLog) {
                String current = ReleaseFolder.current(home).orElse("");
                toServe = all.stream()
                        .filter(folder -> folder.id().equals(current))
                        .findFirst()
                        .orElse(newest);
            } else if (events.newest(newest.id(), EventKind.SERVED, EventKind.ROLLED_BACK) == null) {
                toServe = newest;
            }
            if (toServe != null) {
                serve(EventKind.SERVED, toServe.id(), hashOf(toServe.path()), "finished later");
                return;
            }
            Event served = events.newest(null, EventKind.SERVED, EventKind.ROLLED_BACK);
            if (served != null
                    && !ReleaseFolder.current(home).equals(Optional.of(served.release()))
                    && Files.isDirectory(published.path().resolve(served.release()))) {
                point(served.release());
            }
        }

        @Override
        public void close() throws IOException {
            writing.close();
        }
    }

    Path home() {
        return home;
    }

    Actor actor() {
        return actor;
    }

    Clock clock() {
        return clock;
    }
}
