package se.tillsyn.analytics.audit.release;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Some table of whole numbers that has all published figures: cells get the number that they have in a table of real numbers, up or
 * down by chance, one after the other, with every conclusion drawn after each; a number that fits nothing is excluded and
 * another tried.
 */
final class FittingTable {

    private static final int ATTEMPTS = 5;
    /** Steps of all attempts together, in cells. */
    private static final long PATIENCE = 50_000;

    private static final int EXCLUSIONS_EACH = 60;
    private static final long SEED = 916L;

    private final Lattice lattice;
    private final Ranges ranges;
    private final SplittableRandom random;
    private final double[][] guide;
    /** How often a search ended at each cell; the next one starts with those. */
    private final double[] weights;

    private long steps;

    private FittingTable(Lattice lattice, Ranges ranges, double[][] guide) {
        this.lattice = lattice;
        this.ranges = ranges;
        this.guide = guide;
        this.random = new SplittableRandom(SEED);
        this.weights = new double[lattice.size()];
    }

    /**
     * Searches.
     *
     * @param ranges taken back to what they were afterwards
     * @param guide deficient and other files of each cell in a table of real numbers in the midst of those that fit
     * @return deficient and other files of each cell; {@code null} when none was found
     */
    static long @Nullable [][] find(Lattice lattice, Ranges ranges, double[][] guide) {
        FittingTable search = new FittingTable(lattice, ranges, guide);
        for (int attempt = 0; attempt < ATTEMPTS && search.steps < PATIENCE; attempt++) {
            int mark = ranges.mark();
            boolean found = search.fill();
            long[][] table = null;
            if (found) {
                table = new long[2][lattice.size()];
                for (int cell = 0; cell < lattice.size(); cell++) {
                    table[Ranges.DEFICIENT][cell] = ranges.low(Ranges.DEFICIENT, cell);
                    table[Ranges.MET][cell] = ranges.low(Ranges.MET, cell);
                }
            }
            ranges.backTo(mark);
            if (table != null) {
                return table;
            }
        }
        return null;
    }

    private boolean fill() {
        double[] priority = new double[lattice.size()];
        Integer[] order = new Integer[lattice.size()];
        for (int cell = 0; cell < order.length; cell++) {
            order[cell] = cell;
            // The largest come last: they take up best what rounding leaves.
            double size = guide[Ranges.DEFICIENT][cell] + guide[Ranges.MET][cell] - low(cell);
            priority[cell] = weights[cell] + random.nextDouble() - Math.log1p(Math.max(0, size));
        }
        Arrays.sort(order, Comparator.comparingDouble(cell -> -priority[cell]));
        for (int cell : order) {
            if (!(fix(Ranges.DEFICIENT, cell) && fix(Ranges.MET, cell))) {
                weights[cell] += 1;
                return false;
            }
        }
        return true;
    }

    private boolean fix(int measure, int cell) {
        for (int exclusions = 0; !ranges.isFixed(measure, cell); exclusions++) {
            if (exclusions > EXCLUSIONS_EACH) {
                return false;
            }
            long number = share(measure, cell);
            steps++;
            int mark = ranges.mark();
            ranges.narrow(measure, cell, number, number);
            if (ranges.settle()) {
                return true;
            }
            ranges.backTo(mark);
            exclude(measure, cell, number);
            if (!ranges.settle()) {
                return false;
            }
        }
        return true;
    }

    /** The number does not fit; nearly always none beyond it does either, so that the side towards it is left out. */
    private void exclude(int measure, int cell, long number) {
        long low = ranges.low(measure, cell);
        long high = ranges.high(measure, cell);
        if (number == low || (number < high && random.nextBoolean())) {
            ranges.narrow(measure, cell, number + 1, high);
        } else {
            ranges.narrow(measure, cell, low, number - 1);
        }
    }

    private double low(int cell) {
        return (double) ranges.low(Ranges.DEFICIENT, cell) + ranges.low(Ranges.MET, cell);
    }

    /** The guide's number, up or down by chance. */
    private long share(int measure, int cell) {
        long number = (long) Math.floor(guide[measure][cell] + random.nextDouble());
        return Math.max(ranges.low(measure, cell), Math.min(ranges.high(measure, cell), number));
    }
}
