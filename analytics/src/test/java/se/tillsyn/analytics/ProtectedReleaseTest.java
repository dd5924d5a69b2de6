package se.tillsyn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.analytics.DrawnOperation.cells;
import static se.tillsyn.analytics.DrawnOperation.cubeOf;
import static se.tillsyn.analytics.DrawnOperation.draw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.audit.release.AuditReport;
import se.tillsyn.analytics.audit.release.ReleaseAudit;
import se.tillsyn.analytics.audit.release.Thresholds;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.disclosure.CellName;
import se.tillsyn.analytics.disclosure.DisclosureControl;
import se.tillsyn.analytics.disclosure.TopicYear;
import se.tillsyn.analytics.publication.Publication;
import se.tillsyn.analytics.publication.ReleaseContent;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;

/** Drawn tables, protected by the suppressor and attacked by the audit, which share no code. */
class ProtectedReleaseTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T07:00:00Z"), ZoneOffset.UTC);
    private static final int DRAWN = 25;

    private final Profile profile = TestStore.miniland();
    private final DisclosureControl control = new DisclosureControl(profile);

    @TempDir
    private Path home;

    private Set<CellName> protect(List<DeficiencyCell> cells) {
        Set<CellName> withheld = new HashSet<>();
        for (TopicYear block : control.rates(cubeOf(cells))) {
            for (int cell : block.protect(control.window())) {
                block.topics().forEach(topic -> withheld.add(topic.get(cell)));
            }
        }
        return withheld;
    }

    private Set<CellName> primary(List<DeficiencyCell> cells) {
        Set<CellName> primary = new HashSet<>();
        for (DeficiencyCell cell : cells) {
            if (control.rule().withholds(cell.cases().deficient(), cell.cases().cases())) {
                primary.add(CellName.of(cell));
            }
        }
        return primary;
    }

    private AuditReport audit(String folder, List<DeficiencyCell> cells, Set<CellName> withheld) throws IOException {
        Path at = Files.createDirectories(home.resolve(folder));
        Batch batch = new TestStore(at, profile)
                .add(List.of(List.of(Findings.files("F1", "U1", 2, 10).build())), true);
        AuditReport[] report = new AuditReport[1];
        Thresholds thresholds = new Thresholds(
                control.rule().minCases(),
                control.rule().minDeficient(),
                control.rule().minGroup());
        new Publication(at, CLOCK, "test")
                .gatedBy((staging, earlier) -> report[0] =
                        ReleaseAudit.of(staging, earlier, thresholds).report())
                .publish(new ReleaseContent(
                        profile, List.of(batch), cubeOf(cells), control.publishable(withheld, Set.of()), List.of()));
        return report[0];
    }

    @Test
    void whatIsProtectedWithstandsTheAudit() throws IOException {
        int secondary = 0;
        for (int seed = 1; seed <= DRAWN; seed++) {
            List<DeficiencyCell> cells = cells(draw(seed, 20, 80));
            Set<CellName> withheld = protect(cells);
            assertTrue(withheld.containsAll(primary(cells)), "seed " + seed);
            secondary += withheld.size() - primary(cells).size();
            AuditReport report = audit("safe-" + seed, cells, withheld);
            assertEquals(List.of(), report.breaches(), "seed " + seed);
        }
        assertTrue(secondary > DRAWN, "the drawn tables need secondary suppression");
    }

    /** Each cell that was withheld for others is published alone; the audit must notice wherever that tells anything. */
    @Test
    void publishingACellThatProtectsOthersRaisesTheAlarm() throws IOException {
        int published = 0;
        int alarms = 0;
        for (int seed = 1; seed <= 3; seed++) {
            List<DeficiencyCell> cells = cells(draw(seed, 20, 80));
            Set<CellName> withheld = protect(cells);
            Set<CellName> secondary = new HashSet<>(withheld);
            secondary.removeAll(primary(cells));
            for (CellName cell : secondary.stream().sorted(CellName.ORDER).toList()) {
                Set<CellName> fewer = new HashSet<>(withheld);
                fewer.remove(cell);
                published++;
                alarms += audit("mutant-" + published, cells, fewer).passed() ? 0 : 1;
            }
        }
        assertTrue(published > 5, "mutants: " + published);
        assertTrue(alarms > published / 2, alarms + " alarms of " + published);
    }
}
