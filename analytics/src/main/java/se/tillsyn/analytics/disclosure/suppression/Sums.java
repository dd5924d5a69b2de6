package se.tillsyn.analytics.disclosure.suppression;

import java.util.Arrays;

/**
 * Which parts add up to which totals: a sparse matrix of zeros and ones, read both ways. A total that is only known to be at
 * least so much has an excess, which is taken off it: a further part, numbered after the others.
 *
 * @param parts number of parts, some of which may be in no total
 * @param partsOfTotal for each total its parts
 * @param totalsOfPart for each part its totals
 * @param excessOfTotal for each total the number of its excess, −1 for none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Sums(int parts, int[][] partsOfTotal, int[][] totalsOfPart, int[] excessOfTotal) {

    static Sums of(int parts, int[][] partsOfTotal) {
        return of(parts, partsOfTotal, partsOfTotal.length);
    }

    /** @param exact how many of the totals are exact; those after them have an excess */
    static Sums of(int parts, int[][] partsOfTotal, int exact) {
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
        int[] excessOfTotal = new int[partsOfTotal.length];
        for (int total = 0; total < excessOfTotal.length; total++) {
            excessOfTotal[total] = total < exact ? -1 : parts + total - exact;
        }
        return new Sums(parts, partsOfTotal, totalsOfPart, excessOfTotal);
    }

    /** Parts and excesses. */
    int unknowns() {
        int last = totals() == 0 ? -1 : excessOfTotal[totals() - 1];
        return Math.max(parts, last + 1);
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
            into[total] = excessOfTotal[total] < 0 ? sum : sum - values[excessOfTotal[total]];
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
        for (int total = 0; total < totals(); total++) {
            if (excessOfTotal[total] >= 0) {
                into[excessOfTotal[total]] = -weights[total];
            }
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
