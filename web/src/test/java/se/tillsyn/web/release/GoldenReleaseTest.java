package se.tillsyn.web.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.release.Status;

/** The release format from the reader's side: the release that the writer's tests keep as bytes says what it was made to say. */
class GoldenReleaseTest {

    private static final Path GOLDEN = Path.of("..", "analytics", "src", "test", "resources", "golden-release");

    private static PublishedRelease golden() throws IOException {
        try (Stream<Path> entries = Files.list(GOLDEN)) {
            List<Path> releases = entries.filter(Files::isDirectory).toList();
            assertEquals(1, releases.size(), "one release is kept");
            return ReleaseLoader.load(releases.get(0));
        }
    }

    @Test
    void readsTheNationsRates() throws IOException {
        Cell nation = golden().total("T1", "00", "2020");
        assertEquals(Status.VALUE, nation.cases().status());
        assertEquals(30, nation.cases().deficient());
        assertEquals(60, nation.cases().assessed());
        assertEquals(0.5, nation.cases().rate());
        // Wilson, 95 %, of 30 in 60 and of 2 in 3: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
        assertEquals(0.377350, nation.cases().lower(), 1e-6);
        assertEquals(0.622650, nation.cases().upper(), 1e-6);
        assertEquals(2, nation.units().deficient());
        assertEquals(3, nation.units().assessed());
        assertEquals(0.207660, nation.units().lower(), 1e-6);
        assertEquals(0.938508, nation.units().upper(), 1e-6);
        assertTrue(nation.synthetic());
    }

    @Test
    void readsNothingOfTheCountysWithheldFiles() throws IOException {
        Cell county = golden().total("T1", "C1", "2020");
        assertEquals(Observation.without(Status.SUPPRESSED), county.cases());
        assertEquals(1, county.units().deficient());
        assertEquals(1, county.units().assessed());
        assertEquals(
                Status.NOT_AVAILABLE, golden().total("T1", "C3", "2020").cases().status());
    }

    @Test
    void readsTheStatementAsABand() throws IOException {
        PublishedRelease release = golden();
        List<Statement> statements =
                release.statements(release.codes().topics().find("T1").orElseThrow());
        assertEquals(1, statements.size());
        Statement.Band band = (Statement.Band) statements.get(0).quantity();
        assertEquals(9, band.low());
        assertEquals(16, band.high());
        assertEquals(16, band.of());
        assertEquals(0.5625, band.rateLow());
        assertEquals(1.0, band.rateHigh());
    }

    @Test
    void readsWhatTheReleaseSaysOfItself() throws IOException {
        PublishedRelease release = golden();
        assertEquals(Instant.parse("2026-03-01T07:00:00Z"), release.publishedAt());
        assertEquals(2, release.manifest().sequence());
        assertEquals("Miniland", release.manifest().name().en());
        assertEquals(List.of("2020"), release.manifest().periods());
    }
}
