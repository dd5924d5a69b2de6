package se.tillsyn.analytics;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import se.tillsyn.analytics.audit.release.AttackedBlocks;
import se.tillsyn.analytics.audit.release.AuditReport;
import se.tillsyn.analytics.audit.release.ReleaseAudit;
import se.tillsyn.analytics.audit.release.Thresholds;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.cube.YearOfTopic;
import se.tillsyn.analytics.disclosure.CellName;
import se.tillsyn.analytics.disclosure.DisclosureControl;
import se.tillsyn.analytics.disclosure.PrimaryRule;
import se.tillsyn.analytics.disclosure.TopicYear;
import se.tillsyn.analytics.disclosure.suppression.ReferenceCubes;
import se.tillsyn.analytics.publication.Publication;
import se.tillsyn.analytics.publication.ReleaseContent;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.spark.JobSpark;
import se.tillsyn.ingest.store.Batch;

/** Protects, writes and audits a drawn national set, and says what each took. Arguments: cells, home, profile, master. */
public final class DisclosureRun {

    private static final double NANOS = 1e9;

    /** Steps that protect or audit. */
    private static final Set<String> COUNTED = Set.of("blocks", "protection", "audit");

    private double together;
    private Set<YearOfTopic> told = Set.of();
    private long wall = System.nanoTime();
    private long cpu = cpuNow();

    private DisclosureRun() {}

    public static void main(String[] arguments) throws IOException {
        new DisclosureRun()
                .run(Integer.parseInt(arguments[0]), Path.of(arguments[1]), Profile.load(arguments[2]), arguments[3]);
    }

    private static long cpuNow() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Says what passed since it was last asked. */
    private void took(String what) {
        double seconds = (System.nanoTime() - wall) / NANOS;
        say("%-12s %8.1f CPU s %8.1f s", what, (cpuNow() - cpu) / NANOS, seconds);
        together += COUNTED.contains(what) ? seconds : 0;
        cpu = cpuNow();
        wall = System.nanoTime();
    }

    private void run(int cells, Path home, Profile profile, String master) throws IOException {
        List<DeficiencyCell> drawn = new DrawnNation(profile).cells(cells);
        Cube cube = new Cube(drawn, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        DisclosureControl control = new DisclosureControl(profile);
        try (SparkSession spark = JobSpark.open("bench disclosure", master)) {
            took("drawing");
            List<TopicYear> blocks = control.rates(cube);
            took("blocks");
            say(
                    "%d cells in %d blocks, the largest of %d",
                    drawn.size(),
                    blocks.size(),
                    blocks.stream().mapToInt(TopicYear::cells).max().orElse(0));
            Batch batch = new TestStore(home, profile)
                    .add(List.of(List.of(Findings.files("F1", "U1", 2, 10).build())), true);
            Publication publication = new Publication(home, Clock.systemUTC(), "bench").gatedBy(gate(control.rule()));
            ProtectionJob protection = new ProtectionJob(spark);
            boolean again = true;
            while (again) {
                Set<CellName> withheld = protection.withheld(blocks, control.window());
                took("protection");
                again = !published(
                                publication,
                                new ReleaseContent(
                                        profile,
                                        List.of(batch),
                                        cube,
                                        control.publishable(withheld, Set.of()),
                                        List.of()))
                        && protection.widen(told);
                if (!again) {
                    took("publishing");
                    shares(drawn, withheld);
                }
            }
            say("protection, blocks and audit together %.1f s", together);
        }
        say("%-28s %7s %8s %7s %7s %8s", "reference cube", "cells", "primary", "theirs", "exact", "windows");
        for (ReferenceCubes.Count cubeOf : ReferenceCubes.counts()) {
            say(
                    "%-28s %7d %8d %7d %7d %8d",
                    cubeOf.name(),
                    cubeOf.cells(),
                    cubeOf.primary(),
                    cubeOf.reference(),
                    cubeOf.exact(),
                    cubeOf.windows());
        }
        took("reference");
    }

    /** Whether the audit let the release pass; else what it could work out too much of is to be protected anew. */
    private boolean published(Publication publication, ReleaseContent content) throws IOException {
        try {
            publication.publish(content);
            return true;
        } catch (AuditBreachException breach) {
            told = breach.toldBySums();
            return false;
        }
    }

    /** As a release is held to. */
    private Publication.Gate gate(PrimaryRule rule) {
        Thresholds thresholds = new Thresholds(rule.minCases(), rule.minDeficient(), rule.minGroup());
        AttackedBlocks attacked = new AttackedBlocks();
        return (staging, earlier) -> {
            took("writing");
            AuditReport report = ReleaseAudit.of(staging, earlier, thresholds).report(attacked);
            took("audit");
            say(
                    "the audit %s: %s %s",
                    report.passed() ? "passed" : "found breaches", report.steps(), report.breachesByKind());
            if (!report.passed()) {
                throw new AuditBreachException(report);
            }
        };
    }

    /** By level: cells, and shares of cells and of files withheld. */
    private static void shares(List<DeficiencyCell> cells, Set<CellName> withheld) {
        Map<String, long[]> levels = new TreeMap<>();
        for (DeficiencyCell cell : cells) {
            long[] sums = levels.computeIfAbsent(cell.level(), any -> new long[4]);
            boolean hidden = withheld.contains(CellName.of(cell));
            sums[0]++;
            sums[1] += hidden ? 1 : 0;
            sums[2] += cell.cases().cases();
            sums[3] += hidden ? cell.cases().cases() : 0;
        }
        levels.forEach((level, sums) -> say(
                "%-14s %8d cells, withheld %5.1f %% of them and %5.1f %% of their files",
                level, sums[0], 100.0 * sums[1] / sums[0], 100.0 * sums[3] / sums[2]));
    }
}
