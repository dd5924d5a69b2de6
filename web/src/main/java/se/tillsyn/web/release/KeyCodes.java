package se.tillsyn.web.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final List<Map<String, Integer>> places = new ArrayList<>();
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
        for (String[] sorted : codes) {
            Map<String, Integer> place = new HashMap<>();
            for (int i = 0; i < sorted.length; i++) {
                place.put(sorted[i], i);
            }
            places.add(place);
        }
        if (shift >= Long.SIZE) {
            throw new IllegalArgumentException("code lists: expected fewer than 2^63 combinations");
        }
    }

    /** The packed key, or −1 when the release does not know one of the codes. */
    long pack(CellKey key) {
        long topic = part(0, key.topic());
        long region = part(1, key.region());
        long period = part(2, key.period());
        long age = part(3, key.ageGroup());
        long type = part(4, key.operationType());
        // Negative when any part is: the sign of −1 outlives the union.
        return topic | region | period | age | type;
    }

    private long part(int dimension, String code) {
        Integer place = places.get(dimension).get(code);
        return place == null ? -1 : place.longValue() << shifts[dimension];
    }

    CellKey unpack(long packed) {
        return new CellKey(at(0, packed), at(1, packed), at(2, packed), at(3, packed), at(4, packed));
    }

    /** Smallest key of a topic; its largest is one below {@code topicEnd}. Both −1 for an unknown topic. */
    long topicStart(String topic) {
        return part(0, topic);
    }

    long topicEnd(String topic) {
        long start = part(0, topic);
        return start < 0 ? -1 : start + (1L << shifts[0]);
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
