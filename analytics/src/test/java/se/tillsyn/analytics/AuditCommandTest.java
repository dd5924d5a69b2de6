package se.tillsyn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.cube.BoundedCases;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.disclosure.CellName;
import se.tillsyn.analytics.disclosure.DisclosureControl;
import se.tillsyn.analytics.disclosure.PrimaryRule;
import se.tillsyn.analytics.publication.Publication;
import se.tillsyn.analytics.publication.ReleaseContent;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;

class AuditCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T07:00:00Z"), ZoneOffset.UTC);

    private final Profile profile = TestStore.miniland();

    @TempDir
    private Path home;

    private static DeficiencyCell cell(String region, int deficient, int cases) {
        return new DeficiencyCell(
                "T1",
                region.equals("00") ? "nation" : "county",
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
                1,
                1,
                BoundedCases.NONE);
    }

    private void publish(DeficiencyCell... cells) throws IOException {
        Batch batch = new TestStore(home, profile)
                .add(List.of(List.of(Findings.files("F1", "U1", 2, 10).build())), true);
        // As if only the primary rule were applied.
        PrimaryRule rule = new DisclosureControl(profile).rule();
        Set<CellName> withheld = Arrays.stream(cells)
                .filter(cell ->
                        rule.withholds(cell.cases().deficient(), cell.cases().cases()))
                .map(CellName::of)
                .collect(Collectors.toSet());
        Cube cube = new Cube(List.of(cells), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        new Publication(home, CLOCK, "test")
                .publish(new ReleaseContent(
                        profile,
                        List.of(batch),
                        cube,
                        new DisclosureControl(profile).publishable(withheld, Set.of()),
                        List.of()));
    }

    @Test
    void passesAReleaseThatWithholdsNothing() throws IOException {
        publish(cell("00", 30, 60), cell("C1", 10, 20), cell("C2", 20, 40));
        assertEquals(0, Main.run("audit", "--home", home.toString()));
    }

    /** C1 has the nation's files less those of C2. */
    @Test
    void stopsAReleaseThatGivesACellAway() throws IOException {
        publish(cell("00", 23, 49), cell("C1", 3, 9), cell("C2", 20, 40));
        Path report = home.resolve("report.json");
        assertEquals(5, Main.run("audit", "--home", home.toString(), "--report", report.toString()));
        String release = ReleaseFolder.current(home).orElseThrow();
        String json = Files.readString(report, StandardCharsets.UTF_8).replace(release, "");
        assertTrue(json.contains("\"DERIVABLE\"") && json.contains("\"C1\""), json);
        assertFalse(json.contains("49") || json.contains("40"), json);
    }

    @Test
    void tellsAMissingReleaseFromABreach() throws IOException {
        assertEquals(1, Main.run("audit", "--home", home.toString()));
        publish(cell("00", 30, 60));
        assertEquals(1, Main.run("audit", "--home", home.toString(), "000009-000000000000"));
        assertEquals(2, Main.run("audit", "--home", home.toString(), "--unknown"));
    }
}
