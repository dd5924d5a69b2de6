package se.tillsyn.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tillsyn.web.release.AreaShapes;

/** Tiles lie where their areas lie, one to a square. */
final class TileShapesTest {

    private static final String PATH = "M0 0l1 0 0 1z";

    @Test
    void keepsNorthNorthAndWestWest() {
        AreaShapes tiles = TileShapes.of(new AreaShapes(
                400,
                400,
                List.of(
                        new AreaShapes.Area("A", PATH, 50, 50),
                        new AreaShapes.Area("B", PATH, 350, 60),
                        new AreaShapes.Area("C", PATH, 60, 350),
                        new AreaShapes.Area("D", PATH, 340, 340))));
        Map<String, AreaShapes.Area> at = new HashMap<>();
        tiles.areas().forEach(tile -> at.put(tile.code(), tile));
        assertThat(at.get("A").labelX()).isLessThan(at.get("B").labelX());
        assertThat(at.get("A").labelY()).isLessThan(at.get("C").labelY());
        assertThat(at.get("D").labelX()).isGreaterThan(at.get("C").labelX());
        assertThat(at.get("D").labelY()).isGreaterThan(at.get("B").labelY());
    }

    @Test
    void givesEachAreaASquareOfItsOwnAndTheSameEachTime() {
        List<AreaShapes.Area> crowd = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            crowd.add(new AreaShapes.Area("R" + (char) ('A' + i), PATH, 100 + i % 3, 200 + i % 5));
        }
        AreaShapes shapes = new AreaShapes(300, 700, crowd);
        AreaShapes tiles = TileShapes.of(shapes);
        assertThat(tiles.areas()).extracting(AreaShapes.Area::path).doesNotHaveDuplicates();
        assertThat(tiles.areas()).hasSize(21).isEqualTo(TileShapes.of(shapes).areas());
    }
}
