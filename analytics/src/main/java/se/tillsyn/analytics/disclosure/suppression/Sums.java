package se.tillsyn.analytics.disclosure.suppression;

import java.util.Arrays;

/**
 * Which parts add up to which published totals: a sparse matrix of zeros and ones, read both ways.
 *
 * @param parts number of parts, some of which may be in no total
 * @param partsOfTotal for each total its parts
 * @param totalsOfPart for each part its totals
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Sums(int parts, int[][] partsOfTotal, int[][] totalsOfPart) {

    static Sums of(int parts, int[][] partsOfTotal) {
        int[] sizes = new int[parts];
        for (int[] total : partsOfTotal) {
            for (int part : total) {
                sizes[part]++;
            }
        }
        int[][] totalsOfPart = new int[parts][];
        for (int part = 0; part < parts; part++) {
            totalsOfPart[part] = new int[sizes[part]];
        }
        for (int total = partsOfTotal.length - 1; total >= 0; total--) {
            for (int part : partsOfTotal[total]) {
                totalsOfPart[part][--sizes[part]] = total;
            }
        }
        return new Sums(parts, partsOfTotal, totalsOfPart);
    }

    int totals() {
        return partsOfTotal.length;
    }

    /** {@code into[total] = Σ values[part]}. */
    void add(double[] values, double[] into) {
        for (int total = 0; total < partsOfTotal.length; total++) {
            double sum = 0;
            for (int part : partsOfTotal[total]) {
                sum += values[part];
            }
            into[total] = sum;
        }
    }

    /** {@code into[part] = Σ weights[total]}. */
    void spread(double[] weights, double[] into) {
        for (int part = 0; part < parts; part++) {
            double sum = 0;
            for (int total : totalsOfPart[part]) {
                sum += weights[total];
            }
            into[part] = sum;
        }
    }

    /** Sum of some parts. */
    static double of(int[] someParts, double[] values) {
        double sum = 0;
        for (int part : someParts) {
            sum += values[part];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums sums && Arrays.deepEquals(partsOfTotal, sums.partsOfTotal) && parts == sums.parts;
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(partsOfTotal);
    }

    @Override
    public String toString() {
        return parts + " parts, " + totals() + " totals";
    }
}
