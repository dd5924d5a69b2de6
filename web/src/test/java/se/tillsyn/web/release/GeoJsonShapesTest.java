package se.tillsyn.web.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GeoJsonShapesTest {

    @TempDir
    Path folder;

    @Test
    void drawsAPlaneScaledByTheMiddleLatitude() throws IOException {
        Path map = folder.resolve("map.geojson");
        Files.writeString(map, """
                {"features":[
                {"id":"2","geometry":{"type":"Polygon","coordinates":[[[10,60],[12,60],[12,61],[10,61],[10,60]]]}},
                {"id":"1","geometry":{"type":"MultiPolygon","coordinates":[[[[10,59],[11,59],[11,60],[10,60],[10,59]]]]}}
                ]}
                """);
        AreaShapes shapes = GeoJsonShapes.read(map);
        assertThat(shapes.height()).isEqualTo(1_000);
        assertThat(shapes.width()).isEqualTo((int) Math.ceil(2 * Math.cos(Math.toRadians(60)) * 496) + 8);
        assertThat(shapes.areas())
                .extracting(AreaShapes.Area::code, AreaShapes.Area::path)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1", "M4 996l248 0 0-496-248 0z"),
                        org.assertj.core.groups.Tuple.tuple("2", "M4 500l496 0 0-496-496 0z"));
        assertThat(shapes.areas().get(0).labelX()).isEqualTo(128);
        assertThat(shapes.areas().get(0).labelY()).isEqualTo(748);
    }
}
