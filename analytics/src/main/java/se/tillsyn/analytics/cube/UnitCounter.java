package se.tillsyn.analytics.cube;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import se.tillsyn.ingest.profile.ProfileDescription.View;

/**
 * Counts whole operations: brings the findings of each together and adds it once to every cell it belongs to, however many
 * findings led there. This is what makes distinct counts of operations exact at every level: they are never summed over
 * ages, types, topics or periods, only over regions, and only where the operation lies in one.
 *
 * <p>Operations are taken in the order of {@link UnitFindings}.
 */
final class UnitCounter {

    private final CubeDimensions dimensions;
    private final CubeRegions regions;
    private final Map<Integer, CubePart> leaves = new TreeMap<>();
    private final Map<Integer, CubePart> direct = new TreeMap<>();
    private final PeriodOfDay periods = new PeriodOfDay();

    UnitCounter(CubeDimensions dimensions) {
        this.dimensions = dimensions;
        regions = dimensions.regions();
    }

    /** What the operations of some rows add, by the region where the cells are first added. */
    Map<Integer, CubePart> leaves() {
        return leaves;
    }

    /** What operations in several regions add, by region; complete, so not to be added upwards. */
    Map<Integer, CubePart> direct() {
        return direct;
    }

    /** Counts all operations of one part; every finding of each of them must be there. */
    void count(Iterator<FindingRows> blocks) {
        UnitFindings findings = new UnitFindings(blocks, regions.size());
        LooseCells loose = new LooseCells(regions, periods, this::leaf);
        findings.blocks().forEach(loose::add);
        findings.forgetBlocks();
        OperationCells operation = new OperationCells(dimensions, periods, findings);
        for (int place = 0; place < findings.units(); place++) {
            if (findings.start(place) < findings.start(place + 1)) {
                count(findings, place, operation);
            }
        }
    }

    private void count(UnitFindings findings, int place, OperationCells operation) {
        long[] codes = findings.codes();
        int from = findings.start(place);
        int to = findings.start(place + 1);
        LongRows demands = findings.demands(place);
        if (regions.plan().plansLatest() || demands != null) {
            PairSort.sort(codes, findings.counts(), from, to);
        }
        int region = FindingCode.region(codes[from]);
        boolean one = true;
        for (int i = from + 1; i < to && one; i++) {
            one = FindingCode.region(codes[i]) == region;
        }
        if (one) {
            operation.gather(from, to, OperationCells.ALL_REGIONS, regions.leaves(region));
            addToLeaves(operation, region);
        } else {
            for (int at : regionsOf(codes, from, to)) {
                operation.gather(from, to, at, null);
                addTo(operation, at);
            }
        }
        addReviews(operation.reviewed());
        if (demands != null) {
            new FollowUps(dimensions, this::leaf, findings.lastDay()).add(demands, codes, from, to);
        }
    }

    /** Every region that any of the findings belongs to. */
    private int[] regionsOf(long[] codes, int from, int to) {
        boolean[] in = new boolean[regions.size()];
        for (int i = from; i < to; i++) {
            for (int at : regions.selfAndAbove(FindingCode.region(codes[i]))) {
                in[at] = true;
            }
        }
        int[] found = new int[in.length];
        int size = 0;
        for (int at = 0; at < in.length; at++) {
            if (in[at]) {
                found[size++] = at;
            }
        }
        return Arrays.copyOf(found, size);
    }

    private void addReviews(UnitCells reviewed) {
        for (int cell = 0; cell < reviewed.size(); cell++) {
            leaf(CellKey.region(reviewed.key(cell)))
                    .offices
                    .addUnit(reviewed.key(cell), reviewed.cases(cell), reviewed.deficient(cell), reviewed.marks(cell));
        }
        reviewed.clear();
    }

    private void addToLeaves(OperationCells operation, int region) {
        UnitCells cells = operation.cells();
        UnitCells covered = operation.covered();
        int[] leafOfShape = regions.leaves(region);
        for (int cell = 0; cell < cells.size(); cell++) {
            long key = cells.key(cell);
            View view = viewOf(key);
            int to = leafOfShape[CubePlan.shape(view, key)];
            if (to >= 0) {
                add(leaf(to), to, cells, cell, view);
            }
        }
        for (int cell = 0; cell < covered.size(); cell++) {
            int to = leafOfShape[CubePlan.shape(View.INSPECTED, covered.key(cell))];
            if (to >= 0) {
                addCovered(leaf(to), to, covered, cell);
            }
        }
    }

    private void addTo(OperationCells operation, int region) {
        UnitCells cells = operation.cells();
        UnitCells covered = operation.covered();
        CubePart part = direct.computeIfAbsent(region, any -> new CubePart());
        for (int cell = 0; cell < cells.size(); cell++) {
            View view = viewOf(cells.key(cell));
            if (regions.planned(region, CubePlan.shape(view, cells.key(cell)))) {
                add(part, region, cells, cell, view);
            }
        }
        for (int cell = 0; cell < covered.size(); cell++) {
            if (regions.planned(region, CubePlan.shape(View.INSPECTED, covered.key(cell)))) {
                addCovered(part, region, covered, cell);
            }
        }
    }

    private static View viewOf(long key) {
        return (key & OperationCells.LATEST) == 0 ? View.INSPECTED : View.LATEST;
    }

    private static void add(CubePart part, int region, UnitCells cells, int cell, View view) {
        (view == View.LATEST ? part.latest : part.inspected)
                .addUnit(
                        CellKey.at(cells.key(cell) & ~OperationCells.LATEST, region),
                        cells.cases(cell),
                        cells.deficient(cell),
                        cells.marks(cell));
    }

    private static void addCovered(CubePart part, int region, UnitCells covered, int cell) {
        long key = CellKey.at(covered.key(cell), region);
        long marks = covered.marks(cell);
        part.coverage.addUnit(key, 0, 0, marks);
        part.coverage.add(key, CellSums.CLUSTERS, 1);
    }

    private CubePart leaf(int region) {
        return leaves.computeIfAbsent(region, any -> new CubePart());
    }
}
