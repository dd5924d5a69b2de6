package se.tillsyn.analytics.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The codes of one dimension of a table: the finest ones, and for each the broader ones that contain it. Several
 * groupings side by side, nested or not, are all broader codes.
 *
 * @param name name of the dimension
 * @param total code of everything
 * @param broader broader codes of each finest code, without {@code total}; at least one finest code
 */
public record Dimension(String name, String total, Map<String, List<String>> broader) {

    public Dimension {
        if (broader.isEmpty()) {
            throw new IllegalArgumentException("dimension " + name + ": expected at least one finest code");
        }
        Map<String, List<String>> copy = new LinkedHashMap<>();
        broader.forEach((finest, codes) -> copy.put(finest, List.copyOf(codes)));
        broader = Collections.unmodifiableMap(copy);
        if (broader.containsKey(total)) {
            throw new IllegalArgumentException("dimension " + name + ": expected the total to be no finest code");
        }
    }

    /** A dimension without broader codes but the total. */
    public static Dimension flat(String name, String total, List<String> codes) {
        Map<String, List<String>> broader = new LinkedHashMap<>();
        codes.forEach(code -> broader.put(code, List.of()));
        return new Dimension(name, total, broader);
    }

    /** Numbers of the finest codes under each code, in the order of {@code broader}. */
    Map<String, Set<Integer>> finestByCode() {
        Map<String, Set<Integer>> finestByCode = new LinkedHashMap<>();
        int number = 0;
        for (Map.Entry<String, List<String>> entry : broader.entrySet()) {
            add(finestByCode, entry.getKey(), number);
            add(finestByCode, total, number);
            for (String code : entry.getValue()) {
                add(finestByCode, code, number);
            }
            number++;
        }
        return finestByCode;
    }

    private static void add(Map<String, Set<Integer>> finestByCode, String code, int number) {
        finestByCode.computeIfAbsent(code, key -> new LinkedHashSet<>()).add(number);
    }
}
