package se.tillsyn.analytics.cube;

/** Sorts two arrays by the first of them, in place: insertion for few, else heap sort, which needs no luck. */
final class PairSort {

    private static final int FEW = 24;

    private PairSort() {}

    /** Sorts the places {@code from} to {@code to}. */
    static void sort(long[] keys, long[] values, int from, int to) {
        if (to - from <= FEW) {
            insert(keys, values, from, to);
            return;
        }
        int size = to - from;
        for (int root = size / 2 - 1; root >= 0; root--) {
            sift(keys, values, from, root, size);
        }
        for (int end = size - 1; end > 0; end--) {
            swap(keys, values, from, from + end);
            sift(keys, values, from, 0, end);
        }
    }

    private static void insert(long[] keys, long[] values, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            long value = values[i];
            int j = i;
            while (j > from && keys[j - 1] > key) {
                keys[j] = keys[j - 1];
                values[j] = values[j - 1];
                j--;
            }
            keys[j] = key;
            values[j] = value;
        }
    }

    private static void sift(long[] keys, long[] values, int from, int start, int size) {
        int root = start;
        while (2 * root + 1 < size) {
            int child = 2 * root + 1;
            if (child + 1 < size && keys[from + child] < keys[from + child + 1]) {
                child++;
            }
            if (keys[from + root] >= keys[from + child]) {
                return;
            }
            swap(keys, values, from + root, from + child);
            root = child;
        }
    }

    private static void swap(long[] keys, long[] values, int a, int b) {
        long key = keys[a];
        keys[a] = keys[b];
        keys[b] = key;
        long value = values[a];
        values[a] = values[b];
        values[b] = value;
    }
}
