package se.tillsyn.analytics.statistics.standardisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/**
 * Puts areas into equally large groups, such as tenths, by a value.
 *
 * <p>Of {@code n} areas with a value the one of rank {@code r} comes into group {@code Q + 1 − ⌈(n + 1 − r)Q/n⌉} of
 * {@code Q}; equal values share the lowest of their ranks and so a group. Unit: group number, 1 to Q. An area without a
 * value has no group; with fewer areas than groups nobody has.
 *
 * <p>Source: Public Health England, phe_quantile of PHEindicatormethods. Checked against it
 * (quantile_group_assignment.csv).
 */
public final class QuantileGroups {

    private QuantileGroups() {}

    /** Which values group 1 holds. */
    public enum Order {
        LOWEST_FIRST,
        HIGHEST_FIRST
    }

    /**
     * Group of each area.
     *
     * @param values by area, NaN where there is none
     * @param groups Q, 1 or more
     * @return by area, in the same order
     */
    public static List<OptionalInt> assign(double[] values, int groups, Order order) {
        if (groups < 1) {
            throw new IllegalArgumentException("groups: expected 1 or more");
        }
        double sign = order == Order.LOWEST_FIRST ? 1 : -1;
        double[] sorted = DoubleStream.of(values)
                .filter(value -> !Double.isNaN(value))
                .map(value -> sign * value)
                .sorted()
                .toArray();
        List<OptionalInt> assigned = new ArrayList<>(values.length);
        for (double value : values) {
            assigned.add(
                    Double.isNaN(value) || sorted.length < groups
                            ? OptionalInt.empty()
                            : OptionalInt.of(group(firstRank(sorted, sign * value), sorted.length, groups)));
        }
        return List.copyOf(assigned);
    }

    private static int group(int rank, int areas, int groups) {
        long places = (long) (areas + 1 - rank) * groups;
        return (int) (groups + 1 - (places + areas - 1) / areas);
    }

    private static int firstRank(double[] sorted, double value) {
        int index = Arrays.binarySearch(sorted, value);
        while (index > 0 && sorted[index - 1] == value) {
            index--;
        }
        return index + 1;
    }
}
