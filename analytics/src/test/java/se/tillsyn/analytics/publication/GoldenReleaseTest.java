package se.tillsyn.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.ingest.commit.ContentHash;

/**
 * The release format from the writer's side: a small release is kept as bytes, and writing it again gives the same. The site
 * reads the same folder in its own tests. A change of these bytes is a change for every reader: it goes in a commit of its
 * own that says what changed. {@code -Dtillsyn.golden=DIR} leaves the release as it is written now in a folder that does not exist.
 */
class GoldenReleaseTest {

    @TempDir
    private Path home;

    /** The second of two releases, so that it tells changes; one cell is withheld in both. */
    private Path written() throws IOException {
        PublicationTest.publish(
                home,
                List.of(
                        PublicationTest.cell("00", 29, 60, 2, 3),
                        PublicationTest.cell("C1", 2, 9, 1, 1),
                        PublicationTest.cell("C2", 27, 51, 1, 2)));
        PublicationTest.publish(
                home,
                List.of(
                        PublicationTest.cell("00", 30, 60, 2, 3),
                        PublicationTest.cell("C1", 3, 9, 1, 1),
                        PublicationTest.cell("C2", 27, 51, 1, 2)));
        return home.resolve(ReleaseLayout.RELEASES)
                .resolve(ReleaseFolder.current(home).orElseThrow());
    }

    private static Path golden() throws IOException {
        try {
            Path folder = Path.of(Objects.requireNonNull(GoldenReleaseTest.class.getResource("/golden-release"))
                    .toURI());
            try (Stream<Path> entries = Files.list(folder)) {
                List<Path> releases = entries.filter(Files::isDirectory).toList();
                assertEquals(1, releases.size(), "one release is kept");
                return releases.get(0);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void writingItAgainGivesTheSameBytes() throws IOException {
        Path release = written();
        String kept = System.getProperty("tillsyn.golden");
        if (kept != null) {
            copy(release, Path.of(kept).resolve(release.getFileName().toString()));
        }
        Path golden = golden();
        assertEquals(golden.getFileName().toString(), release.getFileName().toString());
        assertEquals(ContentHash.ofFiles(golden), ContentHash.ofFiles(release));
    }

    /** Written by hand from the cells above: nothing of the county's files, in any text file. */
    @Test
    void theKeptReleaseIsWholeAndTellsWhatItShould() throws IOException {
        ReleaseFolder release = ReleaseFolder.open(golden());
        release.verify();
        assertEquals(
                List.of(
                        "table,topic,region,period,age_group,operation_type,office,statement,column,before,after,kind,"
                                + "reason",
                        "rates_nation,T1,00,2020,TOTAL,TOTAL,,,cases_deficient,29,30,CHANGED,",
                        "rates_nation,T1,00,2020,TOTAL,TOTAL,,,case_rate,0.48333333333333334,0.5,CHANGED,"),
                Files.readAllLines(release.file(ReleaseLayout.CHANGES)).stream()
                        .filter(line -> !line.startsWith("rates_nation") || !line.contains("case_rate_"))
                        .map(line -> line.replaceAll("CHANGED,.*", "CHANGED,"))
                        .toList());
        String county =
                Files.readAllLines(release.file("tables/rates_county.csv")).get(1);
        assertTrue(county.startsWith("T1,C1,2020,TOTAL,TOTAL,CENSUS,,,,,,,,,c,1,1,1,"), county);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                if (!Files.isDirectory(path)) {
                    Files.copy(path, target);
                }
            }
        }
    }
}
