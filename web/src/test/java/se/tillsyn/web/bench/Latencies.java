package se.tillsyn.web.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/** Times of answers in milliseconds, ascending. */
final class Latencies {

    private final double[] sorted;

    private Latencies(double[] sorted) {
        this.sorted = sorted;
    }

    /** @param nanos of each request; 0 for one that was not sent */
    static Latencies of(AtomicLongArray nanos) {
        double[] millis = new double[nanos.length()];
        int count = 0;
        for (int i = 0; i < millis.length; i++) {
            if (nanos.get(i) > 0) {
                millis[count++] = nanos.get(i) / 1e6;
            }
        }
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** The time that a share of the answers took at most; NaN without answers. */
    double quantile(double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }
}
