package se.tillsyn.analytics.disclosure.suppression;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Solves {@code A Y² Aᵀ w = b} for the totals {@code A} and the sizes {@code Y} of parts: a sparse Cholesky factor, row by
 * row along the elimination tree. Totals that follow from earlier ones get no weight of their own.
 *
 * <p>The factor stays sparse because totals of few parts come first and broad ones last. Source: T. A. Davis (2006), Direct Methods for
 * Sparse Linear Systems, chapter 4, doi:10.1137/1.9780898718881. Not safe for several threads.
 */
final class Factor {

    /** What is left of a total's own square below this share of it counts as nothing. */
    private static final double NOTHING = 1e-10;

    /** So large that the weight of such a total comes to 0. */
    private static final double NO_WEIGHT = 1e64;

    private final Sums sums;
    private final int n;

    /** Totals in the order in which they are eliminated, and the place of each. */
    private final int[] order;

    private final int[] place;
    private final int[] parent;
    private final int[] begin;
    private final int[] rowOf;
    private final double[] value;
    /** Totals that share a part with each, and come before it. */
    private final int[][] before;

    /** Works out where the factor is not zero; the sizes come with {@link #factor}. */
    Factor(Sums sums) {
        this.sums = sums;
        n = sums.totals();
        order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingInt((Integer total) -> sums.partsOfTotal()[total].length)
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        place = new int[n];
        for (int k = 0; k < n; k++) {
            place[order[k]] = k;
        }
        before = neighbours();
        parent = tree();
        int[] count = new int[n];
        Arrays.fill(count, 1);
        int[] mark = new int[n];
        Arrays.fill(mark, -1);
        for (int k = 0; k < n; k++) {
            mark[k] = k;
            for (int i : before[k]) {
                for (int at = i; mark[at] != k; at = parent[at]) {
                    count[at]++;
                    mark[at] = k;
                }
            }
        }
        begin = new int[n + 1];
        for (int k = 0; k < n; k++) {
            begin[k + 1] = begin[k] + count[k];
        }
        rowOf = new int[begin[n]];
        value = new double[begin[n]];
    }

    private int[][] neighbours() {
        int[][] neighbours = new int[n][];
        boolean[] seen = new boolean[n];
        int[] found = new int[n];
        for (int k = 0; k < n; k++) {
            int size = 0;
            for (int part : sums.partsOfTotal()[order[k]]) {
                for (int total : sums.totalsOfPart()[part]) {
                    int at = place[total];
                    if (at < k && !seen[at]) {
                        seen[at] = true;
                        found[size++] = at;
                    }
                }
            }
            neighbours[k] = Arrays.copyOf(found, size);
            Arrays.sort(neighbours[k]);
            for (int total : neighbours[k]) {
                seen[total] = false;
            }
        }
        return neighbours;
    }

    private int[] tree() {
        int[] tree = new int[n];
        int[] ancestor = new int[n];
        for (int k = 0; k < n; k++) {
            tree[k] = -1;
            ancestor[k] = -1;
            for (int i : before[k]) {
                int at = i;
                while (at != -1 && at < k) {
                    int next = ancestor[at];
                    ancestor[at] = k;
                    if (next == -1) {
                        tree[at] = k;
                    }
                    at = next;
                }
            }
        }
        return tree;
    }

    /** Prepares for sizes of parts. */
    void factor(double[] sizes) {
        double[] square = new double[sizes.length];
        for (int part = 0; part < square.length; part++) {
            square[part] = sizes[part] * sizes[part];
        }
        int[] next = Arrays.copyOf(begin, n);
        double[] room = new double[n];
        int[] mark = new int[n];
        Arrays.fill(mark, -1);
        int[] stack = new int[n];
        int[] path = new int[n];
        for (int k = 0; k < n; k++) {
            int top = reach(k, mark, stack, path);
            for (int part : sums.partsOfTotal()[order[k]]) {
                for (int total : sums.totalsOfPart()[part]) {
                    if (place[total] <= k) {
                        room[place[total]] += square[part];
                    }
                }
            }
            if (sums.excessOfTotal()[order[k]] >= 0) {
                room[k] += square[sums.excessOfTotal()[order[k]]];
            }
            double own = room[k];
            double left = own;
            room[k] = 0;
            for (int at = top; at < n; at++) {
                int column = stack[at];
                double entry = room[column] / value[begin[column]];
                room[column] = 0;
                for (int p = begin[column] + 1; p < next[column]; p++) {
                    room[rowOf[p]] -= value[p] * entry;
                }
                left -= entry * entry;
                rowOf[next[column]] = k;
                value[next[column]++] = entry;
            }
            rowOf[next[k]] = k;
            value[next[k]++] = left > NOTHING * own && own > 0 ? Math.sqrt(left) : NO_WEIGHT;
        }
    }

    /** Columns that row k of the factor reaches, in the order in which they must be used, from the returned place on. */
    private int reach(int k, int[] mark, int[] stack, int[] path) {
        int top = n;
        mark[k] = k;
        for (int i : before[k]) {
            int length = 0;
            for (int at = i; mark[at] != k; at = parent[at]) {
                path[length++] = at;
                mark[at] = k;
            }
            while (length > 0) {
                stack[--top] = path[--length];
            }
        }
        return top;
    }

    /** Weights of the totals. */
    double[] solve(double[] right) {
        double[] x = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = right[order[k]];
        }
        for (int k = 0; k < n; k++) {
            x[k] /= value[begin[k]];
            for (int p = begin[k] + 1; p < begin[k + 1]; p++) {
                x[rowOf[p]] -= value[p] * x[k];
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int p = begin[k] + 1; p < begin[k + 1]; p++) {
                x[k] -= value[p] * x[rowOf[p]];
            }
            x[k] /= value[begin[k]];
        }
        double[] weights = new double[n];
        for (int k = 0; k < n; k++) {
            weights[order[k]] = x[k];
        }
        return weights;
    }
}
