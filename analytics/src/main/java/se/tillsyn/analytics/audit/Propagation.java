package se.tillsyn.analytics.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Narrows the limits of each unknown, one released sum at a time, until nothing changes: a sum of 0 makes its counts 0, no
 * part is larger than its total. Sound but not sharp: the limits hold for every table that fits, the linear programmes
 * find the sharp ones.
 */
final class Propagation {

    private static final double WORTHWHILE = 1e-7;
    private static final double CONTRADICTION = 1e-6;
    /** Against limits that creep towards their end. */
    private static final int ROUNDS = 30;

    private final double[] lower;
    private final double[] upper;
    private final List<List<Integer>> uses = new ArrayList<>();
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final boolean[] isWaiting;

    private Propagation(LinearSystem system) {
        int unknowns = system.unknowns();
        this.lower = new double[unknowns];
        this.upper = new double[unknowns];
        for (int unknown = 0; unknown < unknowns; unknown++) {
            lower[unknown] = system.lower(unknown);
            upper[unknown] = system.upper(unknown);
            uses.add(new ArrayList<>());
        }
        this.isWaiting = new boolean[system.released().size()];
        for (int row = 0; row < isWaiting.length; row++) {
            Expression sum = system.released().get(row).sum();
            for (int term = 0; term < sum.size(); term++) {
                uses.get(sum.unknown(term)).add(row);
            }
            enqueue(row);
        }
    }

    /** @throws ContradictionException when no table fits */
    static Propagation of(LinearSystem system) {
        Propagation propagation = new Propagation(system);
        long steps = (long) ROUNDS * system.released().size();
        while (!propagation.waiting.isEmpty() && steps-- > 0) {
            int row = propagation.waiting.remove();
            propagation.isWaiting[row] = false;
            propagation.narrow(system.released().get(row));
        }
        return propagation;
    }

    double lower(int unknown) {
        return lower[unknown];
    }

    double upper(int unknown) {
        return upper[unknown];
    }

    /** Whether one value is left. */
    boolean isFixed(int unknown) {
        return lower[unknown] == upper[unknown];
    }

    private void enqueue(int row) {
        if (!isWaiting[row]) {
            isWaiting[row] = true;
            waiting.add(row);
        }
    }

    private void narrow(Released figure) {
        Expression sum = figure.sum();
        Extent least = new Extent();
        Extent most = new Extent();
        for (int term = 0; term < sum.size(); term++) {
            least.add(least(sum, term));
            most.add(most(sum, term));
        }
        if (least.total() > figure.max() + CONTRADICTION || most.total() < figure.min() - CONTRADICTION) {
            throw new ContradictionException();
        }
        for (int term = 0; term < sum.size(); term++) {
            int unknown = sum.unknown(term);
            double coefficient = sum.coefficient(term);
            double one = (figure.max() - least.without(least(sum, term))) / coefficient;
            double other = (figure.min() - most.without(most(sum, term))) / coefficient;
            boolean changed = raise(unknown, coefficient > 0 ? other : one);
            changed |= reduce(unknown, coefficient > 0 ? one : other);
            if (changed) {
                settle(unknown);
                least.replace(least(sum, term), term);
                most.replace(most(sum, term), term);
                uses.get(unknown).forEach(this::enqueue);
            }
        }
    }

    private double least(Expression sum, int term) {
        double coefficient = sum.coefficient(term);
        return coefficient * (coefficient > 0 ? lower[sum.unknown(term)] : upper[sum.unknown(term)]);
    }

    private double most(Expression sum, int term) {
        double coefficient = sum.coefficient(term);
        return coefficient * (coefficient > 0 ? upper[sum.unknown(term)] : lower[sum.unknown(term)]);
    }

    private boolean raise(int unknown, double limit) {
        if (limit > lower[unknown] + WORTHWHILE) {
            lower[unknown] = limit;
            return true;
        }
        return false;
    }

    private boolean reduce(int unknown, double limit) {
        if (limit < upper[unknown] - WORTHWHILE) {
            upper[unknown] = limit;
            return true;
        }
        return false;
    }

    /** Limits that meet but for rounding become one number, whole if it is near one. */
    private void settle(int unknown) {
        if (lower[unknown] > upper[unknown] + CONTRADICTION) {
            throw new ContradictionException();
        }
        if (upper[unknown] - lower[unknown] < WORTHWHILE) {
            double middle = (lower[unknown] + upper[unknown]) / 2;
            double whole = Math.rint(middle);
            double value = Math.abs(middle - whole) < CONTRADICTION ? whole : middle;
            lower[unknown] = value;
            upper[unknown] = value;
        }
    }

    /** A sum of limits of which some may be infinite. */
    private static final class Extent {
        private final List<Double> parts = new ArrayList<>();
        private double finite;
        private int infinite;
        private double sign;

        void add(double part) {
            parts.add(part);
            count(part, 1);
        }

        void replace(double part, int position) {
            count(parts.get(position), -1);
            parts.set(position, part);
            count(part, 1);
        }

        private void count(double part, int times) {
            if (Double.isInfinite(part)) {
                infinite += times;
                sign = part;
            } else {
                finite += times * part;
            }
        }

        double total() {
            return infinite > 0 ? sign : finite;
        }

        double without(double part) {
            if (Double.isInfinite(part)) {
                return infinite > 1 ? sign : finite;
            }
            return infinite > 0 ? sign : finite - part;
        }
    }
}
