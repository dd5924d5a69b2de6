package se.tillsyn.web.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.tillsyn.web.release.AreaShapes;

/**
 * A map of equal tiles made from a map of areas: each area gets a square of its own near where it lies, so that small areas
 * and large ones weigh alike. Squares are given from the top of the map down, then exchanged as long as that brings areas
 * nearer to where they are; the same map gives the same tiles.
 */
final class TileShapes {

    /** Side of a tile in units of the drawing, and the gap between two. */
    static final int SIDE = 96;

    private static final int GAP = 6;
    /** Squares for each area: room for the outline of a country to be recognised. */
    private static final double ROOM = 2.3;

    private final List<AreaShapes.Area> areas;
    private final int columns;
    private final int rows;
    private final double cell;

    private TileShapes(AreaShapes shapes) {
        areas = shapes.areas().stream()
                .sorted(Comparator.comparingInt(AreaShapes.Area::labelY).thenComparing(AreaShapes.Area::code))
                .toList();
        cell = Math.sqrt((double) shapes.width() * shapes.height() / (areas.size() * ROOM));
        columns = Math.max(1, (int) Math.ceil(shapes.width() / cell));
        rows = Math.max(1, (int) Math.ceil(shapes.height() / cell));
    }

    static AreaShapes of(AreaShapes shapes) {
        return new TileShapes(shapes).draw();
    }

    private AreaShapes draw() {
        int[] squares = greedy();
        while (improve(squares)) {
            // Each exchange shortens the sum of squared distances, so this ends.
        }
        int top = rows;
        for (int square : squares) {
            top = Math.min(top, square / columns);
        }
        int bottom = 0;
        List<AreaShapes.Area> tiles = new ArrayList<>();
        for (int i = 0; i < squares.length; i++) {
            int x = GAP + squares[i] % columns * (SIDE + GAP);
            int y = GAP + (squares[i] / columns - top) * (SIDE + GAP);
            bottom = Math.max(bottom, y + SIDE);
            String path = "M" + x + " " + y + "l" + SIDE + " 0 0 " + SIDE + "-" + SIDE + " 0z";
            tiles.add(new AreaShapes.Area(areas.get(i).code(), path, x + SIDE / 2, y + SIDE / 2));
        }
        tiles.sort(Comparator.comparing(AreaShapes.Area::code));
        return new AreaShapes(columns * (SIDE + GAP) + GAP, bottom + GAP, tiles);
    }

    private int[] greedy() {
        int[] squares = new int[areas.size()];
        boolean[] taken = new boolean[columns * rows];
        for (int i = 0; i < squares.length; i++) {
            int best = -1;
            for (int square = 0; square < taken.length; square++) {
                if (!taken[square] && (best < 0 || distance(i, square) < distance(i, best))) {
                    best = square;
                }
            }
            squares[i] = best;
            taken[best] = true;
        }
        return squares;
    }

    /** Makes the first exchange of two areas' squares, or move to a free one, that shortens the way. */
    private boolean improve(int[] squares) {
        boolean[] taken = new boolean[columns * rows];
        for (int square : squares) {
            taken[square] = true;
        }
        for (int i = 0; i < squares.length; i++) {
            for (int square = 0; square < taken.length; square++) {
                if (!taken[square] && distance(i, square) < distance(i, squares[i]) - 1e-9) {
                    squares[i] = square;
                    return true;
                }
            }
            for (int j = i + 1; j < squares.length; j++) {
                double now = distance(i, squares[i]) + distance(j, squares[j]);
                if (distance(i, squares[j]) + distance(j, squares[i]) < now - 1e-9) {
                    int other = squares[i];
                    squares[i] = squares[j];
                    squares[j] = other;
                    return true;
                }
            }
        }
        return false;
    }

    private double distance(int area, int square) {
        int column = square % columns;
        int row = square / columns;
        double dx = areas.get(area).labelX() / cell - (column + 0.5);
        double dy = areas.get(area).labelY() / cell - (row + 0.5);
        return dx * dx + dy * dy;
    }
}
