package se.tillsyn.analytics.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which regions of a level touch each other.
 *
 * @param of codes of the neighbours by code; who is a neighbour has one
 */
public record Neighbours(Map<String, Set<String>> of) {

    /** A level without a map. */
    public static final Neighbours UNKNOWN = new Neighbours(Map.of());

    public Neighbours {
        Map<String, Set<String>> copy = new TreeMap<>();
        of.forEach((region, others) -> copy.put(region, Set.copyOf(others)));
        of = Map.copyOf(copy);
    }

    /** Places of the neighbours of each region in a list, in ascending order; others than those listed are left out. */
    int[][] places(List<String> regions) {
        Map<String, Integer> places = new HashMap<>();
        regions.forEach(region -> places.put(region, places.size()));
        int[][] neighbours = new int[regions.size()][];
        for (int i = 0; i < neighbours.length; i++) {
            TreeSet<Integer> found = new TreeSet<>();
            for (String other : of.getOrDefault(regions.get(i), Set.of())) {
                Integer place = places.get(other);
                if (place != null) {
                    found.add(place);
                }
            }
            neighbours[i] = found.stream().mapToInt(Integer::intValue).toArray();
        }
        return neighbours;
    }
}
