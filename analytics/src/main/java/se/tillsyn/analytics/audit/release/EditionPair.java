package se.tillsyn.analytics.audit.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Attacks two releases together: a later one has every file of the earlier one and perhaps more. Where corrections took files away, so
 * that no such additions fit, the releases say nothing of each other that single ones do not.
 */
final class EditionPair {

    private final ReleaseTables earlier;
    private final ReleaseTables later;

    EditionPair(ReleaseTables earlier, ReleaseTables later) {
        this.earlier = earlier;
        this.later = later;
    }

    /**
     * Withheld cells of either release that both together tell too much of.
     *
     * @param name of the earlier release
     */
    List<Breach> breaches(String name) {
        List<Breach> breaches = new ArrayList<>();
        for (String view : later.cells().keySet()) {
            Map<String, List<RateCell>> before = earlier.blocks(view);
            PublishedShapes shapesBefore =
                    PublishedShapes.of(earlier.regions(), earlier.cells().getOrDefault(view, List.of()));
            PublishedShapes shapes =
                    PublishedShapes.of(later.regions(), later.cells().getOrDefault(view, List.of()));
            Map<String, Boolean> operationsHold = later.operationsHold(view);
            breaches.addAll(later.blocks(view).entrySet().parallelStream()
                    .filter(block -> before.containsKey(block.getKey()))
                    .filter(block -> differ(before.getOrDefault(block.getKey(), List.of()), block.getValue()))
                    .flatMap(block -> attack(
                            Lattice.joined(
                                    LatticeBuilder.of(
                                            earlier.regions(),
                                            shapesBefore,
                                            before.getOrDefault(block.getKey(), List.of())),
                                    shapesBefore,
                                    LatticeBuilder.of(later.regions(), shapes, block.getValue())),
                            operationsHold.getOrDefault(
                                    block.getValue().get(0).key().topic(), false),
                            name)
                            .stream())
                    .toList());
        }
        return breaches;
    }

    private static List<Breach> attack(Lattice joined, boolean operationsHold, String name) {
        List<Breach> breaches = new ArrayList<>();
        BlockAttack.Result result = BlockAttack.on(joined, operationsHold);
        if (result.assumption() != null) {
            result.verdicts().forEach((number, verdict) -> {
                RateCell cell = joined.cell(number);
                if (verdict.breach() != null && cell != null) {
                    breaches.add(Breach.of(BreachKind.RELEASE_PAIR, cell.table(), cell.key(), "with " + name));
                }
            });
        }
        return breaches.stream().distinct().toList();
    }

    /** Whether the releases show anything different of a block, and withhold any of it. */
    private static boolean differ(List<RateCell> before, List<RateCell> after) {
        Map<CellKey, RateCell> byKey = new HashMap<>();
        before.forEach(cell -> byKey.put(cell.key(), cell));
        boolean same =
                before.size() == after.size() && after.stream().allMatch(cell -> cell.equals(byKey.get(cell.key())));
        return !same
                && (before.stream().anyMatch(RateCell::isWithheld)
                        || after.stream().anyMatch(RateCell::isWithheld));
    }
}
