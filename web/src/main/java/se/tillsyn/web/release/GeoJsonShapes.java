package se.tillsyn.web.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws a GeoJSON map of longitudes and latitudes: a plane scaled by the cosine of the middle latitude, rounded to whole
 * units of a drawing 1 000 units high.
 */
final class GeoJsonShapes {

    private static final int HEIGHT = 1_000;
    private static final int MARGIN = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private double west = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;
    private double scale;
    private double squeeze;

    private GeoJsonShapes() {}

    static AreaShapes read(Path file) throws IOException {
        return new GeoJsonShapes().draw(JSON.readTree(Files.readAllBytes(file)));
    }

    private AreaShapes draw(JsonNode collection) {
        record Feature(String code, List<List<double[]>> rings) {}
        List<Feature> features = new ArrayList<>();
        for (JsonNode feature : collection.path("features")) {
            List<List<double[]>> rings = rings(feature.path("geometry"));
            rings.forEach(ring -> ring.forEach(this::include));
            features.add(new Feature(code(feature), rings));
        }
        squeeze = Math.cos(Math.toRadians((south + north) / 2));
        scale = (HEIGHT - 2 * MARGIN) / (north - south);
        int width = (int) Math.ceil((east - west) * squeeze * scale) + 2 * MARGIN;
        List<AreaShapes.Area> areas = features.stream()
                .map(feature -> area(feature.code(), feature.rings()))
                .sorted(Comparator.comparing(AreaShapes.Area::code))
                .toList();
        return new AreaShapes(width, HEIGHT, areas);
    }

    private static String code(JsonNode feature) {
        JsonNode id = feature.path("id");
        return id.isMissingNode() ? feature.path("properties").path("id").asString("") : id.asString("");
    }

    /** Every ring of a polygon or of several, holes included: the even-odd rule tells them apart. */
    private static List<List<double[]>> rings(JsonNode geometry) {
        List<List<double[]>> rings = new ArrayList<>();
        boolean several = geometry.path("type").asString("").equals("MultiPolygon");
        JsonNode coordinates = geometry.path("coordinates");
        for (JsonNode polygon : several ? coordinates : List.of(coordinates)) {
            for (JsonNode ring : polygon) {
                List<double[]> points = new ArrayList<>();
                for (JsonNode point : ring) {
                    points.add(new double[] {
                        point.path(0).asDouble(), point.path(1).asDouble()
                    });
                }
                rings.add(points);
            }
        }
        return rings;
    }

    private void include(double[] point) {
        west = Math.min(west, point[0]);
        east = Math.max(east, point[0]);
        south = Math.min(south, point[1]);
        north = Math.max(north, point[1]);
    }

    private AreaShapes.Area area(String code, List<List<double[]>> rings) {
        StringBuilder path = new StringBuilder();
        double largest = -1;
        int[] label = {0, 0};
        for (List<double[]> ring : rings) {
            List<int[]> points = ring.stream().map(this::place).toList();
            append(path, points);
            double size = Math.abs(doubleArea(points));
            if (size > largest) {
                largest = size;
                label = centre(points);
            }
        }
        return new AreaShapes.Area(code, path.toString(), label[0], label[1]);
    }

    private int[] place(double[] point) {
        return new int[] {
            (int) Math.round((point[0] - west) * squeeze * scale) + MARGIN,
            (int) Math.round((north - point[1]) * scale) + MARGIN
        };
    }

    /** A ring as relative steps; points that fall together are one, and a ring that shrinks to a line is left out. */
    private static void append(StringBuilder path, List<int[]> points) {
        StringBuilder steps = new StringBuilder();
        int corners = 1;
        int[] last = points.get(0);
        for (int[] point : points.subList(1, points.size() - 1)) {
            int dx = point[0] - last[0];
            int dy = point[1] - last[1];
            if (dx != 0 || dy != 0) {
                steps.append(steps.isEmpty() || dx < 0 ? "" : " ").append(dx);
                steps.append(dy < 0 ? "" : " ").append(dy);
                last = point;
                corners++;
            }
        }
        if (corners > 2) {
            int[] first = points.get(0);
            path.append('M').append(first[0]).append(' ').append(first[1]);
            path.append('l').append(steps).append('z');
        }
    }

    private static double doubleArea(List<int[]> points) {
        double area = 0;
        for (int i = 0; i + 1 < points.size(); i++) {
            area += cross(points.get(i), points.get(i + 1));
        }
        return area;
    }

    private static int[] centre(List<int[]> points) {
        double area = doubleArea(points);
        if (area == 0) {
            return points.get(0);
        }
        double x = 0;
        double y = 0;
        for (int i = 0; i + 1 < points.size(); i++) {
            int[] from = points.get(i);
            int[] to = points.get(i + 1);
            double cross = cross(from, to);
            x += (from[0] + to[0]) * cross;
            y += (from[1] + to[1]) * cross;
        }
        return new int[] {(int) Math.round(x / (3 * area)), (int) Math.round(y / (3 * area))};
    }

    private static double cross(int[] from, int[] to) {
        return (double) from[0] * to[1] - (double) to[0] * from[1];
    }
}
