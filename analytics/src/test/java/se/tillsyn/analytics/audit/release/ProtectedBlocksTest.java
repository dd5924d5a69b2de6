package se.tillsyn.analytics.audit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.DrawnNation;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.disclosure.CellName;
import se.tillsyn.analytics.disclosure.DisclosureControl;
import se.tillsyn.analytics.disclosure.TopicYear;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.Profile;

/** The audit finds nothing in what disclosure control protects, and something as soon as one of its cells is shown. */
class ProtectedBlocksTest {

    private static final int CELLS = 3_000;
    private static final String VIEW = "inspected";

    private final Profile profile = Profile.load("sweden");
    private final DisclosureControl control = new DisclosureControl(profile);
    private final List<DeficiencyCell> drawn = new DrawnNation(profile).cells(CELLS);
    private final List<TopicYear> blocks =
            control.rates(new Cube(drawn, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));

    @Test
    void nothingThatIsWithheldCanBeFoundOut() {
        Map<Verdict, Long> verdicts = verdicts(withheld());

        assertTrue(verdicts.values().stream().mapToLong(Long::longValue).sum() > 1_000, verdicts::toString);
        assertEquals(
                List.of(),
                verdicts.keySet().stream()
                        .filter(verdict -> verdict.breach() != null)
                        .toList(),
                verdicts::toString);
    }

    /** The largest cell that was withheld for others, shown. */
    @Test
    void whatIsWithheldForOthersMatters() {
        Set<CellName> withheld = withheld();
        DeficiencyCell largest = drawn.stream()
                .filter(cell -> withheld.contains(CellName.of(cell)))
                .max((a, b) -> Long.compare(a.cases().cases(), b.cases().cases()))
                .orElseThrow();
        withheld.remove(CellName.of(largest));

        assertTrue(verdicts(withheld).keySet().stream().anyMatch(verdict -> verdict.breach() != null));
    }

    private Set<CellName> withheld() {
        Set<CellName> withheld = new HashSet<>();
        for (TopicYear block : blocks) {
            for (int cell : block.protect(control.window())) {
                block.topics().forEach(topic -> withheld.add(topic.get(cell)));
            }
        }
        return withheld;
    }

    private Map<Verdict, Long> verdicts(Set<CellName> withheld) {
        List<RateCell> cells =
                drawn.stream().map(cell -> published(cell, withheld)).toList();
        Regions regions = regions();
        PublishedShapes shapes = PublishedShapes.of(regions, cells);
        ReleaseTables tables =
                new ReleaseTables(regions, Map.of(VIEW, cells), new TreeMap<>(), new TreeMap<>());
        Map<String, Boolean> operationsHold = tables.operationsHold(VIEW);
        Map<Verdict, Long> verdicts = new TreeMap<>();
        for (List<RateCell> block : tables.blocks(VIEW).values()) {
            BlockAttack.Result result = BlockAttack.on(
                    LatticeBuilder.of(regions, shapes, block),
                    operationsHold.getOrDefault(block.get(0).key().topic(), false));
            result.counts().forEach((verdict, count) -> verdicts.merge(verdict, count, Long::sum));
        }
        return verdicts;
    }

    private static RateCell published(DeficiencyCell cell, Set<CellName> withheld) {
        boolean isWithheld = withheld.contains(CellName.of(cell));
        return new RateCell(
                "rates_" + cell.level(),
                new CellKey(cell.topic(), cell.region(), cell.period(), cell.ageGroup(), cell.operationType()),
                isWithheld ? Status.SUPPRESSED : Status.VALUE,
                isWithheld ? 0 : cell.cases().cases(),
                isWithheld ? 0 : cell.cases().deficient(),
                cell.units(),
                cell.deficientUnits());
    }

    private Regions regions() {
        Map<String, String> parents = new HashMap<>();
        for (Code region : profile.regions().codes().codes()) {
            List<String> around = profile.regions().selfAndAbove(region.code());
            if (around.size() > 1) {
                parents.put(region.code(), around.get(1));
            }
        }
        Map<String, List<String>> members = new HashMap<>();
        for (Map<String, String> member : profile.rows(profile.description().regionGroupMembers())) {
            members.computeIfAbsent(member.getOrDefault("group", ""), any -> new ArrayList<>())
                    .add(member.getOrDefault("region", ""));
        }
        return new Regions(parents, members);
    }
}
