package se.tillsyn.analytics.audit.release;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Attacks a release as it lies on disk. Reads its files only, and those of the earlier releases given.
 */
public final class ReleaseAudit {

    private final Path folder;
    private final List<Path> earlier;
    private final Thresholds thresholds;

    private ReleaseAudit(Path folder, List<Path> earlier, Thresholds thresholds) {
        this.folder = folder;
        this.earlier = List.copyOf(earlier);
        this.thresholds = thresholds;
    }

    /**
     * An audit of a published release.
     *
     * @param folder folder of the release, with its manifest
     * @param earlier folders of the releases before it, oldest first
     */
    public static ReleaseAudit of(Path folder, List<Path> earlier) throws IOException {
        return of(folder, earlier, Thresholds.read(folder));
    }

    /** An audit of a release that has no manifest yet. */
    public static ReleaseAudit of(Path folder, List<Path> earlier, Thresholds thresholds) {
        return new ReleaseAudit(folder, earlier, thresholds);
    }

    /**
     * Attacks.
     *
     * @throws IOException when a file is missing or cannot be read
     */
    public AuditReport report() throws IOException {
        return report(new AttackedBlocks());
    }

    /**
     * Attacks.
     *
     * @param attacked what audits before this one found; what this one finds is added
     * @throws IOException when a file is missing or cannot be read
     */
    public AuditReport report(AttackedBlocks attacked) throws IOException {
        List<Breach> breaches = Collections.synchronizedList(new ArrayList<>());
        PublishedChanges changes = PublishedChanges.read(folder, breaches::add);
        ReleaseTables tables = ReleaseTables.read(folder, thresholds, changes, breaches::add);
        Map<String, Long> steps = new TreeMap<>();
        Map<String, Long> assumptions = new TreeMap<>();
        for (String view : tables.cells().keySet()) {
            for (AttackedBlocks.Found block : attack(tables, view, attacked)) {
                block.counts().forEach((verdict, cells) -> steps.merge(verdict.name(), cells, Long::sum));
                assumptions.merge(nameOf(block.assumption()), 1L, Long::sum);
                breaches.addAll(block.breaches());
            }
        }
        Set<CellKey> alone = breaches.stream().map(ReleaseAudit::keyOf).collect(Collectors.toSet());
        for (Path folderBefore : earlier) {
            EditionPair pair = new EditionPair(ReleaseTables.readEarlier(folderBefore, thresholds, changes), tables);
            pair.breaches(String.valueOf(folderBefore.getFileName())).stream()
                    .filter(breach -> !alone.contains(keyOf(breach)))
                    .forEach(breaches::add);
        }
        changes.finish(!earlier.isEmpty());
        return report(tables, steps, assumptions, breaches);
    }

    /** A task for each block: some take many times as long as others. */
    private static List<AttackedBlocks.Found> attack(ReleaseTables tables, String view, AttackedBlocks known)
            throws IOException {
        PublishedShapes shapes =
                PublishedShapes.of(tables.regions(), tables.cells().getOrDefault(view, List.of()));
        Map<String, Boolean> operationsHold = tables.operationsHold(view);
        ExecutorService processors =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<AttackedBlocks.Found>> attacks = new ArrayList<>();
            for (List<RateCell> block : tables.blocks(view).values()) {
                if (block.stream().anyMatch(RateCell::isWithheld)) {
                    boolean hold =
                            operationsHold.getOrDefault(block.get(0).key().topic(), false);
                    attacks.add(processors.submit(
                            () -> known.attack(LatticeBuilder.of(tables.regions(), shapes, block), hold)));
                }
            }
            List<AttackedBlocks.Found> found = new ArrayList<>();
            for (Future<AttackedBlocks.Found> attack : attacks) {
                found.add(attack.get());
            }
            return found;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the attack on a block ended early", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the audit was interrupted");
        } finally {
            processors.shutdownNow();
        }
    }

    private static CellKey keyOf(Breach breach) {
        return new CellKey(
                breach.topic() + ' ' + breach.table(),
                breach.region(),
                breach.period(),
                breach.ageGroup(),
                breach.operationType());
    }

    private static String nameOf(@Nullable Assumption assumption) {
        return assumption == null ? "nothing, and yet contradictory" : assumption.inWords();
    }

    private AuditReport report(
            ReleaseTables tables, Map<String, Long> steps, Map<String, Long> assumptions, List<Breach> breaches) {
        Map<String, AuditReport.TableCounts> counts = new TreeMap<>();
        tables.rows()
                .forEach((table, rows) -> counts.put(
                        table,
                        new AuditReport.TableCounts(rows, tables.withheld().getOrDefault(table, 0L))));
        Map<BreachKind, Long> byKind = new EnumMap<>(BreachKind.class);
        breaches.forEach(breach -> byKind.merge(breach.kind(), 1L, Long::sum));
        return new AuditReport(
                String.valueOf(folder.getFileName()),
                earlier.stream().map(path -> String.valueOf(path.getFileName())).toList(),
                breaches.isEmpty(),
                counts,
                steps,
                assumptions,
                byKind,
                breaches.stream().sorted().toList());
    }
}
