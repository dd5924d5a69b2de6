package se.tillsyn.web.release;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tillsyn.analytics.release.DamagedReleaseException;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;

/**
 * Knows which release is served. Follows {@code CURRENT} without a restart: the new release is verified and read aside,
 * then takes the old one's place by one reference. A release that is damaged is never served; the one served before, or
 * the newest that can be verified, stays, and the alarm says so.
 */
public final class ReleaseCatalogue {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseCatalogue.class);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final int KEPT = 2;

    private final Path home;
    private final Clock clock;
    private final ScheduledExecutorService watcher;
    private final ConcurrentMap<String, ReleaseFolder> verified = new ConcurrentHashMap<>();
    private final Map<String, PublishedRelease> earlier = new LinkedHashMap<>();
    private final CountDownLatch looked = new CountDownLatch(1);
    private volatile State state = new State(null, null, "no release has been looked for yet");
    private Instant refusedAt = Instant.EPOCH;

    /** What is served; {@code named} is what CURRENT said then, and {@code alarm} is null when all is well. */
    private record State(
            @Nullable PublishedRelease served,
            @Nullable String named,
            @Nullable String alarm) {}

    /**
     * Begins to look for a release and looks again at every interval. Returns before the first look is done; whoever asks
     * for what is served waits for that.
     */
    public ReleaseCatalogue(Path home, Duration interval, Clock clock) {
        this.home = home;
        this.clock = clock;
        watcher = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "release-watch");
            thread.setDaemon(true);
            return thread;
        });
        watcher.execute(this::firstLook);
        ScheduledFuture<?> watch = watcher.scheduleWithFixedDelay(
                this::refresh, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("Watching releases, done: {}", watch.isDone());
    }

    private void firstLook() {
        try {
            refresh();
        } finally {
            looked.countDown();
        }
    }

    private State state() {
        try {
            looked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return state;
    }

    /**
     * The release to show. Ask once per request and hand the answer on.
     *
     * @throws NoReleaseException when there is none
     */
    public PublishedRelease current() {
        return served().orElseThrow(NoReleaseException::new);
    }

    public Optional<PublishedRelease> served() {
        return Optional.ofNullable(state().served());
    }

    /** Why something else than what {@code CURRENT} names is served; empty when all is well. */
    public Optional<String> alarm() {
        return Optional.ofNullable(state().alarm());
    }

    /** Releases up to one that is served, newest first; their files are not verified yet. */
    public List<String> publishedUpTo(PublishedRelease served) {
        List<String> ids = new ArrayList<>();
        try {
            ids.addAll(ReleaseFolder.identifiers(home));
        } catch (IOException e) {
            LOG.warn("The folder of releases cannot be listed; only the release served is shown.");
        }
        ids.removeIf(id -> id.compareTo(served.id()) >= 0);
        ids.add(served.id());
        ids.sort(Comparator.reverseOrder());
        return ids;
    }

    /** A release up to one that is served, by its identifier, verified once; empty for any other or a damaged one. */
    public Optional<ReleaseFolder> find(String id, PublishedRelease served) {
        if (served.id().equals(id)) {
            return Optional.of(served.folder());
        }
        if (!publishedUpTo(served).contains(id)) {
            return Optional.empty();
        }
        ReleaseFolder known = verified.get(id);
        return known == null ? verify(id) : Optional.of(known);
    }

    /**
     * A release up to one that is served, whole and in memory; empty for any other or a damaged one. Two earlier releases
     * are kept at a time: reading one takes seconds, and only one is read at once.
     */
    public Optional<PublishedRelease> earlier(String id, PublishedRelease served) {
        if (served.id().equals(id)) {
            return Optional.of(served);
        }
        if (!publishedUpTo(served).contains(id)) {
            return Optional.empty();
        }
        synchronized (earlier) {
            PublishedRelease known = earlier.remove(id);
            Optional<PublishedRelease> found = known == null ? loadEarlier(id) : Optional.of(known);
            found.ifPresent(release -> earlier.put(id, release));
            while (earlier.size() > KEPT) {
                earlier.remove(earlier.keySet().iterator().next());
            }
            return found;
        }
    }

    private Optional<PublishedRelease> loadEarlier(String id) {
        try {
            return load(id);
        } catch (IOException e) {
            LOG.warn("Release {} is asked for and cannot be read.", id);
            return Optional.empty();
        }
    }

    /** Takes up what {@code CURRENT} names now. */
    final synchronized void refresh() {
        try {
            String named = ReleaseFolder.current(home).orElse(null);
            boolean retry = state.alarm() != null && clock.instant().isAfter(refusedAt.plus(RETRY));
            if (retry || !Objects.equals(named, state.named())) {
                state = choose(named);
            }
        } catch (IOException e) {
            state = new State(state.served(), state.named(), "CURRENT cannot be read");
            LOG.warn("CURRENT cannot be read; the release served stays.");
        }
    }

    private State choose(@Nullable String named) throws IOException {
        PublishedRelease before = state.served();
        if (named != null) {
            if (before != null && before.id().equals(named)) {
                return new State(before, named, null);
            }
            Optional<PublishedRelease> wanted = load(named);
            if (wanted.isPresent()) {
                LOG.info("Serving release {}.", named);
                return new State(wanted.get(), named, null);
            }
        }
        refusedAt = clock.instant();
        String alarm = named == null
                ? "CURRENT names no release"
                : "CURRENT names " + named + ", which is damaged or not public yet";
        if (before == null) {
            before = newest(named).orElse(null);
        }
        if (!alarm.equals(state.alarm())) {
            LOG.warn("{}; served instead: {}.", alarm, before == null ? "nothing" : before.id());
        }
        return new State(before, named, alarm);
    }

    private Optional<PublishedRelease> newest(@Nullable String named) throws IOException {
        List<String> ids = new ArrayList<>(ReleaseFolder.identifiers(home));
        ids.sort(Comparator.reverseOrder());
        for (String id : ids) {
            if (named == null || id.compareTo(named) < 0) {
                Optional<PublishedRelease> found = load(id);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<PublishedRelease> load(String id) throws IOException {
        try {
            PublishedRelease release = ReleaseLoader.load(folder(id));
            if (release.publishedAt().isAfter(clock.instant())) {
                return Optional.empty();
            }
            return Optional.of(release);
        } catch (DamagedReleaseException e) {
            LOG.error(e.getMessage());
            return Optional.empty();
        } catch (DateTimeParseException e) {
            LOG.error("Release {}, file manifest.json: published_at is no instant.", id);
            return Optional.empty();
        }
    }

    private Optional<ReleaseFolder> verify(String id) {
        try {
            ReleaseFolder folder = ReleaseFolder.open(folder(id));
            folder.verify();
            verified.put(id, folder);
            return Optional.of(folder);
        } catch (IOException e) {
            LOG.warn("Release {} is asked for and cannot be verified.", id);
            return Optional.empty();
        }
    }

    private Path folder(String id) {
        return home.resolve(ReleaseLayout.RELEASES).resolve(id);
    }

    @PreDestroy
    void close() {
        watcher.shutdownNow();
    }
}
