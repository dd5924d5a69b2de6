package se.tillsyn.ingest.table;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes of a page that is being made, little-endian as Parquet has it. Used again for page after page. */
final class PageBytes extends OutputStream {

    private byte[] bytes = new byte[1 << 12];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** The first {@link #size()} of these are the page; valid until the next change. */
    byte[] array() {
        return bytes;
    }

    @Override
    public void write(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    void int32(int value) {
        ensure(Integer.BYTES);
        put(size, value);
        size += Integer.BYTES;
    }

    void int64(long value) {
        int32((int) value);
        int32((int) (value >>> 32));
    }

    /** Writes a number over bytes that were written before. */
    void int32At(int position, int value) {
        put(position, value);
    }

    private void put(int position, int value) {
        bytes[position] = (byte) value;
        bytes[position + 1] = (byte) (value >>> 8);
        bytes[position + 2] = (byte) (value >>> 16);
        bytes[position + 3] = (byte) (value >>> 24);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
