package se.tillsyn.web.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts an answer of HTTP/1.1 together from the pieces in which it comes. */
final class AnswerReader {

    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private byte[] bytes = new byte[16_384];
    private int size;
    private int body = -1;
    private String head = "";

    /** Whether nothing of an answer has come. */
    boolean isEmpty() {
        return size == 0;
    }

    /** Takes what is there; the answer once it is whole. */
    Optional<Answer> take(ByteBuffer more) {
        if (size + more.remaining() > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more.remaining()));
        }
        int count = more.remaining();
        more.get(bytes, size, count);
        size += count;
        if (body < 0) {
            body = endOfHead();
            if (body < 0) {
                return Optional.empty();
            }
            head = new String(bytes, 0, body, StandardCharsets.ISO_8859_1);
        }
        ByteBuffer whole = header("transfer-encoding").equalsIgnoreCase("chunked") ? unchunked() : counted();
        return whole == null ? Optional.empty() : Optional.of(answer(whole));
    }

    private Answer answer(ByteBuffer whole) {
        Answer answer = new Answer(
                Integer.parseInt(head.substring(9, 12)),
                header("location"),
                header("content-encoding").equalsIgnoreCase("gzip"),
                header("connection").equalsIgnoreCase("close"),
                whole);
        size = 0;
        body = -1;
        return answer;
    }

    private int endOfHead() {
        for (int i = 0; i + END_OF_HEAD.length <= size; i++) {
            if (Arrays.equals(bytes, i, i + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                return i + END_OF_HEAD.length;
            }
        }
        return -1;
    }

    private String header(String name) {
        int start = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name + ":");
        return start < 0
                ? ""
                : head.substring(start + name.length() + 3, head.indexOf("\r\n", start + 2))
                        .strip();
    }

    private @Nullable ByteBuffer counted() {
        String length = header("content-length");
        int count = length.isEmpty() ? 0 : Integer.parseInt(length);
        return size - body < count ? null : ByteBuffer.wrap(Arrays.copyOfRange(bytes, body, body + count));
    }

    /** The pieces of a body put together; null until the last is there. */
    private @Nullable ByteBuffer unchunked() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = body;
        while (true) {
            int end = at;
            while (end + 1 < size && bytes[end] != '\r') {
                end++;
            }
            if (end + 1 >= size) {
                return null;
            }
            int count = Integer.parseInt(new String(bytes, at, end - at, StandardCharsets.ISO_8859_1), 16);
            at = end + 2;
            if (at + count + 2 > size) {
                return null;
            }
            if (count == 0) {
                return ByteBuffer.wrap(whole.toByteArray());
            }
            whole.write(bytes, at, count);
            at += count + 2;
        }
    }
}
