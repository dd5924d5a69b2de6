package se.tillsyn.analytics.cube;

import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.profile.ProfileDescription.View;

/**
 * The cells that one operation belongs to, without their regions, and what its findings say in each of them. Each finding
 * enters its finest cells, and each of these at most three wider ones. The same object serves one operation after the other.
 */
final class OperationCells {

    /** In place of a region: findings count wherever they lie. */
    static final int ALL_REGIONS = -1;

    /** Above all keys of one region: the cell belongs to the view of operations as last seen. */
    static final long LATEST = 1L << CellKey.FREE_SHIFT;

    private final CubeDimensions dimensions;
    private final CubeRegions regions;
    private final PeriodOfDay periods;
    private final int lastDay;

    /** The findings of all operations, as {@link UnitFindings} has them. */
    private final long[] codes;

    private final long[] counts;

    /** Each finding enters one of these, and each of these at most four of {@link #cells}. */
    private final UnitCells finest = new UnitCells();

    private final UnitCells cells = new UnitCells();
    private final UnitCells covered = new UnitCells();
    private final UnitCells reviewed = new UnitCells();

    OperationCells(CubeDimensions dimensions, PeriodOfDay periods, UnitFindings findings) {
        this.dimensions = dimensions;
        regions = dimensions.regions();
        this.periods = periods;
        lastDay = findings.lastDay();
        codes = findings.codes();
        counts = findings.counts();
    }

    /** Cells of rates; those of the view of operations as last seen are marked by {@link #LATEST}. */
    UnitCells cells() {
        return cells;
    }

    /** Cells of coverage, by period and type. */
    UnitCells covered() {
        return covered;
    }

    /** Files by office, basis and county; gathered once for an operation, whatever regions are asked for one by one. */
    UnitCells reviewed() {
        return reviewed;
    }

    /**
     * Adds up what the operation's findings say in each of its cells.
     *
     * @param only region that the findings must belong to, or {@link #ALL_REGIONS}
     * @param leavesOfShape where cells of each shape go, to leave out shapes that go nowhere; {@code null} for all
     */
    void gather(int from, int to, int only, int @Nullable [] leavesOfShape) {
        cells.clear();
        finest.clear();
        covered.clear();
        if (only == ALL_REGIONS) {
            reviewed.clear();
        }
        boolean years = wanted(leavesOfShape, 0);
        boolean quarters = wanted(leavesOfShape, CubePlan.shape(View.INSPECTED, true, false, false));
        for (int i = from; i < to; i++) {
            long code = codes[i];
            if (only != ALL_REGIONS && !lies(code, only)) {
                continue;
            }
            int day = FindingCode.day(code);
            if (years) {
                addPeriod(code, counts[i], periods.year(day));
            }
            if (quarters) {
                addPeriod(code, counts[i], periods.quarter(day));
            }
        }
        if (regions.plan().plansLatest()) {
            gatherLatest(from, to, only);
        }
        addFinest();
        if (dimensions.countsOffices() && (only == ALL_REGIONS || reviewed.size() == 0)) {
            gatherReviews(from, to);
        }
    }

    private static boolean wanted(int @Nullable [] leavesOfShape, int shape) {
        return leavesOfShape == null || leavesOfShape[shape] >= 0;
    }

    private boolean lies(long code, int region) {
        for (int at : regions.selfAndAbove(FindingCode.region(code))) {
            if (at == region) {
                return true;
            }
        }
        return false;
    }

    private void addPeriod(long code, long count, int period) {
        int topic = FindingCode.topic(code);
        int type = FindingCode.operationType(code);
        if (dimensions.countsCoverage()) {
            long seen = FindingCode.marks(code);
            covered.add(CellKey.of(0, 0, period, 0, 0), 0, 0, seen);
            covered.add(CellKey.of(0, 0, period, 0, type), 0, 0, seen);
        }
        if (dimensions.isRate(topic)) {
            addFinest(code, count, topic, period, 0);
        }
    }

    private void addFinest(long code, long count, int topic, int period, long view) {
        finest.add(
                CellKey.of(topic, 0, period, FindingCode.ageGroup(code), FindingCode.operationType(code)) | view,
                FindingRows.assessed(count),
                FindingRows.deficient(count),
                FindingCode.marks(code));
    }

    /** Adds each finest cell to those of all types, of all ages, and of both. */
    private void addFinest() {
        for (int cell = 0; cell < finest.size(); cell++) {
            long key = finest.key(cell);
            addCell(key, cell);
            addCell(CellKey.ofAllTypes(key), cell);
            if (CellKey.ageGroup(key) != 0) {
                addCell(CellKey.ofAllAges(key), cell);
                addCell(CellKey.ofAllAges(CellKey.ofAllTypes(key)), cell);
            }
        }
    }

    private void addCell(long key, int cell) {
        cells.add(key, finest.cases(cell), finest.deficient(cell), finest.marks(cell));
    }

    /**
     * A topic's judged findings of one day count as the latest known at the end of the year and of the years after, until
     * the operation is judged on the topic again, the topic's law changes, or the result has become too old.
     */
    private void gatherLatest(int from, int to, int only) {
        int start = from;
        while (start < to) {
            int topic = FindingCode.topic(codes[start]);
            int day = FindingCode.day(codes[start]);
            int end = start;
            boolean judged = false;
            while (end < to && FindingCode.topic(codes[end]) == topic && FindingCode.day(codes[end]) == day) {
                judged |= FindingCode.has(codes[end], FindingCode.JUDGED);
                end++;
            }
            if (judged && dimensions.isRate(topic)) {
                addLatest(start, end, only, nextJudged(end, to, topic));
            }
            start = end;
        }
    }

    /** Day on which the topic was judged next, or a day after all. */
    private int nextJudged(int from, int to, int topic) {
        for (int i = from; i < to && FindingCode.topic(codes[i]) == topic; i++) {
            if (FindingCode.has(codes[i], FindingCode.JUDGED)) {
                return FindingCode.day(codes[i]);
            }
        }
        return FindingCode.DAYS - 1;
    }

    private void addLatest(int from, int to, int only, int next) {
        int topic = FindingCode.topic(codes[from]);
        int day = FindingCode.day(codes[from]);
        int period = periods.year(day);
        int last =
                Math.min(period + (regions.plan().latestYears() - 1) * CellKey.PERIODS_OF_YEAR, periods.year(lastDay));
        while (period <= last) {
            int yearEnd = CubeDimensions.lastDayOf(period);
            if (next <= yearEnd || dimensions.broken(topic, day, yearEnd)) {
                return;
            }
            for (int i = from; i < to; i++) {
                if (FindingCode.has(codes[i], FindingCode.JUDGED) && (only == ALL_REGIONS || lies(codes[i], only))) {
                    addFinest(codes[i], counts[i], topic, period, LATEST);
                }
            }
            period += CellKey.PERIODS_OF_YEAR;
        }
    }

    /** Files by office, basis and county; office and basis stand where operation type and age group stand else. */
    private void gatherReviews(int from, int to) {
        for (int i = from; i < to; i++) {
            long code = codes[i];
            int county = regions.county(FindingCode.region(code));
            if (county >= 0
                    && dimensions.isRate(FindingCode.topic(code))
                    && FindingCode.has(code, FindingCode.JUDGED)) {
                long files = FindingRows.assessed(counts[i]);
                reviewed.add(
                        CellKey.of(
                                FindingCode.topic(code),
                                county,
                                periods.year(FindingCode.day(code)),
                                FindingCode.basis(code),
                                FindingRows.office(counts[i])),
                        files,
                        FindingRows.deficient(counts[i]),
                        FindingCode.marks(code));
            }
        }
    }
}
