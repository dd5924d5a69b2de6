package se.tillsyn.analytics.cube;

import java.util.HashMap;
import java.util.Map;

/**
 * Gathers the findings of one operation and adds it to every cell it belongs to, once per cell, however many findings
 * led there. This is what makes distinct counts of operations exact at every level: they are never summed over ages,
 * types or topics.
 */
final class UnitCells {

    private final CubeDimensions dimensions;
    private final Map<Long, UnitCell> cells = new HashMap<>();

    UnitCells(CubeDimensions dimensions) {
        this.dimensions = dimensions;
    }

    /** Adds one finding to every planned cell of this operation. */
    void add(int topic, int[] regions, int period, int band, int operationType, UnitCell finding) {
        for (int region : regions) {
            addTo(topic, region, period, 0, 0, finding);
            if (band != 0) {
                addTo(topic, region, period, band, 0, finding);
                addTo(topic, region, period, band, operationType, finding);
            }
            addTo(topic, region, period, 0, operationType, finding);
        }
    }

    private void addTo(int topic, int region, int period, int ageGroup, int operationType, UnitCell finding) {
        if (dimensions.planned(region, ageGroup, operationType)) {
            cells.merge(CellKey.of(topic, region, period, ageGroup, operationType), finding, UnitCell::plus);
        }
    }

    /** Hands this operation over to the counts and forgets it. */
    void flushInto(CellCounts counts) {
        cells.forEach(counts::addUnit);
        cells.clear();
    }
}
