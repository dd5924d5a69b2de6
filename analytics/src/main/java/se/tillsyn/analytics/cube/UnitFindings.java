package se.tillsyn.analytics.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one part of the operations, brought together from all blocks and laid out by region and then operation,
 * so that the cells in use at one time are few and near. An operation with findings in several regions stands with one of
 * them; which one changes the order and nothing else.
 */
final class UnitFindings {

    private static final int NOT_YET = -1;

    private final List<FindingRows> blocks = new ArrayList<>();
    /** Number within the part of each operation of a block. */
    private final List<int[]> unitsOfBlock = new ArrayList<>();

    private final Map<Integer, LongRows> demands = new HashMap<>();
    private int lastDay;

    private long[] codes = new long[0];
    private long[] counts = new long[0];
    /** Where the operation at each place starts, and after the last where it ends. */
    private int[] starts = new int[0];
    /** The operation at each place. */
    private int[] unitAt = new int[0];

    /** @param regionCount number of regions */
    UnitFindings(Iterator<FindingRows> rows, int regionCount) {
        Map<String, Integer> unitIndex = new HashMap<>();
        while (rows.hasNext()) {
            FindingRows block = rows.next();
            int[] numbers = new int[block.units().size()];
            for (int i = 0; i < numbers.length; i++) {
                Integer number = unitIndex.putIfAbsent(block.units().get(i), unitIndex.size());
                numbers[i] = number == null ? unitIndex.size() - 1 : number;
            }
            blocks.add(block);
            unitsOfBlock.add(numbers);
            lastDay = Math.max(lastDay, block.lastDay());
        }
        arrange(unitIndex.size(), regionCount);
        collectDemands();
    }

    /** The blocks as they came, until {@link #forgetBlocks}. */
    List<FindingRows> blocks() {
        return blocks;
    }

    /** Frees the memory of what has been laid out. */
    void forgetBlocks() {
        blocks.clear();
        unitsOfBlock.clear();
    }

    /** Last inspection day of everything that was read. */
    int lastDay() {
        return lastDay;
    }

    /** {@link FindingCode} of all findings in their order; an operation's may be sorted among themselves. */
    long[] codes() {
        return codes;
    }

    /** {@link FindingRows#COUNTS} of all findings in the same order. */
    long[] counts() {
        return counts;
    }

    /** Number of operations. */
    int units() {
        return unitAt.length;
    }

    /** First finding of the operation at a place; at the place after the last, where that one ends. */
    int start(int place) {
        return starts[place];
    }

    /** Demands on the operation at a place; {@code null} when there are none. */
    @Nullable
    LongRows demands(int place) {
        return demands.get(unitAt[place]);
    }

    private void arrange(int unitCount, int regionCount) {
        int[] regionOf = new int[unitCount];
        int[] rows = new int[unitCount];
        Arrays.fill(regionOf, NOT_YET);
        int total = 0;
        for (int b = 0; b < blocks.size(); b++) {
            LongRows findings = blocks.get(b).findings;
            int[] numbers = unitsOfBlock.get(b);
            total = Math.addExact(total, findings.rows());
            for (int i = 0; i < findings.rows(); i++) {
                int unit = numbers[(int) findings.at(i, FindingRows.UNIT)];
                rows[unit]++;
                if (regionOf[unit] == NOT_YET) {
                    regionOf[unit] = FindingCode.region(findings.at(i, FindingRows.CODE));
                }
            }
        }
        int[] placeOf = placesByRegion(regionOf, regionCount);
        starts = new int[unitCount + 1];
        for (int unit = 0; unit < unitCount; unit++) {
            starts[placeOf[unit] + 1] = rows[unit];
        }
        for (int place = 0; place < unitCount; place++) {
            starts[place + 1] += starts[place];
        }
        codes = new long[total];
        counts = new long[total];
        int[] next = Arrays.copyOf(starts, unitCount);
        for (int b = 0; b < blocks.size(); b++) {
            LongRows findings = blocks.get(b).findings;
            int[] numbers = unitsOfBlock.get(b);
            for (int i = 0; i < findings.rows(); i++) {
                int to = next[placeOf[numbers[(int) findings.at(i, FindingRows.UNIT)]]]++;
                codes[to] = findings.at(i, FindingRows.CODE);
                counts[to] = findings.at(i, FindingRows.COUNTS);
            }
        }
    }

    private int[] placesByRegion(int[] regionOf, int regionCount) {
        int[] firstOf = new int[regionCount + 2];
        for (int region : regionOf) {
            firstOf[region + 2]++;
        }
        for (int i = 1; i < firstOf.length; i++) {
            firstOf[i] += firstOf[i - 1];
        }
        int[] placeOf = new int[regionOf.length];
        unitAt = new int[regionOf.length];
        for (int unit = 0; unit < regionOf.length; unit++) {
            placeOf[unit] = firstOf[regionOf[unit] + 1]++;
            unitAt[placeOf[unit]] = unit;
        }
        return placeOf;
    }

    private void collectDemands() {
        for (int b = 0; b < blocks.size(); b++) {
            LongRows rows = blocks.get(b).demands;
            for (int i = 0; i < rows.rows(); i++) {
                int unit = unitsOfBlock.get(b)[(int) rows.at(i, FindingRows.UNIT)];
                demands.computeIfAbsent(unit, any -> new LongRows(4))
                        .add(
                                rows.at(i, FindingRows.CODE),
                                unit,
                                rows.at(i, FindingRows.FOLLOWED_UP),
                                rows.at(i, FindingRows.REMEDIED));
            }
        }
    }
}
