package se.tillsyn.web.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Collects bytes and passes them on in large pieces: what a file is made of is mostly bytes that were made before. */
final class Bytes {

    private static final int ROOM = 32_768;

    private final OutputStream out;
    private final byte[] held = new byte[ROOM];
    private int length;

    Bytes(OutputStream out) {
        this.out = out;
    }

    void put(byte[] bytes) throws IOException {
        if (length + bytes.length > ROOM) {
            flush();
        }
        if (bytes.length > ROOM) {
            out.write(bytes);
        } else {
            System.arraycopy(bytes, 0, held, length, bytes.length);
            length += bytes.length;
        }
    }

    /** A text of ASCII characters, as numbers and codes of statuses are. */
    @SuppressWarnings("deprecation") // The low bytes are all there is of ASCII, and the other way makes an array first.
    void ascii(String text) throws IOException {
        if (length + text.length() > ROOM) {
            flush();
        }
        text.getBytes(0, text.length(), held, length);
        length += text.length();
    }

    void text(String text) throws IOException {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Passes on what is held. */
    void flush() throws IOException {
        out.write(held, 0, length);
        length = 0;
    }
}
