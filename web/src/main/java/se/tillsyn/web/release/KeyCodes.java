package se.tillsyn.web.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import se.tillsyn.analytics.release.RateColumns;

/**
 * Packs the five dimensions of a cell into one number that sorts as the tables do, by code with totals first, so that a
 * table's order in the file is its order in memory and a cell is found by binary search.
 */
final class KeyCodes {

    private static final int DIMENSIONS = 5;
    private static final Comparator<String> TOTAL_FIRST = Comparator.comparing(
                    (String code) -> !code.equals(RateColumns.TOTAL))
            .thenComparing(Comparator.naturalOrder());

    private final List<String[]> codes;
    private final int[] shifts = new int[DIMENSIONS];

    /** @param periods every period of the tables, quarters too */
    KeyCodes(ReleaseCodes lists, List<String> periods) {
        codes = List.of(
                sorted(lists.topics().codes()),
                sorted(Stream.concat(lists.regions().codes().stream(), lists.regionGroups().codes().stream())
                        .toList()),
                sorted(periods),
                sorted(withTotal(lists.ageGroups().codes())),
                sorted(withTotal(lists.operationTypes().codes())));
        int shift = 0;
        for (int i = DIMENSIONS - 1; i >= 0; i--) {
            shifts[i] = shift;
            shift += Integer.SIZE - Integer.numberOfLeadingZeros(codes.get(i).length);
        }
        if (shift >= Long.SIZE) {
            throw new IllegalArgumentException("code lists: expected fewer than 2^63 combinations");
        }
    }

    /** The packed key, or −1 when the release does not know one of the codes. */
    long pack(CellKey key) {
        long packed = 0;
        String[] values = {key.topic(), key.region(), key.period(), key.ageGroup(), key.operationType()};
        for (int i = 0; i < DIMENSIONS; i++) {
            int index = Arrays.binarySearch(codes.get(i), values[i], TOTAL_FIRST);
            if (index < 0) {
                return -1;
            }
            packed |= ((long) index) << shifts[i];
        }
        return packed;
    }

    CellKey unpack(long packed) {
        return new CellKey(at(0, packed), at(1, packed), at(2, packed), at(3, packed), at(4, packed));
    }

    /** Smallest key of a topic; its largest is one below {@code topicEnd}. Both −1 for an unknown topic. */
    long topicStart(String topic) {
        int index = Arrays.binarySearch(codes.get(0), topic, TOTAL_FIRST);
        return index < 0 ? -1 : ((long) index) << shifts[0];
    }

    long topicEnd(String topic) {
        int index = Arrays.binarySearch(codes.get(0), topic, TOTAL_FIRST);
        return index < 0 ? -1 : ((long) index + 1) << shifts[0];
    }

    private String at(int dimension, long packed) {
        long above = dimension == 0 ? packed : packed & ((1L << shifts[dimension - 1]) - 1);
        return codes.get(dimension)[(int) (above >>> shifts[dimension])];
    }

    private static Collection<String> withTotal(Collection<String> codes) {
        List<String> all = new ArrayList<>(codes);
        all.add(RateColumns.TOTAL);
        return all;
    }

    private static String[] sorted(Collection<String> codes) {
        return codes.stream().distinct().sorted(TOTAL_FIRST).toArray(String[]::new);
    }
}
