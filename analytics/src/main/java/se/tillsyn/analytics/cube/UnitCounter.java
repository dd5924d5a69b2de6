package se.tillsyn.analytics.cube;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.profile.ProfileDescription.View;

/**
 * Counts whole operations: brings the findings of each together and adds it once to every cell it belongs to, however many
 * findings led there. This is what makes distinct counts of operations exact at every level: they are never summed over
 * ages, types, topics or periods, only over regions, and only where the operation lies in one.
 *
 * <p>Operations are taken in the order of {@link UnitFindings}.
 */
final class UnitCounter {

    /** Above all keys of one region: the cell belongs to the view of operations as last seen. */
    private static final long LATEST = 1L << CellKey.FREE_SHIFT;

    private static final int NOT_YET = -1;
    private static final long LOW_HALF = 0xFFFFFFFFL;

    private final CubeDimensions dimensions;
    private final CubeRegions regions;
    private final Map<Integer, CubePart> leaves = new TreeMap<>();
    private final Map<Integer, CubePart> direct = new TreeMap<>();
    /** Each finding enters one of these, and each of these at most four of {@link #cells}. */
    private final UnitCells finest = new UnitCells();

    private final UnitCells cells = new UnitCells();
    private final UnitCells covered = new UnitCells();
    private final UnitCells reviewed = new UnitCells();
    private final int[] yearOfDay = new int[FindingCode.DAYS];
    private final int[] quarterOfDay = new int[FindingCode.DAYS];
    private int lastDay;

    /** The findings of all operations, as {@link UnitFindings} has them. */
    private long[] codes = new long[0];

    private long[] counts = new long[0];

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
        lastDay = findings.lastDay();
        codes = findings.codes();
        counts = findings.counts();
        for (FindingRows block : findings.blocks()) {
            addValues(block);
            addBounds(block);
        }
        findings.forgetBlocks();
        for (int place = 0; place < findings.units(); place++) {
            if (findings.start(place) < findings.start(place + 1)) {
                countUnit(findings.start(place), findings.start(place + 1), findings.demands(place));
            }
        }
    }

    private void countUnit(int from, int to, @Nullable LongRows demands) {
        boolean ordered = regions.plan().plansLatest() || demands != null;
        if (ordered) {
            PairSort.sort(codes, counts, from, to);
        }
        int region = FindingCode.region(codes[from]);
        boolean one = true;
        for (int i = from + 1; i < to && one; i++) {
            one = FindingCode.region(codes[i]) == region;
        }
        if (one) {
            gather(from, to, NOT_YET, regions.leaves(region));
            addToLeaves(region);
        } else {
            for (int at : regionsOf(from, to)) {
                gather(from, to, at, null);
                addTo(at);
            }
        }
        addReviews();
        if (demands != null) {
            new FollowUps(dimensions, this::leaf, lastDay).add(demands, codes, from, to);
        }
    }

    /** Every region that any of the findings belongs to. */
    private int[] regionsOf(int from, int to) {
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

    /**
     * Adds up what the operation's findings say in each of its cells.
     *
     * @param only region that the findings must belong to, or {@link #NOT_YET} for all of them
     * @param leavesOfShape where cells of each shape go, to leave out shapes that go nowhere; {@code null} for all
     */
    private void gather(int from, int to, int only, int @Nullable [] leavesOfShape) {
        cells.clear();
        finest.clear();
        covered.clear();
        if (only == NOT_YET) {
            reviewed.clear();
        }
        boolean years = wanted(leavesOfShape, 0);
        boolean quarters = wanted(leavesOfShape, CubePlan.shape(View.INSPECTED, true, false, false));
        for (int i = from; i < to; i++) {
            long code = codes[i];
            if (only != NOT_YET && !lies(code, only)) {
                continue;
            }
            int day = FindingCode.day(code);
            if (years) {
                addPeriod(code, counts[i], yearOf(day));
            }
            if (quarters) {
                addPeriod(code, counts[i], quarterOf(day));
            }
        }
        if (regions.plan().plansLatest()) {
            gatherLatest(from, to, only);
        }
        addFinest();
        if (dimensions.countsOffices() && (only == NOT_YET || reviewed.size() == 0)) {
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
        int period = yearOf(day);
        int last = Math.min(period + (regions.plan().latestYears() - 1) * CellKey.PERIODS_OF_YEAR, yearOf(lastDay));
        while (period <= last) {
            int yearEnd = CubeDimensions.lastDayOf(period);
            if (next <= yearEnd || dimensions.broken(topic, day, yearEnd)) {
                return;
            }
            for (int i = from; i < to; i++) {
                if (FindingCode.has(codes[i], FindingCode.JUDGED) && (only == NOT_YET || lies(codes[i], only))) {
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
                                yearOf(FindingCode.day(code)),
                                FindingCode.basis(code),
                                FindingRows.office(counts[i])),
                        files,
                        FindingRows.deficient(counts[i]),
                        FindingCode.marks(code));
            }
        }
    }

    private void addReviews() {
        for (int cell = 0; cell < reviewed.size(); cell++) {
            leaf(CellKey.region(reviewed.key(cell)))
                    .offices
                    .addUnit(reviewed.key(cell), reviewed.cases(cell), reviewed.deficient(cell), reviewed.marks(cell));
        }
        reviewed.clear();
    }

    private void addToLeaves(int region) {
        int[] leafOfShape = regions.leaves(region);
        for (int cell = 0; cell < cells.size(); cell++) {
            long key = cells.key(cell);
            View view = (key & LATEST) == 0 ? View.INSPECTED : View.LATEST;
            int to = leafOfShape[CubePlan.shape(view, key)];
            if (to >= 0) {
                add(leaf(to), to, cell, view);
            }
        }
        for (int cell = 0; cell < covered.size(); cell++) {
            int to = leafOfShape[CubePlan.shape(View.INSPECTED, covered.key(cell))];
            if (to >= 0) {
                addCovered(leaf(to), to, cell);
            }
        }
    }

    private void addTo(int region) {
        CubePart part = direct.computeIfAbsent(region, any -> new CubePart());
        for (int cell = 0; cell < cells.size(); cell++) {
            View view = (cells.key(cell) & LATEST) == 0 ? View.INSPECTED : View.LATEST;
            if (regions.planned(region, CubePlan.shape(view, cells.key(cell)))) {
                add(part, region, cell, view);
            }
        }
        for (int cell = 0; cell < covered.size(); cell++) {
            if (regions.planned(region, CubePlan.shape(View.INSPECTED, covered.key(cell)))) {
                addCovered(part, region, cell);
            }
        }
    }

    private void add(CubePart part, int region, int cell, View view) {
        (view == View.LATEST ? part.latest : part.inspected)
                .addUnit(
                        CellKey.at(cells.key(cell) & ~LATEST, region),
                        cells.cases(cell),
                        cells.deficient(cell),
                        cells.marks(cell));
    }

    private void addCovered(CubePart part, int region, int cell) {
        long key = CellKey.at(covered.key(cell), region);
        long marks = covered.marks(cell);
        part.coverage.addUnit(key, 0, 0, marks);
        part.coverage.add(key, CellSums.CLUSTERS, 1);
    }

    private CubePart leaf(int region) {
        return leaves.computeIfAbsent(region, any -> new CubePart());
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
        for (int period : new int[] {yearOf(day), quarterOf(day)}) {
            for (int ofAge = 0; ofAge <= (age == 0 ? 0 : 1); ofAge++) {
                for (int ofType = 0; ofType <= 1; ofType++) {
                    long key = CellKey.of(FindingCode.topic(code), 0, period, ofAge * age, ofType * type);
                    int to = leafOfShape[CubePlan.shape(View.INSPECTED, key)];
                    if (to >= 0) {
                        use.use(leaf(to), CellKey.at(key, to));
                    }
                }
            }
        }
    }

    private int yearOf(int day) {
        if (yearOfDay[day] == 0) {
            yearOfDay[day] = CubeDimensions.yearPeriod(day) + 1;
        }
        return yearOfDay[day] - 1;
    }

    private int quarterOf(int day) {
        if (quarterOfDay[day] == 0) {
            quarterOfDay[day] = CubeDimensions.quarterPeriod(day) + 1;
        }
        return quarterOfDay[day] - 1;
    }
}
