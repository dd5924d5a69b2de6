package se.tillsyn.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.tillsyn.ingest.profile.Profile;

class MapNeighboursTest {

    private static String square(String code, int x, int y) {
        return """
            {"properties": {"code": "%s"}, "geometry": {"type": "Polygon", "coordinates":
            [[[%2$d, %3$d], [%4$d, %3$d], [%4$d, %5$d], [%2$d, %5$d], [%2$d, %3$d]]]}}
            """.formatted(code, x, y, x + 1, y + 1);
    }

    /** A and B share a side, A and C a corner, D lies by itself. */
    @Test
    void whoSharesACornerIsANeighbour() {
        String map = "{\"features\": ["
                + String.join(",", square("A", 0, 0), square("B", 1, 0), square("C", 1, 1), square("D", 5, 5)) + "]}";
        assertEquals(
                Map.of("A", Set.of("B", "C"), "B", Set.of("A", "C"), "C", Set.of("A", "B")),
                MapNeighbours.of(map.getBytes(StandardCharsets.UTF_8)).of());
    }

    /** Read off a map of Sweden: Gotland is an island, Skåne borders on Halland, Kronoberg and Blekinge. */
    @Test
    void countiesOfTheBuiltInProfile() {
        Profile profile = Profile.load("sweden");
        Map<String, Set<String>> counties = MapNeighbours.of(profile.file(
                        Objects.requireNonNull(profile.description().maps().get("county"))))
                .of();
        assertEquals(20, counties.size());
        assertFalse(counties.containsKey("09"));
        assertEquals(Set.of("13", "07", "10"), counties.get("12"));
        assertEquals(Set.of("24"), counties.get("25"));
    }
}
