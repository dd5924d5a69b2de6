package se.tillsyn.analytics.audit.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.Status;

/**
 * Every table of whole numbers that has a block's published figures, counted out one by one: a nation of some counties and ages, with
 * files of no county or of no age. Answers for small tables what the attack works out.
 */
final class AllTables {

    static final String TOTAL = RateColumns.TOTAL;

    private final List<String> regions;
    private final List<String> ages;
    private final List<RateCell> cells;
    private final List<int[]> finestOfCell = new ArrayList<>();
    private final int finest;
    /** Least and greatest numbers of each cell over tables with the same cells empty, by which cells are. */
    private final List<Map<Integer, long[][]>> byEmpty = List.of(new HashMap<>(), new HashMap<>());

    /**
     * @param regions counties
     * @param ages age groups
     * @param cells published and withheld cells; the nation's total is published
     */
    AllTables(List<String> regions, List<String> ages, List<RateCell> cells) {
        this.regions = regions;
        this.ages = ages;
        this.cells = cells;
        this.finest = (regions.size() + 1) * (ages.size() + 1);
        for (RateCell cell : cells) {
            finestOfCell.add(finestOf(cell.key().region(), cell.key().ageGroup()));
        }
        for (int measure = 0; measure < 2; measure++) {
            enumerate(measure, new long[finest], 0, number(cellOf("00", TOTAL), measure));
        }
    }

    private RateCell cellOf(String region, String age) {
        return cells.stream()
                .filter(cell -> cell.key().region().equals(region)
                        && cell.key().ageGroup().equals(age))
                .findFirst()
                .orElseThrow();
    }

    private static long number(RateCell cell, int measure) {
        return measure == 0 ? cell.deficient() : cell.assessed() - cell.deficient();
    }

    /** The last region and the last age take what has none. */
    private int[] finestOf(String region, String age) {
        List<Integer> of = new ArrayList<>();
        for (int r = 0; r <= regions.size(); r++) {
            for (int a = 0; a <= ages.size(); a++) {
                boolean inRegion = region.equals("00")
                        || (r < regions.size() && regions.get(r).equals(region));
                boolean inAge =
                        age.equals(TOTAL) || (a < ages.size() && ages.get(a).equals(age));
                if (inRegion && inAge) {
                    of.add(r * (ages.size() + 1) + a);
                }
            }
        }
        return of.stream().mapToInt(Integer::intValue).toArray();
    }

    private void enumerate(int measure, long[] table, int from, long left) {
        if (from == finest - 1) {
            table[from] = left;
            keep(measure, table);
            return;
        }
        for (long number = 0; number <= left; number++) {
            table[from] = number;
            enumerate(measure, table, from + 1, left - number);
        }
    }

    private void keep(int measure, long[] table) {
        long[] numbers = new long[cells.size()];
        int empty = 0;
        for (int i = 0; i < numbers.length; i++) {
            for (int place : finestOfCell.get(i)) {
                numbers[i] += table[place];
            }
            RateCell cell = cells.get(i);
            if (!cell.isWithheld() && numbers[i] != number(cell, measure)) {
                return;
            }
            empty |= cell.isWithheld() && numbers[i] == 0 ? 1 << i : 0;
        }
        long[][] range =
                byEmpty.get(measure).computeIfAbsent(empty, any -> new long[][] {numbers.clone(), numbers.clone()});
        for (int i = 0; i < numbers.length; i++) {
            range[0][i] = Math.min(range[0][i], numbers[i]);
            range[1][i] = Math.max(range[1][i], numbers[i]);
        }
    }

    /**
     * Windows of a cell over all tables in which no withheld cell is empty.
     *
     * @return least and greatest number of deficient, of other and of all files
     */
    long[][] windows(RateCell cell) {
        int i = cells.indexOf(cell);
        long[][] windows = new long[3][];
        byEmpty.get(0).forEach((empty, deficient) -> byEmpty.get(1).forEach((otherEmpty, met) -> {
            if ((empty & otherEmpty) == 0) {
                widen(windows, 0, deficient[0][i], deficient[1][i]);
                widen(windows, 1, met[0][i], met[1][i]);
                widen(windows, 2, deficient[0][i] + met[0][i], deficient[1][i] + met[1][i]);
            }
        }));
        return windows;
    }

    private static void widen(long[][] windows, int measure, long low, long high) {
        long[] before = windows[measure];
        windows[measure] = before == null
                ? new long[] {low, high}
                : new long[] {Math.min(before[0], low), Math.max(before[1], high)};
    }

    /** A cell of the block; counts of a withheld one are left out as a release does. */
    static RateCell cell(String region, String age, long deficient, long assessed, boolean withheld) {
        return new RateCell(
                "rates",
                new CellKey("T", region, "2020", age, TOTAL),
                withheld ? Status.SUPPRESSED : Status.VALUE,
                withheld ? 0 : assessed,
                withheld ? 0 : deficient,
                0,
                0);
    }

    @Override
    public String toString() {
        return Arrays.toString(cells.toArray());
    }
}
