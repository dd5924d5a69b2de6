package se.tillsyn.analytics.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import se.tillsyn.ingest.profile.ProfileDescription.View;

/**
 * What must hold of every cube, checked in every run before anything is published. A breach is a fault of the program, never
 * of the findings; the message names cells and rules and no count.
 *
 * <ul>
 *   <li>{@code ORDERED}: deficient ≤ assessed, clusters ≤ cases, (Σxn)² ≤ Σx²·Σn².
 *   <li>{@code REGION}: a region's cells are at most those of the regions above; files of the regions below a region add up to
 *       at most its own (findings of the region as a whole, and unknown places, are in no part).
 *   <li>{@code TYPE}: files of all operation types add up to the total; of operations the total is at least the largest type
 *       and at most the sum.
 *   <li>{@code AGE}: files of all age groups add up to at most the total (a band that overlaps several is in none); operations of
 *       the total are at least those of each.
 *   <li>{@code QUARTER}: files of the quarters add up to the year; operations as for types.
 *   <li>{@code UNION}: operations with a deficiency on any topic are at least those of each topic, and at most their sum.
 * </ul>
 */
final class CubeInvariants {

    private static final int MOST_NAMED = 10;
    private static final double ROUNDING = 1e-9;

    private final CubeDimensions dimensions;
    private final CubeRegions regions;
    private final List<String> breaches = new ArrayList<>();

    CubeInvariants(CubeDimensions dimensions) {
        this.dimensions = dimensions;
        regions = dimensions.regions();
    }

    /** @throws IllegalStateException when anything does not hold */
    void check(CubePart cube) {
        check(cube.inspected, View.INSPECTED);
        check(cube.latest, View.LATEST);
        union(cube);
        if (!breaches.isEmpty()) {
            throw new IllegalStateException("The cube contradicts itself, so nothing is published: " + breaches.size()
                    + " breaches, the first "
                    + String.join("; ", breaches.subList(0, Math.min(MOST_NAMED, breaches.size())))
                    + ". This is a fault of the program; please report it with these codes.");
        }
    }

    private void check(CellSums cells, View view) {
        CellSums byType = new CellSums();
        CellSums byAge = new CellSums();
        CellSums byQuarter = new CellSums();
        CellSums byRegion = new CellSums();
        for (int cell = 0; cell < cells.size(); cell++) {
            long key = cells.key(cell);
            ordered(cells, cell);
            if (CellKey.operationType(key) != 0) {
                byType.add(CellKey.ofAllTypes(key), cells, cell);
                largest(cells, cell, CellKey::ofAllTypes, "TYPE");
            }
            if (CellKey.ageGroup(key) != 0) {
                byAge.add(CellKey.ofAllAges(key), cells, cell);
                largest(cells, cell, CellKey::ofAllAges, "AGE");
            }
            if (CellKey.isQuarter(key)) {
                byQuarter.add(CellKey.ofYear(key), cells, cell);
                largest(cells, cell, CellKey::ofYear, "QUARTER");
            }
            above(cells, cell, view, byRegion);
        }
        parts(cells, byType, "TYPE", true, true);
        parts(cells, byQuarter, "QUARTER", true, true);
        parts(cells, byAge, "AGE", false, false);
        parts(cells, byRegion, "REGION", false, false);
    }

    private void ordered(CellSums cells, int cell) {
        double products = cells.sum(cell, CellSums.PRODUCTS);
        double squares = (double) cells.sum(cell, CellSums.SQUARED_DEFICIENT) * cells.sum(cell, CellSums.SQUARED_CASES);
        boolean holds = cells.sum(cell, CellSums.DEFICIENT_UNITS) <= cells.sum(cell, CellSums.UNITS)
                && cells.sum(cell, CellSums.DEFICIENT_CASES) <= cells.sum(cell, CellSums.CASES)
                && cells.sum(cell, CellSums.CLUSTERS) <= cells.sum(cell, CellSums.CASES)
                && products * products <= squares * (1 + ROUNDING);
        require(holds, "ORDERED", cells.key(cell));
    }

    /** A part is at most the whole, if the whole is a cell. */
    private void largest(CellSums cells, int cell, LongUnaryOperator whole, String rule) {
        int of = cells.find(whole.applyAsLong(cells.key(cell)));
        if (of >= 0) {
            require(atMost(cells, cell, of), rule, cells.key(cell));
        }
    }

    private static boolean atMost(CellSums cells, int part, int whole) {
        return cells.sum(part, CellSums.UNITS) <= cells.sum(whole, CellSums.UNITS)
                && cells.sum(part, CellSums.DEFICIENT_UNITS) <= cells.sum(whole, CellSums.DEFICIENT_UNITS)
                && cells.sum(part, CellSums.CASES) <= cells.sum(whole, CellSums.CASES)
                && cells.sum(part, CellSums.DEFICIENT_CASES) <= cells.sum(whole, CellSums.DEFICIENT_CASES);
    }

    private void above(CellSums cells, int cell, View view, CellSums byRegion) {
        long key = cells.key(cell);
        int region = CellKey.region(key);
        int shape = CubePlan.shape(view, key);
        int[] chain = regions.selfAndAbove(region);
        boolean parentKnown = false;
        for (int at : chain) {
            if (at != region && regions.planned(at, shape)) {
                int whole = cells.find(CellKey.at(key, at));
                require(whole >= 0 && atMost(cells, cell, whole), "REGION", key);
                if (!parentKnown && !regions.isGroup(at)) {
                    byRegion.add(CellKey.at(key, at), cells, cell);
                    parentKnown = true;
                }
            }
        }
    }

    /** Parts against wholes: files add up, or at most so; operations are at most the sum of their parts. */
    private void parts(CellSums cells, CellSums sums, String rule, boolean exact, boolean covering) {
        for (int cell = 0; cell < sums.size(); cell++) {
            int whole = cells.find(sums.key(cell));
            if (whole < 0) {
                continue;
            }
            long cases = cells.sum(whole, CellSums.CASES);
            boolean files = exact
                    ? sums.sum(cell, CellSums.CASES) == cases
                            && sums.sum(cell, CellSums.DEFICIENT_CASES) == cells.sum(whole, CellSums.DEFICIENT_CASES)
                    : sums.sum(cell, CellSums.CASES) <= cases
                            && sums.sum(cell, CellSums.DEFICIENT_CASES) <= cells.sum(whole, CellSums.DEFICIENT_CASES);
            boolean operations = !covering
                    || (cells.sum(whole, CellSums.UNITS) <= sums.sum(cell, CellSums.UNITS)
                            && cells.sum(whole, CellSums.DEFICIENT_UNITS) <= sums.sum(cell, CellSums.DEFICIENT_UNITS));
            require(files && operations, rule, sums.key(cell));
        }
    }

    private void union(CubePart cube) {
        CellSums byTopic = new CellSums();
        for (int cell = 0; cell < cube.inspected.size(); cell++) {
            long key = cube.inspected.key(cell);
            if (CellKey.ageGroup(key) != 0) {
                continue;
            }
            long any = CellKey.ofAllTopics(key);
            int whole = cube.coverage.find(any);
            if (whole >= 0) {
                byTopic.add(any, cube.inspected, cell);
                require(
                        cube.inspected.sum(cell, CellSums.DEFICIENT_UNITS)
                                <= cube.coverage.sum(whole, CellSums.DEFICIENT_UNITS),
                        "UNION",
                        key);
            }
        }
        for (int cell = 0; cell < byTopic.size(); cell++) {
            int whole = cube.coverage.find(byTopic.key(cell));
            require(
                    cube.coverage.sum(whole, CellSums.DEFICIENT_UNITS) <= byTopic.sum(cell, CellSums.DEFICIENT_UNITS),
                    "UNION",
                    byTopic.key(cell));
        }
    }

    private void require(boolean holds, String rule, long key) {
        if (!holds) {
            breaches.add(String.join(
                    " ",
                    rule,
                    dimensions.topicCode(key),
                    dimensions.regionCode(key),
                    CubeDimensions.periodCode(key),
                    dimensions.ageGroupCode(key),
                    dimensions.operationTypeCode(key)));
        }
    }
}
