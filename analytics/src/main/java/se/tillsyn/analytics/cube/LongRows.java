package se.tillsyn.analytics.cube;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/** A growing table of numbers with a fixed number of columns. It travels as bytes, a piece at a time. */
final class LongRows implements Serializable {

    private static final long serialVersionUID = 2L;
    private static final int FIRST_ROWS = 64;
    /** So many numbers travel in one piece. */
    private static final int PIECE = 1 << 15;

    private final int width;
    private transient long[] cells;
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
        out.defaultWriteObject();
        int size = rows * width;
        ByteBuffer piece = ByteBuffer.allocate(Math.min(PIECE, size) * Long.BYTES);
        LongBuffer numbers = piece.asLongBuffer();
        for (int at = 0; at < size; at += PIECE) {
            int count = Math.min(PIECE, size - at);
            numbers.clear().put(cells, at, count);
            out.write(piece.array(), 0, count * Long.BYTES);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        int size = rows * width;
        cells = new long[Math.max(width, size)];
        ByteBuffer piece = ByteBuffer.allocate(Math.min(PIECE, size) * Long.BYTES);
        LongBuffer numbers = piece.asLongBuffer();
        for (int at = 0; at < size; at += PIECE) {
            int count = Math.min(PIECE, size - at);
            in.readFully(piece.array(), 0, count * Long.BYTES);
            numbers.clear().get(cells, at, count);
        }
    }
}
