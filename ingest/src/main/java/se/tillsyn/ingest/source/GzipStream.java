package se.tillsyn.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952) in streaming, checksum and length of every member verified. Several members are one text, as the
 * RFC has it. Unlike the JDK's stream this one takes nothing for an end but the end: bytes after the last member, a file
 * cut between two members' parts and damage each refuse the file. Names and comments in the header are passed over unread.
 */
final class GzipStream extends InputStream {

    /** Bytes that one file may unpack to. 20 million findings are 1.6 GB. */
    static final long MAX_UNPACKED = 8L << 30;

    /**
     * How many times its packed size a file may unpack to. The most regular findings pack about 40 times; deflate's
     * utmost is 1032 times.
     */
    static final int MAX_RATIO = 200;

    /** Bytes up to which the ratio is not asked: a small file of equal rows is no bomb. */
    static final long RATIO_FREE = 16L << 20;

    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xe0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long members;
    private long packed;
    private long unpacked;
    private boolean ended;

    /** @param in the packed bytes, from the first on */
    GzipStream(InputStream in) throws IOException {
        this.in = in;
        startMember();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int n = inflate(into, offset, length);
            if (n > 0) {
                checksum.update(into, offset, n);
                unpacked += n;
                checkSize();
                return n;
            }
            if (inflater.finished()) {
                position = limit - inflater.getRemaining();
                endMember();
                if (isAtEnd()) {
                    ended = true;
                } else {
                    startMember();
                }
            } else if (inflater.needsInput()) {
                if (isAtEnd()) {
                    throw refused(FileRule.GZIP_CUT);
                }
                inflater.setInput(buffer, position, limit - position);
                position = limit;
            } else {
                throw refused(FileRule.GZIP_DAMAGED);
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            return inflater.inflate(into, offset, length);
        } catch (DataFormatException e) {
            throw refused(FileRule.GZIP_DAMAGED);
        }
    }

    private void checkSize() throws IOException {
        if (unpacked > MAX_UNPACKED) {
            throw new RefusedContentException(
                    new FileDefect(FileRule.UNPACKED_SIZE, 0, 0, "", "", MAX_UNPACKED >> 30, 0));
        }
        if (unpacked > RATIO_FREE && unpacked > packed * MAX_RATIO) {
            throw new RefusedContentException(new FileDefect(FileRule.UNPACKED_RATIO, 0, 0, "", "", MAX_RATIO, 0));
        }
    }

    private void startMember() throws IOException {
        inflater.reset();
        checksum.reset();
        members++;
        if (next() != 0x1f || next() != 0x8b) {
            throw refused(members == 1 ? FileRule.GZIP_DAMAGED : FileRule.GZIP_TRAILING);
        }
        int method = next();
        int flags = next();
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw refused(FileRule.GZIP_DAMAGED);
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
    }

    private void endMember() throws IOException {
        boolean sameChecksum = checksum.getValue() == nextInt();
        boolean sameLength = (inflater.getBytesWritten() & 0xffffffffL) == nextInt();
        if (!sameChecksum || !sameLength) {
            throw refused(FileRule.GZIP_DAMAGED);
        }
    }

    private void skip(int n) throws IOException {
        for (int i = 0; i < n; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        int value;
        do {
            value = next();
        } while (value != 0);
    }

    private long nextInt() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        if (isAtEnd()) {
            throw refused(FileRule.GZIP_CUT);
        }
        return buffer[position++] & 0xff;
    }

    private boolean isAtEnd() throws IOException {
        if (position < limit) {
            return false;
        }
        int n = in.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(n, 0);
        packed += limit;
        return n <= 0;
    }

    private static RefusedContentException refused(FileRule rule) {
        return new RefusedContentException(FileDefect.ofFile(rule));
    }
}
