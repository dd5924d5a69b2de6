package se.tillsyn.web.dataset;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCatalogue;
import se.tillsyn.web.release.ReleaseTables;

/** Datasets of the release served and of those before it. Of a few releases they are kept. */
@Component
public final class DatasetCatalogue {

    private static final int KEPT = 3;

    private final ReleaseCatalogue releases;
    private final Map<String, Datasets> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Datasets> eldest) {
            return size() > KEPT;
        }
    };

    DatasetCatalogue(ReleaseCatalogue releases) {
        this.releases = releases;
    }

    /** Datasets of the release served. */
    public Datasets current() {
        return of(releases.current().folder());
    }

    /** Datasets of a release up to the one served; empty for any other, and for a damaged one. */
    public Optional<Datasets> find(String release) {
        PublishedRelease served = releases.current();
        return releases.find(release, served).map(this::of);
    }

    private Datasets of(ReleaseFolder folder) {
        synchronized (kept) {
            return kept.computeIfAbsent(folder.manifest().release(), id -> new Datasets(ReleaseTables.of(folder)));
        }
    }
}
