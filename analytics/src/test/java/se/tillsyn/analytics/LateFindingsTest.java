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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.audit.release.AuditReport;
import se.tillsyn.analytics.audit.release.ReleaseAudit;
import se.tillsyn.analytics.audit.release.Thresholds;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.disclosure.CellName;
import se.tillsyn.analytics.disclosure.DisclosureControl;
import se.tillsyn.analytics.disclosure.LateBlock;
import se.tillsyn.analytics.disclosure.ShownBefore;
import se.tillsyn.analytics.disclosure.TopicYear;
import se.tillsyn.analytics.disclosure.suppression.Protection;
import se.tillsyn.analytics.publication.Publication;
import se.tillsyn.analytics.publication.ReleaseContent;
import se.tillsyn.analytics.revision.Earlier;
import se.tillsyn.analytics.revision.Holding;
import se.tillsyn.analytics.revision.Revising;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;

/**
 * Sequences of releases of drawn tables: each is decided beside the one before, and the audit, which shares no code, attacks it
 * together with all earlier ones.
 */
class LateFindingsTest {

    private static final Instant START = Instant.parse("2026-03-01T07:00:00Z");
    private static final Duration SHORT = Duration.ofDays(30);
    private static final Duration LONG = Duration.ofDays(400);

    private final Profile profile = TestStore.miniland();
    private final DisclosureControl control = new DisclosureControl(profile);

    @TempDir
    private Path folder;

    /** What the job does with Spark, done here one by one. */
    private static final class Plain implements Revising.Protecting {

        @Override
        public Set<CellName> withheld(List<TopicYear> blocks, Protection.Window promised) {
            Set<CellName> names = new HashSet<>();
            for (TopicYear block : blocks) {
                for (int cell : block.protect(promised)) {
                    block.topics().forEach(topic -> names.add(topic.get(cell)));
                }
            }
            return names;
        }

        @Override
        public List<LateBlock.Price> prices(List<LateBlock> blocks, Protection.Window promised) {
            return blocks.stream().map(block -> block.price(promised)).toList();
        }
    }

    /** Releases one after the other, some time apart. */
    private final class Sequence {

        private final Path home;
        private final Batch batch;
        private final List<List<DrawnOperation>> batches = new ArrayList<>();
        private Instant minute = START;
        private Earlier earlier = new Earlier(
                0,
                Holding.NONE,
                cubeOf(List.of()),
                new ShownBefore(Set.of(), Set.of()),
                new ShownBefore(Set.of(), Set.of()));

        Sequence(String name) throws IOException {
            home = Files.createDirectories(folder.resolve(name));
            batch = new TestStore(home, profile)
                    .add(List.of(List.of(Findings.files("F1", "U1", 2, 10).build())), true);
        }

        private Cube count(Holding holding) {
            List<DrawnOperation> known = new ArrayList<>();
            for (int i = 0; i < batches.size(); i++) {
                for (DrawnOperation operation : batches.get(i)) {
                    List<String> around = List.of(operation.county(), "00");
                    if (i + 1 <= holding.limit("T1", "2020", around, batches.size())) {
                        known.add(operation);
                    }
                }
            }
            return cubeOf(cells(known));
        }

        /** Releases what is known and what came since. */
        AuditReport release(List<DrawnOperation> more, Duration after) throws IOException {
            batches.add(more);
            minute = minute.plus(after);
            Revising.Decision decision =
                    new Revising(profile, control, this::count, new Plain(), earlier, minute).decide(Set.of());
            return publish(decision);
        }

        /** Releases what is known and what came since as if there were no earlier release. */
        AuditReport releaseAlone(List<DrawnOperation> more) throws IOException {
            batches.add(more);
            Cube cube = count(Holding.NONE);
            Set<CellName> withheld = new Plain().withheld(control.rates(cube), control.window());
            return publish(new Revising.Decision(cube, withheld, Set.of(), Holding.NONE));
        }

        private AuditReport publish(Revising.Decision decision) throws IOException {
            earlier = new Earlier(
                    batches.size(),
                    decision.holding(),
                    decision.cube(),
                    new ShownBefore(decision.withheldRates(), Set.of()),
                    new ShownBefore(Set.of(), Set.of()));
            AuditReport[] report = new AuditReport[1];
            Thresholds thresholds = new Thresholds(
                    control.rule().minCases(),
                    control.rule().minDeficient(),
                    control.rule().minGroup());
            Publication.Outcome outcome = new Publication(home, Clock.fixed(minute, ZoneOffset.UTC), "test")
                    .gatedBy((staging, before) -> report[0] =
                            ReleaseAudit.of(staging, before, thresholds).report())
                    .publish(new ReleaseContent(
                            profile,
                            List.of(batch),
                            decision.cube(),
                            control.publishable(decision.withheldRates(), Set.of()),
                            List.of()));
            return outcome.unchanged()
                    ? ReleaseAudit.of(home.resolve("releases").resolve(outcome.release()), List.of())
                            .report()
                    : report[0];
        }

        boolean holds(String region) {
            return earlier.holding().held().keySet().stream()
                    .anyMatch(place -> place.region().equals(region));
        }

        long files() {
            return earlier.cube().inspected().stream()
                    .filter(cell -> cell.region().equals("00")
                            && cell.ageGroup().equals("TOTAL")
                            && cell.operationType().equals("TOTAL")
                            && cell.period().equals("2020"))
                    .mapToLong(cell -> cell.cases().cases())
                    .sum();
        }
    }

    /** Rounds of one operation, of many, and of one again, within the window and after it. */
    @Test
    void everySequenceWithstandsTheAuditOfAllItsReleasesTogether() throws IOException {
        int whole = 0;
        int published = 0;
        for (int seed = 1; seed <= 6; seed++) {
            Sequence sequence = new Sequence("safe-" + seed);
            assertEquals(List.of(), sequence.release(draw(seed, 30, 80), SHORT).breaches(), "seed " + seed);
            int[] sizes = {1, 60, 2, 200};
            Duration[] pauses = {SHORT, LONG, SHORT, LONG};
            for (int round = 0; round < sizes.length; round++) {
                long before = sequence.files();
                AuditReport report =
                        sequence.release(draw(1000L * seed + round, sizes[round], sizes[round] + 1), pauses[round]);
                assertEquals(List.of(), report.breaches(), "seed " + seed + ", round " + round);
                boolean all = sequence.holds("00");
                whole += all ? 1 : 0;
                published += sequence.files() > before ? 1 : 0;
                if (sizes[round] == 1) {
                    assertTrue(all, "one operation's files are held");
                    assertEquals(before, sequence.files());
                }
            }
        }
        assertTrue(whole >= 6, "one operation is held each time: " + whole);
        assertTrue(published > 5, "late findings are published: " + published);
    }

    /** The same findings without holding back: the audit must see what two releases tell together. */
    @Test
    void withoutHoldingBackTheAuditRaisesTheAlarm() throws IOException {
        int alarms = 0;
        for (int seed = 1; seed <= 12; seed++) {
            Sequence sequence = new Sequence("mutant-" + seed);
            assertTrue(sequence.releaseAlone(draw(seed, 30, 80)).passed());
            alarms += sequence.releaseAlone(draw(1000L * seed, 1, 2)).passed() ? 0 : 1;
        }
        assertTrue(alarms >= 6, "alarms: " + alarms);
    }
}
