package se.tillsyn.analytics.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.Findings;
import se.tillsyn.analytics.TestStore;
import se.tillsyn.analytics.cube.BoundedCases;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.cube.YearOfTopic;
import se.tillsyn.analytics.disclosure.CellName;
import se.tillsyn.analytics.disclosure.DisclosureControl;
import se.tillsyn.analytics.publication.Publication;
import se.tillsyn.analytics.publication.ReleaseContent;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;

/** What a later release learns of an earlier one: a nation that was shown and a county that was withheld. */
class EarlierReleaseTest {

    private static final YearOfTopic YEAR = new YearOfTopic("T1", "2020");

    private final Profile profile = TestStore.miniland();
    private final DisclosureControl control = new DisclosureControl(profile);

    @TempDir
    private Path home;

    private Batch batch;
    private ReleaseFolder release;

    private static DeficiencyCell cell(String level, String region, int deficient, int cases) {
        return new DeficiencyCell(
                "T1",
                level,
                region,
                "2020",
                "TOTAL",
                "TOTAL",
                "CENSUS",
                true,
                true,
                true,
                new ClusterSums(
                        1,
                        cases,
                        deficient,
                        (long) deficient * deficient,
                        (long) deficient * cases,
                        (long) cases * cases),
                3,
                1,
                BoundedCases.NONE);
    }

    private static Cube cube(int deficientInNation) {
        return new Cube(
                List.of(cell("nation", "00", deficientInNation, 60), cell("county", "C1", 2, 9)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static CellName county() {
        return CellName.of(cell("county", "C1", 2, 9));
    }

    @BeforeEach
    void publish() throws IOException {
        batch = new TestStore(home, profile)
                .add(List.of(List.of(Findings.files("F1", "U1", 2, 10).build())), true);
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T07:00:00Z"), ZoneOffset.UTC);
        new Publication(home, clock, "test")
                .publish(new ReleaseContent(
                        profile, List.of(batch), cube(30), control.publishable(Set.of(county()), Set.of()), List.of()));
        release = ReleaseFolder.open(
                home.resolve("releases").resolve(ReleaseFolder.current(home).orElseThrow()));
    }

    private Earlier beside(EarlierRelease earlier, Cube cube) throws IOException {
        return earlier.beside(cube, control, profile.description().disclosure());
    }

    @Test
    void knowsWhatWasWithheldAndThatTheStoreGivesTheSameNumbers() throws IOException {
        EarlierRelease earlier = EarlierRelease.of(release, List.of(batch));
        assertTrue(earlier.isInStore());
        assertEquals(1, earlier.batch());
        assertEquals(Set.of(county()), beside(earlier, cube(30)).rates().withheld());
        assertEquals(Set.of(), beside(earlier, cube(30)).rates().unlike());
    }

    @Test
    void findsThatTheStoreGivesOtherNumbers() throws IOException {
        EarlierRelease earlier = EarlierRelease.of(release, List.of(batch));
        assertEquals(Set.of(YEAR), beside(earlier, cube(31)).rates().unlike());
    }

    @Test
    void keepsWhatWasWithheldOfAReleaseThatTheStoreLacks() throws IOException {
        EarlierRelease earlier = EarlierRelease.of(release, List.of());
        assertFalse(earlier.isInStore());
        Cube nothing = new Cube(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        assertEquals(Set.of(county()), beside(earlier, nothing).rates().withheld());
        assertEquals(Set.of(YEAR), beside(earlier, nothing).rates().unlike());
    }
}
