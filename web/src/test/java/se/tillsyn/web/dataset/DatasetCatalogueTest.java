package se.tillsyn.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCatalogue;
import se.tillsyn.web.release.ReleaseWriter;
import se.tillsyn.web.release.SmallRelease;

/** Which release's datasets a request gets. */
final class DatasetCatalogueTest {

    private static final Clock LATER = Clock.fixed(Instant.parse("2026-12-24T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    @Test
    void aRequestKeepsItsReleaseWhenAnEarlierOneIsServedAgain() throws IOException, InterruptedException {
        String first = SmallRelease.publish(home, 1);
        String second = SmallRelease.publish(home, 2);
        ReleaseCatalogue releases = new ReleaseCatalogue(home, Duration.ofMillis(100), LATER);
        DatasetCatalogue datasets = new DatasetCatalogue(releases);
        PublishedRelease held = releases.current();
        assertThat(held.id()).isEqualTo(second);
        ReleaseWriter.serve(home, first);
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!releases.current().id().equals(first) && System.nanoTime() < patience) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(releases.current().id()).isEqualTo(first);
        assertThat(datasets.of(held).release().release()).isEqualTo(second);
        assertThat(datasets.of(held).find("rates")).isPresent();
        assertThat(datasets.find(second))
                .as("to whoever asks for it by name it is gone")
                .isEmpty();
        datasets.close();
    }
}
