package se.tillsyn.web.release;

import java.util.List;

/**
 * The map of a region level, drawn once when a release is loaded: areas as SVG paths in whole units.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param areas in the order of their codes
 */
public record AreaShapes(int width, int height, List<Area> areas) {

    public AreaShapes {
        areas = List.copyOf(areas);
    }

    /**
     * One area.
     *
     * @param code region
     * @param path SVG path data
     * @param labelX where a symbol for the area stands
     * @param labelY where a symbol for the area stands
     */
    public record Area(String code, String path, int labelX, int labelY) {}
}
