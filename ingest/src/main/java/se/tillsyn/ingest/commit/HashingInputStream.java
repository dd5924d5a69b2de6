package se.tillsyn.ingest.commit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts and hashes the bytes that pass, so that what was hashed is what was read. */
public final class HashingInputStream extends FilterInputStream {

    private final MessageDigest digest = ContentHash.sha256();
    private long count;

    public HashingInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            digest.update((byte) value);
            count++;
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        if (n > 0) {
            digest.update(buffer, offset, n);
            count += n;
        }
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Bytes that have passed. */
    public long count() {
        return count;
    }

    /** SHA-256 of the bytes that have passed, in lower-case hexadecimal; ask once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
