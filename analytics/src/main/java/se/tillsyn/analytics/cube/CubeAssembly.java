package se.tillsyn.analytics.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.profile.ProfileDescription.View;

/** Adds the cells of each region to those above it, and reads the finished cells off. */
final class CubeAssembly {

    private final CubeDimensions dimensions;
    private final CubeRegions regions;
    private final CubePart whole = new CubePart();

    CubeAssembly(CubeDimensions dimensions) {
        this.dimensions = dimensions;
        regions = dimensions.regions();
    }

    /** Adds cells to their region and to all above it that the plan asks for. */
    void addUpwards(CubePart leaf) {
        addUpwards(leaf.inspected, View.INSPECTED, whole.inspected);
        addUpwards(leaf.latest, View.LATEST, whole.latest);
        addUpwards(leaf.coverage, View.INSPECTED, whole.coverage);
        addUpwards(leaf.bounds, View.INSPECTED, whole.bounds);
        addUpwards(leaf.followUps, View.INSPECTED, whole.followUps);
        addUpwards(leaf.values, whole.values);
        addUpwards(leaf.remedyDays, whole.remedyDays);
        whole.offices.merge(leaf.offices);
    }

    /** Adds cells to their region only. */
    void add(CubePart complete) {
        whole.merge(complete);
    }

    private void addUpwards(CellSums from, View view, CellSums to) {
        for (int cell = 0; cell < from.size(); cell++) {
            long key = from.key(cell);
            int shape = CubePlan.shape(view, key);
            for (int region : regions.selfAndAbove(CellKey.region(key))) {
                if (regions.planned(region, shape)) {
                    to.add(CellKey.at(key, region), from, cell);
                }
            }
        }
    }

    private void addUpwards(ValueCounts from, ValueCounts to) {
        for (int entry = 0; entry < from.size(); entry++) {
            long key = from.key(entry);
            int shape = CubePlan.shape(View.INSPECTED, key);
            for (int region : regions.selfAndAbove(CellKey.region(key))) {
                if (regions.planned(region, shape)) {
                    to.add(CellKey.at(key, region), from, entry);
                }
            }
        }
    }

    /**
     * The finished cube.
     *
     * @throws IllegalStateException when its cells contradict each other
     */
    Cube cube(List<Finding> statements) {
        new CubeInvariants(dimensions).check(whole);
        List<ValueCell> values = new ArrayList<>();
        whole.values
                .byCell()
                .forEach((key, counted) -> values.add(new ValueCell(
                        dimensions.topicCode(key),
                        dimensions.levelOf(key),
                        dimensions.regionCode(key),
                        CubeDimensions.periodCode(key),
                        dimensions.ageGroupCode(key),
                        dimensions.operationTypeCode(key),
                        counted)));
        SortedMap<Long, List<CountedValue>> remedyDays = whole.remedyDays.byCell();
        return new Cube(
                cells(whole.inspected, cell -> rate(whole.inspected, cell, whole.bounds)),
                cells(whole.latest, cell -> rate(whole.latest, cell, new CellSums())),
                values,
                cells(whole.followUps, cell -> followUp(cell, remedyDays)),
                cells(whole.coverage, this::coverage),
                cells(whole.offices, this::office),
                statements);
    }

    private static <C> List<C> cells(CellSums sums, Function<Integer, C> cell) {
        List<C> cells = new ArrayList<>(sums.size());
        for (int place : sums.inOrder()) {
            cells.add(cell.apply(place));
        }
        return cells;
    }

    private DeficiencyCell rate(CellSums sums, int cell, CellSums bounds) {
        long key = sums.key(cell);
        long marks = sums.sum(cell, CellSums.MARKS);
        return new DeficiencyCell(
                dimensions.topicCode(key),
                dimensions.levelOf(key),
                dimensions.regionCode(key),
                CubeDimensions.periodCode(key),
                dimensions.ageGroupCode(key),
                dimensions.operationTypeCode(key),
                dimensions.basisOf(marks),
                (marks & FindingCode.CASE_RATE) != 0,
                (marks & FindingCode.PROTECTED) != 0,
                (marks & FindingCode.SYNTHETIC) != 0,
                sums.clusterSums(cell),
                Math.toIntExact(sums.sum(cell, CellSums.UNITS)),
                Math.toIntExact(sums.sum(cell, CellSums.DEFICIENT_UNITS)),
                boundsOf(bounds, key));
    }

    private static BoundedCases boundsOf(CellSums bounds, long key) {
        int cell = bounds.size() == 0 ? -1 : bounds.find(key);
        return cell < 0
                ? BoundedCases.NONE
                : new BoundedCases(
                        bounds.sum(cell, CellSums.CASES),
                        bounds.sum(cell, CubePart.LOW),
                        bounds.sum(cell, CubePart.HIGH));
    }

    private FollowUpCell followUp(int cell, SortedMap<Long, List<CountedValue>> remedyDays) {
        long key = whole.followUps.key(cell);
        return new FollowUpCell(
                dimensions.topicCode(key),
                dimensions.levelOf(key),
                dimensions.regionCode(key),
                CubeDimensions.periodCode(key),
                whole.followUps.sum(cell, CubePart.DEMANDS),
                whole.followUps.sum(cell, CubePart.FOLLOWED_UP),
                whole.followUps.sum(cell, CubePart.REMEDIED),
                whole.followUps.sum(cell, CubePart.RELAPSED),
                remedyDays.getOrDefault(key, List.of()));
    }

    private CoverageCell coverage(int cell) {
        long key = whole.coverage.key(cell);
        long marks = whole.coverage.sum(cell, CellSums.MARKS);
        return new CoverageCell(
                dimensions.levelOf(key),
                dimensions.regionCode(key),
                CubeDimensions.periodCode(key),
                dimensions.operationTypeCode(key),
                dimensions.basisOf(marks),
                Math.toIntExact(whole.coverage.sum(cell, CellSums.CLUSTERS)),
                Math.toIntExact(whole.coverage.sum(cell, CellSums.UNITS)),
                Math.toIntExact(whole.coverage.sum(cell, CellSums.DEFICIENT_UNITS)),
                (marks & FindingCode.SYNTHETIC) != 0);
    }

    private OfficeCell office(int cell) {
        long key = whole.offices.key(cell);
        return new OfficeCell(
                dimensions.topicCode(key),
                dimensions.regionCode(key),
                CubeDimensions.periodCode(key),
                dimensions.basisCode(CellKey.ageGroup(key)),
                dimensions.officeCode(CellKey.operationType(key)),
                whole.offices.clusterSums(cell),
                whole.offices.sum(cell, CellSums.UNITS),
                whole.offices.sum(cell, CellSums.DEFICIENT_UNITS));
    }
}
