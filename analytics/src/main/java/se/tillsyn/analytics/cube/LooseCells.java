package se.tillsyn.analytics.cube;

import java.util.function.IntFunction;
import se.tillsyn.ingest.profile.ProfileDescription.View;

/** Counts what needs no operation brought together: measured values and bounded evidence, finding by finding. */
final class LooseCells {

    private static final long LOW_HALF = 0xFFFFFFFFL;

    private final CubeRegions regions;
    private final PeriodOfDay periods;
    private final IntFunction<CubePart> leaves;

    /** @param leaves where cells of a region are first added */
    LooseCells(CubeRegions regions, PeriodOfDay periods, IntFunction<CubePart> leaves) {
        this.regions = regions;
        this.periods = periods;
        this.leaves = leaves;
    }

    void add(FindingRows block) {
        addValues(block);
        addBounds(block);
    }

    /** Values belong to persons or visits, which are in one region each, so they can be added without the operations. */
    private void addValues(FindingRows block) {
        for (int i = 0; i < block.values.rows(); i++) {
            long code = block.values.at(i, FindingRows.CODE);
            double value = Double.longBitsToDouble(block.values.at(i, FindingRows.VALUE));
            boolean censored = FindingCode.has(code, FindingCode.DEFICIENT);
            forEachCell(code, (part, key) -> part.values.add(key, value, censored ? 0 : 1, censored ? 1 : 0));
        }
    }

    private void addBounds(FindingRows block) {
        for (int i = 0; i < block.bounds.rows(); i++) {
            long cases = block.bounds.at(i, FindingRows.BOUNDED_CASES);
            long lowHigh = block.bounds.at(i, FindingRows.LOW_HIGH);
            forEachCell(block.bounds.at(i, FindingRows.CODE), (part, key) -> {
                part.bounds.add(key, CellSums.CASES, cases);
                part.bounds.add(key, CubePart.LOW, lowHigh >>> Integer.SIZE);
                part.bounds.add(key, CubePart.HIGH, lowHigh & LOW_HALF);
            });
        }
    }

    /** Something to do with a cell where it is first added. */
    @FunctionalInterface
    private interface CellUse {
        void use(CubePart part, long key);
    }

    /** All planned cells of the view "inspected" that one finding belongs to. */
    private void forEachCell(long code, CellUse use) {
        int[] leafOfShape = regions.leaves(FindingCode.region(code));
        int day = FindingCode.day(code);
        int age = FindingCode.ageGroup(code);
        int type = FindingCode.operationType(code);
        for (int period : new int[] {periods.year(day), periods.quarter(day)}) {
            for (int ofAge = 0; ofAge <= (age == 0 ? 0 : 1); ofAge++) {
                for (int ofType = 0; ofType <= 1; ofType++) {
                    long key = CellKey.of(FindingCode.topic(code), 0, period, ofAge * age, ofType * type);
                    int to = leafOfShape[CubePlan.shape(View.INSPECTED, key)];
                    if (to >= 0) {
                        use.use(leaves.apply(to), CellKey.at(key, to));
                    }
                }
            }
        }
    }
}
