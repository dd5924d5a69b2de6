package se.tillsyn.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Finds where a content stops being UTF-8: line, and byte in the unpacked content. */
final class Utf8Position {

    private Utf8Position() {}

    static FileDefect ofFirstDefect(SourceContent content) throws IOException {
        CharsetDecoder decoder = StrictUtf8.decoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        long line = 1;
        long offset = 0;
        char before = 0;
        try (InputStream in = content.open()) {
            boolean end = false;
            while (!end) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = n < 0;
                bytes.position(bytes.position() + Math.max(n, 0)).flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                offset += bytes.position();
                chars.flip();
                while (chars.hasRemaining()) {
                    char c = chars.get();
                    // CR, LF and CR LF each end one line.
                    line += c == '\r' || (c == '\n' && before != '\r') ? 1 : 0;
                    before = c;
                }
                chars.clear();
                if (result.isError()) {
                    break;
                }
                bytes.compact();
            }
        }
        return FileDefect.atLine(FileRule.ENCODING, line, 0, offset + 1);
    }
}
