package se.tillsyn.web.dataset;

import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCatalogue;
import se.tillsyn.web.release.ReleaseTables;

/**
 * Datasets of the release served and of those before it. Of a few releases they are kept. Those of the release served are
 * made aside, so that the first reader of the catalogue does not wait for them; their figures are read when asked for.
 */
@Component
public final class DatasetCatalogue {

    private static final Logger LOG = LoggerFactory.getLogger(DatasetCatalogue.class);
    private static final int KEPT = 3;

    private final ReleaseCatalogue releases;
    private final ScheduledExecutorService maker;
    private final Map<String, Datasets> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Datasets> eldest) {
            return size() > KEPT;
        }
    };
    private String prepared = "";

    DatasetCatalogue(ReleaseCatalogue releases) {
        this.releases = releases;
        maker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "datasets");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** From now on, datasets of a new release are made when it takes the old one's place. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        ScheduledFuture<?> making = maker.scheduleWithFixedDelay(this::prepare, 0, 1, TimeUnit.SECONDS);
        LOG.debug("Making datasets aside, done: {}", making.isDone());
    }

    private void prepare() {
        PublishedRelease served = releases.served().orElse(null);
        if (served == null || served.id().equals(prepared)) {
            return;
        }
        prepared = served.id();
        try {
            int made = of(served).all().size();
            LOG.debug("Made {} datasets of release {}.", made, prepared);
        } catch (RuntimeException e) {
            // Whoever asks for the dataset gets the same fault as an answer.
            LOG.warn(
                    "A dataset of release {} cannot be made ({}).",
                    prepared,
                    e.getClass().getSimpleName());
        }
    }

    /** Datasets of the release served. */
    public Datasets current() {
        return of(releases.current());
    }

    /** Datasets of a release up to the one served; empty for any other, and for a damaged one. */
    public Optional<Datasets> find(String release) {
        PublishedRelease served = releases.current();
        return served.id().equals(release)
                ? Optional.of(of(served))
                : releases.find(release, served)
                        .map(folder -> of(folder.manifest().release(), () -> ReleaseTables.of(folder)));
    }

    /**
     * Datasets of a release that a request holds. It need not be the one served any more: a request that began before an
     * earlier release took its place again ends with the one that it began with.
     */
    public Datasets of(PublishedRelease held) {
        return of(held.id(), () -> ReleaseTables.of(held));
    }

    private Datasets of(String release, Supplier<ReleaseTables> tables) {
        synchronized (kept) {
            return kept.computeIfAbsent(release, id -> new Datasets(tables.get()));
        }
    }

    @PreDestroy
    void close() {
        maker.shutdownNow();
    }
}
