package se.tillsyn.ingest.table;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads numbers in Parquet's hybrid of runs and bit-packed groups of eight, many at a time: a run is one fill, and a group
 * is shifted out of 64 bits at a time.
 *
 * <p>Form: <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet, encoding RLE = 3</a>.
 */
final class PackedNumbers {

    /** So many bytes must follow the last one of a page, since 64 bits are read at any byte of it. */
    static final int PADDING = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int GROUP = 8;
    private static final int SEVEN_BITS = 0x7F;
    private static final int BYTE = 0xFF;

    private final byte[] bytes;
    private final int end;
    private int at;

    private PackedNumbers(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    /**
     * Reads the numbers of the places {@code from} to {@code to}.
     *
     * @param bytes the page and {@link #PADDING} further bytes
     * @param at where the numbers begin
     * @param end where the page ends
     * @param bitWidth bits of a number, 1 to 32
     * @throws IOException when the page ends before its numbers
     */
    static void read(byte[] bytes, int at, int end, int bitWidth, int[] into, int from, int to) throws IOException {
        PackedNumbers numbers = new PackedNumbers(bytes, at, end);
        int next = from;
        while (next < to) {
            int header = numbers.header();
            int count = header >>> 1;
            if (count == 0) {
                throw new IOException("a page has a run of no numbers");
            }
            next = (header & 1) == 0
                    ? numbers.run(count, bitWidth, into, next, to)
                    : numbers.groups(count, bitWidth, into, next, to);
        }
    }

    private int header() throws IOException {
        int header = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            require(at + 1L);
            int part = bytes[at++];
            header |= (part & SEVEN_BITS) << shift;
            if (part >= 0) {
                return header;
            }
        }
        throw new IOException("a page has a run whose length is no number");
    }

    private int run(int count, int bitWidth, int[] into, int from, int to) throws IOException {
        int width = (bitWidth + Byte.SIZE - 1) / Byte.SIZE;
        require(at + (long) width);
        int value = 0;
        for (int i = 0; i < width; i++) {
            value |= (bytes[at++] & BYTE) << (i * Byte.SIZE);
        }
        int until = count > to - from ? to : from + count;
        Arrays.fill(into, from, until, value);
        return until;
    }

    private int groups(int count, int bitWidth, int[] into, int from, int to) throws IOException {
        int until = (int) Math.min(to, from + (long) count * GROUP);
        // The last group of a page may be cut behind its last number.
        require(at + ((long) (until - from) * bitWidth + Byte.SIZE - 1) / Byte.SIZE);
        long mask = (1L << bitWidth) - 1;
        long bit = (long) at * Byte.SIZE;
        for (int i = from; i < until; i++) {
            into[i] = (int) ((long) LONGS.get(bytes, (int) (bit >>> 3)) >>> (bit & 7) & mask);
            bit += bitWidth;
        }
        at = (int) Math.min(end, at + (long) count * bitWidth);
        return until;
    }

    private void require(long needed) throws IOException {
        if (needed > end) {
            throw new IOException("a page ends before its numbers");
        }
    }
}
