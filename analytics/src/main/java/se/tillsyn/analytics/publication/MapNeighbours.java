package se.tillsyn.analytics.publication;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.tillsyn.analytics.assessment.Neighbours;
import tools.jackson.databind.JsonNode;

/**
 * Neighbours by a map of the profile: regions whose outlines share a corner. Holds for maps whose borders are the same points on
 * both sides, as those simplified together are. An island has none.
 */
final class MapNeighbours {

    private record Corner(double longitude, double latitude) {}

    private final Map<Corner, Set<String>> regionsAt = new HashMap<>();

    private MapNeighbours() {}

    /**
     * Reads a map.
     *
     * @param geoJson collection of polygons, each with the property {@code code}
     */
    static Neighbours of(byte[] geoJson) {
        MapNeighbours map = new MapNeighbours();
        for (JsonNode feature : ReleaseDocuments.JSON.readTree(geoJson).path("features")) {
            map.corners(
                    feature.path("properties").path("code").asString(),
                    feature.path("geometry").path("coordinates"));
        }
        Map<String, Set<String>> neighbours = new TreeMap<>();
        for (Set<String> together : map.regionsAt.values()) {
            for (String region : together) {
                for (String other : together) {
                    if (!other.equals(region)) {
                        neighbours
                                .computeIfAbsent(region, any -> new TreeSet<>())
                                .add(other);
                    }
                }
            }
        }
        return new Neighbours(neighbours);
    }

    /** Positions lie two levels deep in polygons, three in several of them. */
    private void corners(String region, JsonNode coordinates) {
        if (coordinates.path(0).isNumber()) {
            regionsAt
                    .computeIfAbsent(
                            new Corner(
                                    coordinates.path(0).asDouble(),
                                    coordinates.path(1).asDouble()),
                            any -> new HashSet<>())
                    .add(region);
        } else {
            coordinates.forEach(part -> corners(region, part));
        }
    }
}
