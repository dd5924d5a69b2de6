package se.tillsyn.analytics.cube;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;

/**
 * Numbers from 0 on, written so that small ones are short: seven bits a byte, the eighth says that more follow. Most sums of a
 * cell are below 128, so that cells travel in a fifth of their size.
 */
final class SmallNumbers {

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int MOST_BYTES = 10;

    private byte[] bytes;
    private int at;

    private SmallNumbers(byte[] bytes) {
        this.bytes = bytes;
    }

    /** For writing. */
    static SmallNumbers ofCapacity(int size) {
        return new SmallNumbers(new byte[size + MOST_BYTES]);
    }

    /** For reading what {@link #send} wrote. */
    static SmallNumbers received(ObjectInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new SmallNumbers(bytes);
    }

    void send(ObjectOutputStream out) throws IOException {
        out.writeInt(at);
        out.write(bytes, 0, at);
    }

    void write(long number) {
        if (bytes.length - at < MOST_BYTES) {
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
        }
        long rest = number;
        while ((rest & -MORE) != 0) {
            bytes[at++] = (byte) (rest | MORE);
            rest >>>= BITS;
        }
        bytes[at++] = (byte) rest;
    }

    long read() {
        long number = bytes[at++];
        if (number >= 0) {
            return number;
        }
        number &= MORE - 1;
        int shift = BITS;
        while (true) {
            long part = bytes[at++];
            number |= (part & (MORE - 1)) << shift;
            if (part >= 0) {
                return number;
            }
            shift += BITS;
        }
    }
}
