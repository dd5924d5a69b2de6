package se.tillsyn.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 that stops at the first byte that is none, instead of putting U+FFFD in its place. */
final class StrictUtf8 {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private StrictUtf8() {}

    static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Length of the byte order mark that the bytes begin with; 0 when there is none. */
    static int markLength(byte[] head) {
        return head.length >= 3 && head[0] == MARK[0] && head[1] == MARK[1] && head[2] == MARK[2] ? 3 : 0;
    }

    /** The text without its byte order mark. */
    static Reader reader(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, MARK.length);
        byte[] mark = start.readNBytes(MARK.length);
        if (markLength(mark) == 0) {
            start.unread(mark);
        }
        return new InputStreamReader(start, decoder());
    }
}
