package se.tillsyn.analytics.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Equations solved for some of the unknowns: {@code pivot = constant + Σ coefficient · free unknown}. */
final class Elimination {
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();
    private final boolean[] isPivot;

    Elimination(int unknowns, List<Released> figures) {
        isPivot = new boolean[unknowns];
        figures.stream()
                .filter(Released::isEquality)
                .sorted(Comparator.comparingInt(figure -> figure.sum().size()))
                .forEach(this::add);
    }

    /** The last entry of a row is its right-hand side. */
    private void add(Released figure) {
        int unknowns = isPivot.length;
        double[] row = new double[unknowns + 1];
        for (int term = 0; term < figure.sum().size(); term++) {
            row[figure.sum().unknown(term)] = figure.sum().coefficient(term);
        }
        row[unknowns] = figure.min();
        for (int i = 0; i < rows.size(); i++) {
            remove(row, pivots.get(i), rows.get(i));
        }
        int pivot = largest(row);
        if (pivot < 0) {
            if (Math.abs(row[unknowns]) > Simplex.ACCEPTED * (1 + Math.abs(figure.min()))) {
                throw new ContradictionException();
            }
            return;
        }
        double divisor = row[pivot];
        for (int j = 0; j <= unknowns; j++) {
            row[j] = Simplex.snapped(row[j] / divisor);
        }
        for (double[] earlier : rows) {
            remove(earlier, pivot, row);
        }
        rows.add(row);
        pivots.add(pivot);
        isPivot[pivot] = true;
    }

    private static void remove(double[] row, int pivot, double[] pivotRow) {
        double factor = row[pivot];
        if (factor != 0) {
            Simplex.addTo(row, -factor, pivotRow);
            row[pivot] = 0;
        }
    }

    private int largest(double[] row) {
        int best = -1;
        for (int j = 0; j < isPivot.length; j++) {
            if (Math.abs(row[j]) > (best < 0 ? Simplex.NOTHING : Math.abs(row[best]) + Simplex.NOTHING)) {
                best = j;
            }
        }
        return best;
    }

    int rank() {
        return rows.size();
    }

    int pivot(int row) {
        return pivots.get(row);
    }

    double constant(int row) {
        return rows.get(row)[isPivot.length];
    }

    int[] free() {
        return IntStream.range(0, isPivot.length)
                .filter(unknown -> !isPivot[unknown])
                .toArray();
    }

    double[] coefficients(int row, int[] free) {
        return Arrays.stream(free)
                .mapToDouble(unknown -> -rows.get(row)[unknown])
                .toArray();
    }
}
