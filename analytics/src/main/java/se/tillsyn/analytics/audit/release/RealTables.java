package se.tillsyn.analytics.audit.release;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * How far apart the numbers of withheld cells are in tables of real numbers that fit everything published. From a table in the
 * midst of all (analytic centre) ways are followed to where a cell reaches its least number; what is seen at their ends cannot be
 * ruled out. One kind of count at a time.
 *
 * <p>Tables count when every sum is met within a millionth of the largest count; cells lie well inside their limits then, so that an
 * exact table is as near.
 */
final class RealTables {

    private static final long SEED = 1_847L;
    private static final int STEPS = 50;
    private static final double STAY_INSIDE = 0.9;
    private static final double MIDST = 0.3;
    private static final int WAYS = 14;
    private static final int TURNS = 5;
    private static final double FAR = 1e6;
    private static final double EXACT = 1e-6;
    private static final double ENDLESS_MIDST = 20;

    private final Ranges ranges;
    private final int measure;
    private final int[] place;
    private final int[] cells;
    private final int[][] cellsOf;
    private final int[][] signsOf;
    private final int[][] sumsOf;
    private final int[][] signsIn;
    private final double[] right;
    private final double scale;
    private final NormalEquations normal;
    private final double[] centre;
    private final double[] least;
    private final double[] most;

    RealTables(Lattice lattice, Ranges ranges, int measure) {
        this.ranges = ranges;
        this.measure = measure;
        place = new int[lattice.size()];
        Arrays.fill(place, -1);
        int open = 0;
        for (int cell = 0; cell < place.length; cell++) {
            if (!ranges.isFixed(measure, cell)) {
                place[cell] = open++;
            }
        }
        cells = new int[open];
        for (int cell = 0; cell < place.length; cell++) {
            if (place[cell] >= 0) {
                cells[place[cell]] = cell;
            }
        }
        Lattice.Sum[] sums = lattice.sums().stream().filter(this::isOpen).toArray(Lattice.Sum[]::new);
        cellsOf = new int[sums.length][];
        signsOf = new int[sums.length][];
        right = new double[sums.length];
        for (int sum = 0; sum < sums.length; sum++) {
            enter(sum, sums[sum]);
        }
        scale = 1 + Arrays.stream(right).map(Math::abs).max().orElse(0);
        sumsOf = new int[open][];
        signsIn = new int[open][];
        transpose();
        normal = new NormalEquations(cellsOf, signsOf, open);
        centre = centre();
        least = new double[open];
        most = new double[open];
        Arrays.fill(least, Double.MAX_VALUE);
        Arrays.fill(most, -Double.MAX_VALUE);
    }

    private boolean isOpen(Lattice.Sum sum) {
        return (sum.whole() != Lattice.ZERO && place[sum.whole()] >= 0)
                || Arrays.stream(sum.parts()).anyMatch(part -> place[part] >= 0);
    }

    /** Numbers are counted from the least that each can be. */
    private void enter(int number, Lattice.Sum sum) {
        int[] all = new int[sum.parts().length + 1];
        int[] signs = new int[all.length];
        int size = 0;
        double rest = 0;
        if (sum.whole() != Lattice.ZERO) {
            rest = ranges.low(measure, sum.whole());
            if (place[sum.whole()] >= 0) {
                all[size] = place[sum.whole()];
                signs[size++] = -1;
            }
        }
        for (int part : sum.parts()) {
            rest -= ranges.low(measure, part);
            if (place[part] >= 0) {
                all[size] = place[part];
                signs[size++] = 1;
            }
        }
        cellsOf[number] = Arrays.copyOf(all, size);
        signsOf[number] = Arrays.copyOf(signs, size);
        right[number] = rest;
    }

    private void transpose() {
        int[] uses = new int[cells.length];
        for (int[] some : cellsOf) {
            for (int cell : some) {
                uses[cell]++;
            }
        }
        for (int cell = 0; cell < uses.length; cell++) {
            sumsOf[cell] = new int[uses[cell]];
            signsIn[cell] = new int[uses[cell]];
        }
        for (int sum = 0; sum < cellsOf.length; sum++) {
            for (int i = 0; i < cellsOf[sum].length; i++) {
                int cell = cellsOf[sum][i];
                sumsOf[cell][--uses[cell]] = sum;
                signsIn[cell][uses[cell]] = signsOf[sum][i];
            }
        }
    }

    private double[] sumsOf(double[] table) {
        double[] result = new double[right.length];
        for (int sum = 0; sum < result.length; sum++) {
            for (int i = 0; i < cellsOf[sum].length; i++) {
                result[sum] += signsOf[sum][i] * table[cellsOf[sum][i]];
            }
        }
        return result;
    }

    private double held(double[] weights, int cell) {
        double sum = 0;
        for (int i = 0; i < sumsOf[cell].length; i++) {
            sum += signsIn[cell][i] * weights[sumsOf[cell][i]];
        }
        return sum;
    }

    private void prepare(double[] table) {
        double[] squares = new double[table.length];
        for (int cell = 0; cell < squares.length; cell++) {
            squares[cell] = table[cell] * table[cell];
        }
        normal.prepare(squares, sumsOf, signsIn);
    }

    /** Newton's method from a table that need not fit, for the largest product of all numbers; endless ones are held back. */
    private double[] centre() {
        double[] table = new double[cells.length];
        Arrays.fill(table, 1);
        double far = ENDLESS_MIDST * scale;
        for (int step = 0; step < STEPS; step++) {
            double[] found = sumsOf(table);
            double[] wish = new double[table.length];
            for (int cell = 0; cell < wish.length; cell++) {
                wish[cell] = table[cell] - table[cell] * table[cell] / far;
            }
            double[] wanted = sumsOf(wish);
            double error = 0;
            for (int sum = 0; sum < wanted.length; sum++) {
                wanted[sum] -= right[sum] - found[sum];
                error = Math.max(error, Math.abs(right[sum] - found[sum]));
            }
            prepare(table);
            double[] weights = normal.solve(wanted);
            double share = 1;
            double distance = 0;
            for (int cell = 0; cell < wish.length; cell++) {
                wish[cell] -= table[cell] * table[cell] * held(weights, cell);
                double relative = wish[cell] / table[cell];
                distance += relative * relative;
                share = relative < 0 ? Math.min(share, STAY_INSIDE / -relative) : share;
            }
            if (error < EXACT * EXACT * scale && distance < MIDST) {
                break;
            }
            for (int cell = 0; cell < wish.length; cell++) {
                table[cell] += share * wish[cell];
            }
        }
        return table;
    }

    /** A number of each cell of the lattice in the midst of what fits. */
    double[] guide() {
        double[] guide = new double[place.length];
        for (int cell = 0; cell < guide.length; cell++) {
            guide[cell] = ranges.low(measure, cell) + (place[cell] < 0 ? 0 : centre[place[cell]]);
        }
        return guide;
    }

    /** Least number seen of a cell. */
    double least(int cell) {
        return place[cell] < 0 ? ranges.low(measure, cell) : ranges.low(measure, cell) + least[place[cell]];
    }

    /** Largest number seen of a cell. */
    double most(int cell) {
        return place[cell] < 0 ? ranges.low(measure, cell) : ranges.low(measure, cell) + most[place[cell]];
    }

    /** Looks until windows of all cells are wide enough or little more is seen. */
    void look(BitSet wanted) {
        see(centre);
        BitSet open = (BitSet) wanted.clone();
        drop(open);
        SplittableRandom random = new SplittableRandom(SEED);
        prepare(centre);
        for (int cell = open.nextSetBit(0); cell >= 0; cell = open.nextSetBit(cell + 1)) {
            if (!isWide(cell)) {
                double[] weights = new double[cells.length];
                weights[place[cell]] = 1;
                double[] change = change(centre, weights);
                go(centre, change, 1);
                go(centre, change, -1);
            }
        }
        drop(open);
        int vain = 0;
        for (int way = 0; way < WAYS && vain < 3 && !open.isEmpty(); way++) {
            int before = open.cardinality();
            double[] weights = new double[cells.length];
            for (int cell = open.nextSetBit(0); cell >= 0; cell = open.nextSetBit(cell + 1)) {
                weights[place[cell]] = random.nextBoolean() ? 1 : -1;
            }
            follow(weights);
            for (int cell = 0; cell < weights.length; cell++) {
                weights[cell] = -weights[cell];
            }
            follow(weights);
            drop(open);
            vain = open.cardinality() < before ? 0 : vain + 1;
        }
    }

    private void follow(double[] weights) {
        double[] table = centre;
        for (int turn = 0; turn < TURNS; turn++) {
            prepare(table);
            table = go(table, change(table, weights), 1);
        }
    }

    private void drop(BitSet open) {
        for (int cell = open.nextSetBit(0); cell >= 0; cell = open.nextSetBit(cell + 1)) {
            if (place[cell] < 0 || isWide(cell)) {
                open.clear(cell);
            }
        }
    }

    /** Whether tables seen show a window that is wide enough, with room for whole numbers. */
    boolean isWide(int cell) {
        double low = least(cell);
        double high = most(cell);
        return high - low >= LocalProgrammes.PLAINLY_WIDE && Window.isWideEnough(low, high);
    }

    /** The way in which the weighted numbers grow fastest, each measured by its size, while all sums stay. */
    private double[] change(double[] table, double[] weights) {
        double[] change = new double[table.length];
        for (int cell = 0; cell < change.length; cell++) {
            change[cell] = table[cell] * table[cell] * weights[cell];
        }
        double[] back = normal.solve(sumsOf(change));
        for (int cell = 0; cell < change.length; cell++) {
            change[cell] -= table[cell] * table[cell] * held(back, cell);
        }
        return change;
    }

    /** Goes to the end of a way and looks; the table shortly before. */
    private double[] go(double[] from, double[] change, int sign) {
        double reach = FAR;
        for (int cell = 0; cell < change.length; cell++) {
            double speed = sign * change[cell];
            reach = speed < 0 ? Math.min(reach, from[cell] / -speed) : reach;
            reach = speed > 0 ? Math.min(reach, FAR * scale / speed) : reach;
        }
        double[] end = new double[from.length];
        double[] before = new double[from.length];
        for (int cell = 0; cell < end.length; cell++) {
            double way = sign * reach * change[cell];
            end[cell] = Math.max(0, from[cell] + way);
            before[cell] = from[cell] + STAY_INSIDE * way;
        }
        see(end);
        return before;
    }

    private void see(double[] table) {
        double[] found = sumsOf(table);
        double largest = 0;
        for (double number : table) {
            largest = Math.max(largest, number);
        }
        for (int sum = 0; sum < found.length; sum++) {
            if (Math.abs(found[sum] - right[sum]) > EXACT * (scale + largest)) {
                return;
            }
        }
        for (int cell = 0; cell < table.length; cell++) {
            least[cell] = Math.min(least[cell], table[cell]);
            most[cell] = Math.max(most[cell], table[cell]);
        }
    }
}
