package se.tillsyn.analytics.disclosure.suppression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is left to find out: parts that a published total tells by itself are taken out of the other totals, until every total
 * joins at least two unknown parts. Totals that join the same parts are kept once.
 *
 * @param sums the totals that are left, over all parts
 * @param totals what they come to
 * @param names for each total its number among those given
 * @param isKnown of each part whether it is known
 * @param value what a known part comes to
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Known(Sums sums, double[] totals, int[] names, boolean[] isKnown, double[] value) {

    /**
     * Takes out what is known.
     *
     * @param partsOfTotal for each total its parts, those known to be empty left out
     * @param exact how many of the totals are exact; those after them are only known to be at least so much
     */
    static Known of(int parts, int[][] partsOfTotal, double[] totals, int exact) {
        boolean[] isKnown = new boolean[parts];
        double[] value = new double[parts];
        Sums all = Sums.of(parts, partsOfTotal);
        int[] unknown = new int[totals.length];
        double[] rest = totals.clone();
        ArrayDeque<Integer> single = new ArrayDeque<>();
        for (int total = 0; total < unknown.length; total++) {
            unknown[total] = partsOfTotal[total].length;
            if (unknown[total] == 1 && total < exact) {
                single.add(total);
            }
        }
        while (!single.isEmpty()) {
            int total = single.remove();
            for (int part : partsOfTotal[total]) {
                if (!isKnown[part]) {
                    isKnown[part] = true;
                    value[part] = rest[total];
                    for (int other : all.totalsOfPart()[part]) {
                        rest[other] -= value[part];
                        if (--unknown[other] == 1 && other < exact) {
                            single.add(other);
                        }
                    }
                    break;
                }
            }
        }
        return left(parts, partsOfTotal, rest, exact, isKnown, value);
    }

    private static Known left(
            int parts, int[][] partsOfTotal, double[] rest, int exact, boolean[] isKnown, double[] value) {
        SortedSet<int[]> distinct = new TreeSet<>(Arrays::compare);
        List<int[]> kept = new ArrayList<>();
        List<Integer> names = new ArrayList<>();
        int exactLeft = 0;
        for (int total = 0; total < rest.length; total++) {
            int[] unknown = Arrays.stream(partsOfTotal[total])
                    .filter(part -> !isKnown[part])
                    .toArray();
            if (unknown.length > 0 && (total >= exact || distinct.add(unknown))) {
                exactLeft += total < exact ? 1 : 0;
                kept.add(unknown);
                names.add(total);
            }
        }
        double[] totals = names.stream().mapToDouble(name -> rest[name]).toArray();
        return new Known(
                Sums.of(parts, kept.toArray(int[][]::new), exactLeft),
                totals,
                names.stream().mapToInt(Integer::intValue).toArray(),
                isKnown,
                value);
    }
}
