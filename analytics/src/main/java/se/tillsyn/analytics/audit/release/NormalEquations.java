package se.tillsyn.analytics.audit.release;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Solves {@code A D Aᵀ w = b} for sums {@code A} of cells and weights {@code D} of the cells, by elimination without square roots.
 * The sum that shares cells with the fewest others is eliminated next, and only entries that can be other than 0 are touched. A
 * sum that follows from others gets no weight.
 */
final class NormalEquations {

    private static final double NOTHING = 1e-11;

    private final int[][] cellsOf;
    private final int[][] signsOf;
    private final int[] order;
    /** For each sum in turn those after it that it touches, ascending in their turn. */
    private final int[][] touched;

    private final int[] turn;
    private final double[][] matrix;
    private final double[] pivot;

    /**
     * @param cellsOf cells of each sum
     * @param signsOf 1 or −1 for each of them
     * @param cells number of cells
     */
    NormalEquations(int[][] cellsOf, int[][] signsOf, int cells) {
        this.cellsOf = cellsOf;
        this.signsOf = signsOf;
        int size = cellsOf.length;
        order = new int[size];
        turn = new int[size];
        touched = new int[size][];
        matrix = new double[size][];
        pivot = new double[size];
        BitSet[] around = around(cells);
        BitSet left = new BitSet();
        left.set(0, size);
        for (int k = 0; k < size; k++) {
            int fewest = -1;
            int neighbours = Integer.MAX_VALUE;
            for (int sum = left.nextSetBit(0); sum >= 0; sum = left.nextSetBit(sum + 1)) {
                if (around[sum].cardinality() < neighbours) {
                    neighbours = around[sum].cardinality();
                    fewest = sum;
                }
            }
            int next = fewest;
            order[k] = next;
            turn[next] = k;
            left.clear(next);
            touched[k] = around[next].stream().toArray();
            for (int other : touched[k]) {
                around[other].or(around[next]);
                around[other].clear(other);
                around[other].clear(next);
            }
        }
        for (int k = 0; k < size; k++) {
            touched[k] =
                    Arrays.stream(touched[k]).map(sum -> turn[sum]).sorted().toArray();
            matrix[k] = new double[k + 1];
        }
    }

    private BitSet[] around(int cells) {
        BitSet[] sumsOf = new BitSet[cells];
        for (int cell = 0; cell < cells; cell++) {
            sumsOf[cell] = new BitSet();
        }
        for (int sum = 0; sum < cellsOf.length; sum++) {
            for (int cell : cellsOf[sum]) {
                sumsOf[cell].set(sum);
            }
        }
        BitSet[] around = new BitSet[cellsOf.length];
        for (int sum = 0; sum < around.length; sum++) {
            around[sum] = new BitSet();
            for (int cell : cellsOf[sum]) {
                around[sum].or(sumsOf[cell]);
            }
            around[sum].clear(sum);
        }
        return around;
    }

    /** Eliminates with these weights of the cells. */
    void prepare(double[] weights, int[][] sumsOf, int[][] signsIn) {
        for (int k = 0; k < order.length; k++) {
            matrix[k][k] = 0;
            for (int later : touched[k]) {
                matrix[later][k] = 0;
            }
        }
        for (int k = 0; k < order.length; k++) {
            int[] cells = cellsOf[order[k]];
            for (int i = 0; i < cells.length; i++) {
                double part = signsOf[order[k]][i] * weights[cells[i]];
                int[] sums = sumsOf[cells[i]];
                for (int j = 0; j < sums.length; j++) {
                    if (turn[sums[j]] <= k) {
                        matrix[k][turn[sums[j]]] += signsIn[cells[i]][j] * part;
                    }
                }
            }
            pivot[k] = matrix[k][k];
        }
        for (int k = 0; k < order.length; k++) {
            double own = matrix[k][k];
            if (own <= NOTHING * pivot[k] || own <= 0) {
                pivot[k] = 0;
                continue;
            }
            pivot[k] = own;
            int[] later = touched[k];
            for (int a = 0; a < later.length; a++) {
                double share = matrix[later[a]][k] / own;
                if (share != 0) {
                    for (int b = a; b < later.length; b++) {
                        matrix[later[b]][later[a]] -= share * matrix[later[b]][k];
                    }
                }
            }
        }
    }

    double[] solve(double[] right) {
        double[] x = new double[order.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = right[order[k]];
        }
        for (int k = 0; k < x.length; k++) {
            if (pivot[k] > 0) {
                double share = x[k] / pivot[k];
                for (int later : touched[k]) {
                    x[later] -= matrix[later][k] * share;
                }
            }
        }
        double[] weights = new double[x.length];
        for (int k = x.length - 1; k >= 0; k--) {
            double rest = x[k];
            for (int later : touched[k]) {
                rest -= matrix[later][k] * x[later];
            }
            x[k] = pivot[k] > 0 ? rest / pivot[k] : 0;
            weights[order[k]] = x[k];
        }
        return weights;
    }
}
