package se.tillsyn.analytics.disclosure.suppression;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Solves {@code A Y² Aᵀ w = b} for equations {@code A} and the sizes {@code Y} of unknowns: a sparse Cholesky factor, row by
 * row along the elimination tree. Equations that follow from earlier ones get no weight of their own.
 *
 * <p>The factor stays sparse because the equation that shares unknowns with the fewest others is always eliminated next. Source:
 * T. A. Davis (2006), Direct Methods for Sparse Linear Systems, chapters 4 and 7, doi:10.1137/1.9780898718881. Not safe for
 * several threads.
 */
final class Factor {

    /** What is left of an equation's own square below this share of it counts as nothing. */
    private static final double NOTHING = 1e-13;

    /** So large that the weight of such an equation comes to 0. */
    private static final double NO_WEIGHT = 1e64;

    private final Equations equations;
    private final int n;

    /** Equations that share an unknown with each. */
    private final int[][] neighbours;

    /** Equations in the order in which they are eliminated, and the place of each. */
    private final int[] order;

    private final int[] place;
    private final int[] parent;
    private final int[] begin;
    private final int[] rowOf;
    private final double[] value;
    /** Places of the neighbours of each that come before it. */
    private final int[][] before;

    /** Columns that each row of the factor reaches, in the order in which they must be used, its own not among them. */
    private final int[][] reached;

    /** Works out where the factor is not zero; the sizes come with {@link #factor}. */
    Factor(Equations equations) {
        this.equations = equations;
        n = equations.size();
        neighbours = neighbours();
        order = fewestNeighboursFirst();
        place = new int[n];
        for (int k = 0; k < n; k++) {
            place[order[k]] = k;
        }
        before = before();
        parent = tree();
        reached = reached();
        int[] count = new int[n];
        Arrays.fill(count, 1);
        for (int[] columns : reached) {
            for (int column : columns) {
                count[column]++;
            }
        }
        begin = new int[n + 1];
        for (int k = 0; k < n; k++) {
            begin[k + 1] = begin[k] + count[k];
        }
        rowOf = new int[begin[n]];
        value = new double[begin[n]];
        int[] next = Arrays.copyOf(begin, n);
        for (int k = 0; k < n; k++) {
            for (int column : reached[k]) {
                rowOf[next[column]++] = k;
            }
            rowOf[next[k]++] = k;
        }
    }

    private int[][] neighbours() {
        int[][] all = new int[n][];
        boolean[] seen = new boolean[n];
        int[] found = new int[n];
        for (int equation = 0; equation < n; equation++) {
            seen[equation] = true;
            int size = 0;
            for (int unknown : equations.unknownsOf()[equation]) {
                for (int other : equations.equationsOf()[unknown]) {
                    if (!seen[other]) {
                        seen[other] = true;
                        found[size++] = other;
                    }
                }
            }
            seen[equation] = false;
            all[equation] = Arrays.copyOf(found, size);
            for (int other : all[equation]) {
                seen[other] = false;
            }
        }
        return all;
    }

    /** Whoever is eliminated makes all its neighbours neighbours of each other. */
    private int[] fewestNeighboursFirst() {
        BitSet[] around = new BitSet[n];
        BitSet left = new BitSet(n);
        left.set(0, n);
        int[] degree = new int[n];
        for (int equation = 0; equation < n; equation++) {
            around[equation] = new BitSet(n);
            for (int other : neighbours[equation]) {
                around[equation].set(other);
            }
            degree[equation] = neighbours[equation].length;
        }
        int[] chosen = new int[n];
        for (int k = 0; k < n; k++) {
            int next = left.nextSetBit(0);
            for (int other = next; other >= 0; other = left.nextSetBit(other + 1)) {
                next = degree[other] < degree[next] ? other : next;
            }
            chosen[k] = next;
            left.clear(next);
            for (int other = around[next].nextSetBit(0); other >= 0; other = around[next].nextSetBit(other + 1)) {
                around[other].or(around[next]);
                around[other].clear(other);
                around[other].clear(next);
                degree[other] = around[other].cardinality();
            }
        }
        return chosen;
    }

    private int[][] before() {
        int[][] all = new int[n][];
        for (int k = 0; k < n; k++) {
            int at = k;
            all[k] = Arrays.stream(neighbours[order[k]])
                    .map(other -> place[other])
                    .filter(other -> other < at)
                    .sorted()
                    .toArray();
        }
        return all;
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

    private int[][] reached() {
        int[] mark = new int[n];
        Arrays.fill(mark, -1);
        int[] stack = new int[n];
        int[] path = new int[n];
        int[][] all = new int[n][];
        for (int k = 0; k < n; k++) {
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
            all[k] = Arrays.copyOfRange(stack, top, n);
        }
        return all;
    }

    /** Prepares for sizes of unknowns. */
    void factor(double[] sizes) {
        int[] next = Arrays.copyOf(begin, n);
        double[] room = new double[n];
        for (int k = 0; k < n; k++) {
            int[] unknowns = equations.unknownsOf()[order[k]];
            for (int i = 0; i < unknowns.length; i++) {
                double square = equations.signsOf()[order[k]][i] * sizes[unknowns[i]] * sizes[unknowns[i]];
                int[] sharing = equations.equationsOf()[unknowns[i]];
                for (int j = 0; j < sharing.length; j++) {
                    if (place[sharing[j]] <= k) {
                        room[place[sharing[j]]] += equations.signsIn()[unknowns[i]][j] * square;
                    }
                }
            }
            double own = room[k];
            double left = own;
            room[k] = 0;
            for (int column : reached[k]) {
                double entry = room[column] / value[begin[column]];
                room[column] = 0;
                for (int p = begin[column] + 1; p < next[column]; p++) {
                    room[rowOf[p]] -= value[p] * entry;
                }
                left -= entry * entry;
                value[next[column]++] = entry;
            }
            value[next[k]++] = left > NOTHING * own && own > 0 ? Math.sqrt(left) : NO_WEIGHT;
        }
    }

    /** Weights of the equations. */
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
