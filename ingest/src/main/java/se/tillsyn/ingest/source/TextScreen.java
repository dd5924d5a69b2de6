package se.tillsyn.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Sees in passing whether the bytes of a UTF-8 text may hold a character that is none (see {@link Characters}), eight bytes
 * at a time, since a search of every field costs a tenth of the reading. A harmless character may raise it too; then the
 * fields are searched and are found to be good.
 */
final class TextScreen extends FilterInputStream {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    /** First byte of U+0080 to U+00BF, of which the first half is control characters. */
    private static final byte LATIN = (byte) 0xC2;

    /** First and second byte of U+FFC0 to U+FFFF. */
    private static final byte LAST_PLANE = (byte) 0xEF;

    private static final byte LAST_ROW = (byte) 0xBF;

    private boolean raised;
    private byte before;

    TextScreen(InputStream in) {
        super(in);
    }

    /** Whether there may be such a character in what has been read. */
    boolean isRaised() {
        return raised;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            see((byte) value);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        int end = offset + n;
        int i = offset;
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORD.get(bytes, i);
            long rubbedOut = word ^ 0x7f * EACH;
            if (((word | word - 0x20 * EACH | rubbedOut - EACH) & HIGH) != 0) {
                for (int k = i; k < i + Long.BYTES; k++) {
                    see(bytes[k]);
                }
            }
        }
        for (; i < end; i++) {
            see(bytes[i]);
        }
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void see(byte b) {
        boolean control = b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t';
        raised |= control || b == 0x7f || b == LATIN || (before == LAST_PLANE && b == LAST_ROW);
        before = b;
    }
}
