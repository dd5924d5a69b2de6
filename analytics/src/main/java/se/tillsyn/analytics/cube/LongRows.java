package se.tillsyn.analytics.cube;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/** A growing table of numbers with a fixed number of columns. */
final class LongRows implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_ROWS = 64;

    private final int width;
    private long[] cells;
    private int rows;

    LongRows(int width) {
        this.width = width;
        cells = new long[width * FIRST_ROWS];
    }

    int rows() {
        return rows;
    }

    long at(int row, int column) {
        return cells[row * width + column];
    }

    void add(long first, long second) {
        int at = next();
        cells[at] = first;
        cells[at + 1] = second;
    }

    void add(long first, long second, long third) {
        int at = next();
        cells[at] = first;
        cells[at + 1] = second;
        cells[at + 2] = third;
    }

    void add(long first, long second, long third, long fourth) {
        int at = next();
        cells[at] = first;
        cells[at + 1] = second;
        cells[at + 2] = third;
        cells[at + 3] = fourth;
    }

    private int next() {
        int at = rows++ * width;
        if (at == cells.length) {
            cells = Arrays.copyOf(cells, Math.multiplyExact(cells.length, 2));
        }
        return at;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        cells = Arrays.copyOf(cells, Math.max(width, rows * width));
        out.defaultWriteObject();
    }
}
