package se.tillsyn.analytics.cube;

import java.io.Serializable;
import java.util.List;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.ingest.profile.ProfileDescription;
import se.tillsyn.ingest.profile.ProfileDescription.PeriodKind;
import se.tillsyn.ingest.profile.ProfileDescription.Plan;
import se.tillsyn.ingest.profile.ProfileDescription.PlannedTable;
import se.tillsyn.ingest.profile.ProfileDescription.View;
import se.tillsyn.ingest.profile.ProfileException;

/**
 * Which kinds of cell the publication plan asks for at which region level. A kind of cell, its shape, is: which view, year
 * or quarter, with or without an age group, with or without an operation type.
 */
final class CubePlan implements Serializable {

    private static final long serialVersionUID = 1L;

    static final int SHAPES = 16;

    private static final int OF_TYPE = 1;
    private static final int OF_AGE = 2;
    private static final int OF_QUARTER = 4;
    private static final int OF_LATEST = 8;

    /** Bits of the planned levels, by shape. */
    private final int[] levelsOfShape = new int[SHAPES];

    private final int latestYears;

    /** @param levels region levels from the top down, the groups of regions last */
    CubePlan(Plan plan, List<String> levels) {
        latestYears = plan.latestYears();
        for (PlannedTable table : plan.tables()) {
            int level = levels.indexOf(table.level());
            if (level < 0) {
                throw new ProfileException("profile.yaml: plan names the level " + table.level()
                        + ", expected one of the profile's levels or " + ProfileDescription.REGION_GROUP);
            }
            for (PeriodKind period : table.periods()) {
                if (table.view() == View.LATEST && period != PeriodKind.YEAR) {
                    throw new ProfileException(
                            "profile.yaml: plan asks for the view latest by quarter, expected by year");
                }
                add(table, period, 1 << level);
            }
        }
    }

    private void add(PlannedTable table, PeriodKind period, int level) {
        boolean crossAge = table.cross().contains(RateColumns.AGE_GROUP);
        boolean crossType = table.cross().contains(RateColumns.OPERATION_TYPE);
        int base = (table.view() == View.LATEST ? OF_LATEST : 0) | (period == PeriodKind.QUARTER ? OF_QUARTER : 0);
        levelsOfShape[base] |= level;
        if (crossAge || table.margins().contains(RateColumns.AGE_GROUP)) {
            levelsOfShape[base | OF_AGE] |= level;
        }
        if (crossType || table.margins().contains(RateColumns.OPERATION_TYPE)) {
            levelsOfShape[base | OF_TYPE] |= level;
        }
        if (crossAge && crossType) {
            levelsOfShape[base | OF_AGE | OF_TYPE] |= level;
        }
    }

    /** Shape of a cell by its key. */
    static int shape(View view, long key) {
        return shape(view, CellKey.isQuarter(key), CellKey.ageGroup(key) != 0, CellKey.operationType(key) != 0);
    }

    static int shape(View view, boolean quarter, boolean ofAge, boolean ofType) {
        return (view == View.LATEST ? OF_LATEST : 0)
                | (quarter ? OF_QUARTER : 0)
                | (ofAge ? OF_AGE : 0)
                | (ofType ? OF_TYPE : 0);
    }

    /** Whether cells of a shape are published at a level. */
    boolean plans(int shape, int level) {
        return (levelsOfShape[shape] & (1 << level)) != 0;
    }

    /** Whether cells of a shape are published at all. */
    boolean plans(int shape) {
        return levelsOfShape[shape] != 0;
    }

    /** Whether any table shows operations as last seen. */
    boolean plansLatest() {
        for (int shape = OF_LATEST; shape < SHAPES; shape++) {
            if (plans(shape)) {
                return true;
            }
        }
        return false;
    }

    /** For how many year-ends a result counts as the latest known. */
    int latestYears() {
        return latestYears;
    }
}
