package se.tillsyn.analytics.audit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Smallest value of a sum of unknowns under released figures: the simplex method with limits on every variable.
 *
 * <p>An audit asks for thousands of optima over the same figures. The equations are therefore eliminated once, and each
 * search starts at the corner where the last one ended: about 3 ms an optimum on a cube of 1980 cells, where a general
 * solver that starts afresh takes 130 to 300 ms. Variables are the unknowns and, for each inequality, its sum. Pivots
 * follow the steepest coefficient, after a series of steps without progress Bland's rule, which cannot run in circles (R.
 * G. Bland, 1977, New finite pivoting rules for the simplex method, Mathematics of Operations Research 2, 103–107,
 * doi:10.1287/moor.2.2.103).
 *
 * <p>Each optimum is put into the released figures before it is given out. Checked against ojAlgo on drawn systems and
 * against HiGHS (sdc_audit_cases.json, sdc_hierarchical_patterns.json, sdc_release_pairs.json).
 */
final class Simplex {

    /** A smallest value and a table that has it. */
    static final class Optimum {
        private final double value;
        private final double[] point;

        Optimum(double value, double[] point) {
            this.value = value;
            this.point = point;
        }

        /** Negative infinity when the sum has no smallest value. */
        double value() {
            return value;
        }

        /** Values of the unknowns. */
        double[] point() {
            return point;
        }
    }

    static final double NOTHING = 1e-9;
    /** Smaller coefficients are rounding: a pivot on one would ruin the rest. */
    private static final double COEFFICIENT = 1e-7;

    private static final double FEASIBLE = 1e-8;
    static final double ACCEPTED = 1e-6;
    private static final double SNAP = 1e-12;
    private static final int PATIENCE = 40;
    /** Exchanges after which rows are made anew from the released figures. */
    private static final int FRESH = 200;

    private final List<Released> figures;
    private final int unknowns;
    /** Limits of the unknowns, then of the inequalities' sums. */
    private final double[] lower;

    private final double[] upper;
    /** Variables of the columns and where they rest. */
    private final int[] nonbasic;

    private final double[] resting;
    /** Variables of the rows: {@code basic[i] = constant[i] + rows[i] · nonbasic}. */
    private final int[] basic;

    private final double[] constant;
    private final double[][] rows;
    private final double[] value;
    /** Rows as the elimination left them. */
    private final int[] startNonbasic;

    private final int[] startBasic;
    private final double[] startConstant;
    private final double[][] startRows;
    private int patience = PATIENCE;
    private int exchanges;

    /**
     * Eliminates the equations.
     *
     * @param lower smallest values of the unknowns
     * @param upper largest values
     * @param figures released sums of them
     * @throws ContradictionException when the equations contradict each other
     */
    Simplex(double[] lower, double[] upper, List<Released> figures) {
        this.figures = figures;
        this.unknowns = lower.length;
        Elimination elimination = new Elimination(unknowns, figures);
        List<Released> inequalities =
                figures.stream().filter(figure -> !figure.isEquality()).toList();
        int variables = unknowns + inequalities.size();
        this.lower = Arrays.copyOf(lower, variables);
        this.upper = Arrays.copyOf(upper, variables);
        this.nonbasic = elimination.free();
        this.resting = new double[nonbasic.length];
        for (int column = 0; column < nonbasic.length; column++) {
            resting[column] = rest(nonbasic[column]);
        }
        int height = elimination.rank() + inequalities.size();
        this.basic = new int[height];
        this.constant = new double[height];
        this.rows = new double[height][];
        this.value = new double[height];
        for (int row = 0; row < elimination.rank(); row++) {
            basic[row] = elimination.pivot(row);
            constant[row] = elimination.constant(row);
            rows[row] = elimination.coefficients(row, nonbasic);
        }
        for (int i = 0; i < inequalities.size(); i++) {
            Released figure = inequalities.get(i);
            int row = elimination.rank() + i;
            basic[row] = unknowns + i;
            this.lower[unknowns + i] = figure.min();
            this.upper[unknowns + i] = figure.max();
            rows[row] = new double[nonbasic.length];
            constant[row] = substitute(figure.sum(), rows[row]);
        }
        this.startNonbasic = nonbasic.clone();
        this.startBasic = basic.clone();
        this.startConstant = constant.clone();
        this.startRows = copyOf(rows);
        evaluate();
    }

    /** A copy that can be narrowed without changing the other. */
    private Simplex(Simplex other) {
        this.figures = other.figures;
        this.unknowns = other.unknowns;
        this.lower = other.lower.clone();
        this.upper = other.upper.clone();
        this.nonbasic = other.nonbasic.clone();
        this.resting = other.resting.clone();
        this.basic = other.basic.clone();
        this.constant = other.constant.clone();
        this.rows = copyOf(other.rows);
        this.value = other.value.clone();
        this.startNonbasic = other.startNonbasic;
        this.startBasic = other.startBasic;
        this.startConstant = other.startConstant;
        this.startRows = other.startRows;
        this.exchanges = other.exchanges;
    }

    Simplex copy() {
        return new Simplex(this);
    }

    int unknowns() {
        return unknowns;
    }

    /** Narrows the limits of an unknown. */
    void narrow(int unknown, double smallest, double largest) {
        lower[unknown] = Math.max(lower[unknown], smallest);
        upper[unknown] = Math.min(upper[unknown], largest);
        for (int column = 0; column < nonbasic.length; column++) {
            if (nonbasic[column] == unknown) {
                resting[column] = rest(unknown);
            }
        }
    }

    /** Whether any table fits. Moves to a corner that does. */
    boolean isFeasible() {
        for (int variable = 0; variable < lower.length; variable++) {
            if (lower[variable] > upper[variable]) {
                return false;
            }
        }
        refreshWhenDue();
        evaluate();
        patience = PATIENCE;
        double[] slope = new double[nonbasic.length];
        while (gatherInfeasibility(slope)) {
            if (!step(slope, null)) {
                return largestViolation() < ACCEPTED;
            }
            refreshWhenDue();
        }
        return true;
    }

    /**
     * The smallest value of a sum, from a corner that fits.
     *
     * @throws ContradictionException when no table fits
     * @throws UndecidedException when the programme loses its accuracy
     */
    Optimum minimise(Expression sum) {
        Optimum optimum = descend(sum);
        if (!fits(optimum.point())) {
            refresh();
            optimum = descend(sum);
            if (!fits(optimum.point())) {
                throw new UndecidedException();
            }
        }
        return optimum;
    }

    private Optimum descend(Expression sum) {
        if (!isFeasible()) {
            throw new ContradictionException();
        }
        double[] slope = slopeOf(sum);
        patience = PATIENCE;
        while (entering(slope) >= 0) {
            if (!step(slope, slope)) {
                return new Optimum(Double.NEGATIVE_INFINITY, point());
            }
            if (refreshWhenDue()) {
                slope = slopeOf(sum);
            }
        }
        double[] point = point();
        return new Optimum(sum.valueAt(point), point);
    }

    private double[] slopeOf(Expression sum) {
        double[] slope = new double[nonbasic.length];
        substitute(sum, slope);
        return slope;
    }

    private boolean refreshWhenDue() {
        if (exchanges < FRESH) {
            return false;
        }
        refresh();
        return true;
    }

    /** Solves the first rows for the variables that are basic now: rounding of past exchanges is gone. */
    private void refresh() {
        boolean[] wanted = new boolean[lower.length];
        double[] rest = new double[lower.length];
        for (int variable : basic) {
            wanted[variable] = true;
        }
        for (int column = 0; column < nonbasic.length; column++) {
            rest[nonbasic[column]] = resting[column];
        }
        System.arraycopy(startNonbasic, 0, nonbasic, 0, nonbasic.length);
        System.arraycopy(startBasic, 0, basic, 0, basic.length);
        System.arraycopy(startConstant, 0, constant, 0, constant.length);
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(startRows[row], 0, rows[row], 0, nonbasic.length);
        }
        for (int column = 0; column < nonbasic.length; column++) {
            if (wanted[nonbasic[column]]) {
                int leaving = -1;
                for (int row = 0; row < rows.length; row++) {
                    boolean larger = leaving < 0 || Math.abs(rows[row][column]) > Math.abs(rows[leaving][column]);
                    if (!wanted[basic[row]] && larger) {
                        leaving = row;
                    }
                }
                exchange(leaving, column, null);
            }
        }
        for (int column = 0; column < nonbasic.length; column++) {
            resting[column] = rest[nonbasic[column]];
        }
        evaluate();
        exchanges = 0;
    }

    private static double[][] copyOf(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            copy[row] = rows[row].clone();
        }
        return copy;
    }

    private double rest(int variable) {
        if (lower[variable] > Double.NEGATIVE_INFINITY) {
            return lower[variable];
        }
        return upper[variable] < Double.POSITIVE_INFINITY ? upper[variable] : 0;
    }

    /** Writes the sum over the columns' variables into {@code coefficients} and returns its constant. */
    private double substitute(Expression sum, double[] coefficients) {
        int[] rowOf = new int[unknowns];
        int[] columnOf = new int[unknowns];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < basic.length; row++) {
            if (rows[row] != null && basic[row] < unknowns) {
                rowOf[basic[row]] = row;
            }
        }
        for (int column = 0; column < nonbasic.length; column++) {
            if (nonbasic[column] < unknowns) {
                columnOf[nonbasic[column]] = column;
            }
        }
        double rest = 0;
        for (int term = 0; term < sum.size(); term++) {
            double factor = sum.coefficient(term);
            int row = rowOf[sum.unknown(term)];
            if (row < 0) {
                coefficients[columnOf[sum.unknown(term)]] += factor;
            } else {
                rest += factor * constant[row];
                addTo(coefficients, factor, rows[row]);
            }
        }
        return rest;
    }

    private void evaluate() {
        for (int row = 0; row < rows.length; row++) {
            double sum = constant[row];
            for (int column = 0; column < nonbasic.length; column++) {
                sum += rows[row][column] * resting[column];
            }
            value[row] = sum;
        }
    }

    private double shortfall(int row) {
        double limit = lower[basic[row]];
        return limit - value[row] > FEASIBLE * (1 + Math.abs(limit)) ? limit - value[row] : 0;
    }

    private double excess(int row) {
        double limit = upper[basic[row]];
        return value[row] - limit > FEASIBLE * (1 + Math.abs(limit)) ? value[row] - limit : 0;
    }

    private double largestViolation() {
        double largest = 0;
        for (int row = 0; row < rows.length; row++) {
            largest = Math.max(largest, Math.max(shortfall(row), excess(row)));
        }
        return largest;
    }

    /** How the sum of violations changes with each column's variable; false when there are none. */
    private boolean gatherInfeasibility(double[] slope) {
        Arrays.fill(slope, 0);
        boolean any = false;
        for (int row = 0; row < rows.length; row++) {
            if (shortfall(row) > 0) {
                addTo(slope, -1, rows[row]);
                any = true;
            } else if (excess(row) > 0) {
                addTo(slope, 1, rows[row]);
                any = true;
            }
        }
        return any;
    }

    private boolean improves(double[] slope, int column) {
        int variable = nonbasic[column];
        return (slope[column] < -COEFFICIENT && resting[column] < upper[variable])
                || (slope[column] > COEFFICIENT && resting[column] > lower[variable]);
    }

    private int entering(double[] slope) {
        int best = -1;
        for (int column = 0; column < nonbasic.length; column++) {
            if (improves(slope, column) && (best < 0 || isBetter(slope, column, best))) {
                best = column;
            }
        }
        return best;
    }

    private boolean isBetter(double[] slope, int column, int best) {
        if (patience <= 0) {
            return nonbasic[column] < nonbasic[best];
        }
        return Math.abs(slope[column]) > Math.abs(slope[best]);
    }

    /**
     * One step down the slope.
     *
     * @param objective slope to be kept up to date, if any
     * @return false when there is no way down, or one without end
     */
    private boolean step(double[] slope, double @Nullable [] objective) {
        int column = entering(slope);
        if (column < 0) {
            return false;
        }
        int direction = slope[column] < 0 ? 1 : -1;
        int variable = nonbasic[column];
        double length = upper[variable] - lower[variable];
        int leaving = -1;
        for (int row = 0; row < rows.length; row++) {
            double rate = direction * rows[row][column];
            if (Math.abs(rate) > COEFFICIENT) {
                double reach = reach(row, rate);
                boolean nearer = reach < length - NOTHING;
                boolean level = !nearer && reach <= length + NOTHING && leaving >= 0;
                if (nearer || (level && isPreferred(row, leaving, column))) {
                    leaving = row;
                    length = Math.min(length, reach);
                }
            }
        }
        if (Double.isInfinite(length)) {
            return false;
        }
        patience = length > NOTHING ? PATIENCE : patience - 1;
        move(column, direction * length);
        if (leaving >= 0) {
            pivot(leaving, column, direction * rows[leaving][column] > 0, objective);
        }
        return true;
    }

    /** How far the row's variable can go at this rate before it meets a limit; one that violates a limit stops there. */
    private double reach(int row, double rate) {
        double low = lower[basic[row]];
        double high = upper[basic[row]];
        double limit;
        if (rate > 0) {
            limit = shortfall(row) > 0 ? low : high;
        } else {
            limit = excess(row) > 0 ? high : low;
        }
        boolean movesAway = rate > 0 ? excess(row) > 0 : shortfall(row) > 0;
        if (movesAway || Double.isInfinite(limit)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, (limit - value[row]) / rate);
    }

    private boolean isPreferred(int row, int leaving, int column) {
        if (patience <= 0) {
            return basic[row] < basic[leaving];
        }
        return Math.abs(rows[row][column]) > Math.abs(rows[leaving][column]);
    }

    private void move(int column, double distance) {
        if (distance != 0) {
            resting[column] += distance;
            for (int row = 0; row < rows.length; row++) {
                value[row] += rows[row][column] * distance;
            }
        }
        int variable = nonbasic[column];
        if (Math.abs(resting[column] - lower[variable]) < NOTHING) {
            resting[column] = lower[variable];
        } else if (Math.abs(resting[column] - upper[variable]) < NOTHING) {
            resting[column] = upper[variable];
        }
    }

    private void pivot(int row, int column, boolean rises, double @Nullable [] objective) {
        double reached = value[row];
        double low = lower[basic[row]];
        double high = upper[basic[row]];
        value[row] = resting[column];
        resting[column] = isAtLower(reached, low, high, rises) ? low : high;
        exchange(row, column, objective);
        exchanges++;
    }

    /** Solves the row for the column's variable and puts it into the other rows. */
    private void exchange(int row, int column, double @Nullable [] objective) {
        double[] pivotRow = rows[row];
        double pivot = pivotRow[column];
        int leaving = basic[row];
        basic[row] = nonbasic[column];
        nonbasic[column] = leaving;
        for (int j = 0; j < pivotRow.length; j++) {
            pivotRow[j] = snapped(-pivotRow[j] / pivot);
        }
        pivotRow[column] = 1 / pivot;
        constant[row] = -constant[row] / pivot;
        for (int i = 0; i < rows.length; i++) {
            double factor = i == row ? 0 : rows[i][column];
            if (factor != 0) {
                rows[i][column] = 0;
                addTo(rows[i], factor, pivotRow);
                constant[i] = snapped(constant[i] + factor * constant[row]);
            }
        }
        if (objective != null) {
            double factor = objective[column];
            objective[column] = 0;
            addTo(objective, factor, pivotRow);
        }
    }

    /** At which of its limits a variable stopped. */
    private static boolean isAtLower(double reached, double low, double high, boolean rises) {
        double toLow = Math.abs(reached - low);
        double toHigh = Math.abs(reached - high);
        return toLow == toHigh ? !rises : toLow < toHigh;
    }

    static void addTo(double[] target, double factor, double[] row) {
        for (int j = 0; j < target.length; j++) {
            if (row[j] != 0) {
                target[j] = snapped(target[j] + factor * row[j]);
            }
        }
    }

    /** Removes rounding where the exact number is plain: coefficients of counts are mostly whole. */
    static double snapped(double number) {
        double whole = Math.rint(number);
        return Math.abs(number - whole) < SNAP ? whole : number;
    }

    private double[] point() {
        double[] point = new double[unknowns];
        for (int column = 0; column < nonbasic.length; column++) {
            if (nonbasic[column] < unknowns) {
                point[nonbasic[column]] = resting[column];
            }
        }
        for (int row = 0; row < rows.length; row++) {
            if (basic[row] < unknowns) {
                point[basic[row]] = value[row];
            }
        }
        return point;
    }

    private boolean fits(double[] point) {
        for (int unknown = 0; unknown < unknowns; unknown++) {
            if (!isWithin(point[unknown], lower[unknown], upper[unknown])) {
                return false;
            }
        }
        return figures.stream().allMatch(figure -> isWithin(figure.sum().valueAt(point), figure.min(), figure.max()));
    }

    private static boolean isWithin(double number, double low, double high) {
        double allowed = ACCEPTED * (1 + Math.abs(number));
        return number >= low - allowed && number <= high + allowed;
    }
}
