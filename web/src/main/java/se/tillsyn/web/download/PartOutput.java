package se.tillsyn.web.download;

import java.io.IOException;
import java.io.OutputStream;

/** Counts what is written to it, passes a part of that on, and stops whoever writes as soon as the part is whole. */
final class PartOutput extends OutputStream {

    /** The part is whole: the rest need not be made. */
    static final class WholeException extends IOException {

        private static final long serialVersionUID = 1L;

        private WholeException() {
            super("the part is whole");
        }
    }

    private final OutputStream out;
    private final long first;
    private final long last;
    private long count;

    /**
     * @param first place of the first byte that is passed on, from 0
     * @param last place of the last one
     */
    PartOutput(OutputStream out, long first, long last) {
        this.out = out;
        this.first = first;
        this.last = last;
    }

    /** Bytes written so far. */
    long count() {
        return count;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        long from = Math.max(first, count);
        long to = Math.min(last + 1, count + length);
        if (from < to) {
            out.write(bytes, offset + Math.toIntExact(from - count), Math.toIntExact(to - from));
        }
        count += length;
        if (count > last) {
            throw new WholeException();
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
