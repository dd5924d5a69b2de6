package se.tillsyn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.audit.release.AuditReport;
import se.tillsyn.analytics.audit.release.ReleaseAudit;
import se.tillsyn.analytics.audit.release.Thresholds;
import se.tillsyn.analytics.cube.BoundedCases;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.disclosure.CellName;
import se.tillsyn.analytics.disclosure.DisclosureControl;
import se.tillsyn.analytics.disclosure.TopicYear;
import se.tillsyn.analytics.publication.Publication;
import se.tillsyn.analytics.publication.ReleaseContent;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;

/** Drawn tables, protected by the suppressor and attacked by the audit, which share no code. */
class ProtectedReleaseTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T07:00:00Z"), ZoneOffset.UTC);
    private static final int DRAWN = 25;
    private static final String TOTAL = "TOTAL";

    /** As miniland has them: one county in two groups, one in none. */
    private static final Map<String, List<String>> GROUPS_OF =
            Map.of("C1", List.of("G1"), "C2", List.of("G1", "G2"), "C3", List.of("G2"), "C4", List.of());

    private final Profile profile = TestStore.miniland();
    private final DisclosureControl control = new DisclosureControl(profile);

    @TempDir
    private Path home;

    private record Name(String level, String region, String period, String age, String type) {}

    private static final class Sums {
        private long files;
        private long deficient;
        private int operations;
        private int deficientOperations;
    }

    /** Operations with files of one age, type and quarter each, added into every cell that miniland's plan publishes. */
    private static List<DeficiencyCell> draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Name, Sums> cells = new TreeMap<>(java.util.Comparator.comparing(Name::toString));
        int operations = 20 + random.nextInt(60);
        for (int i = 0; i < operations; i++) {
            String county = "C" + (1 + random.nextInt(4));
            String type = List.of("BOARD", "HOME").get(random.nextInt(2));
            String age = List.of("15-17", "18-25", "26+").get(random.nextInt(3));
            String quarter = "2020-Q" + (1 + random.nextInt(4));
            int files = 1 + random.nextInt(12);
            int deficient = random.nextInt(files + 1);
            List<Name> names = new ArrayList<>();
            for (String ofAge : List.of(TOTAL, age)) {
                for (String ofType : List.of(TOTAL, type)) {
                    names.add(new Name("nation", "00", "2020", ofAge, ofType));
                }
                names.add(new Name("nation", "00", quarter, ofAge, TOTAL));
            }
            names.add(new Name("county", county, "2020", TOTAL, TOTAL));
            names.add(new Name("county", county, "2020", age, TOTAL));
            names.add(new Name("county", county, "2020", TOTAL, type));
            for (String group : GROUPS_OF.getOrDefault(county, List.of())) {
                names.add(new Name("region_group", group, "2020", TOTAL, TOTAL));
                names.add(new Name("region_group", group, "2020", TOTAL, type));
            }
            for (Name name : names) {
                Sums sums = cells.computeIfAbsent(name, any -> new Sums());
                sums.files += files;
                sums.deficient += deficient;
                sums.operations++;
                sums.deficientOperations += deficient > 0 ? 1 : 0;
            }
        }
        return cells.entrySet().stream()
                .map(cell -> cell(cell.getKey(), cell.getValue()))
                .toList();
    }

    private static DeficiencyCell cell(Name name, Sums sums) {
        return new DeficiencyCell(
                "T1",
                name.level(),
                name.region(),
                name.period(),
                name.age(),
                name.type(),
                "CENSUS",
                true,
                true,
                true,
                false,
                new ClusterSums(
                        sums.operations,
                        sums.files,
                        sums.deficient,
                        sums.deficient * sums.deficient,
                        sums.deficient * sums.files,
                        sums.files * sums.files),
                sums.operations,
                sums.deficientOperations,
                BoundedCases.NONE);
    }

    private static Cube cubeOf(List<DeficiencyCell> cells) {
        return new Cube(cells, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

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
            List<DeficiencyCell> cells = draw(seed);
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
            List<DeficiencyCell> cells = draw(seed);
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
