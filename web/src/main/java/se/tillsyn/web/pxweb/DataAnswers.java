package se.tillsyn.web.pxweb;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.format.FormatOptions;
import se.tillsyn.web.format.OutputFormat;
import se.tillsyn.web.http.Packing;

/**
 * Answers that hold data. Those of usual size are kept for a while as they were sent, by what was asked, since a release
 * never changes; those of more cells are written as they are made.
 */
final class DataAnswers {

    private static final int KEPT_CELLS = 20_000;
    private static final long KEPT_BYTES = 16_000_000;
    private static final int KEPT_ANSWER_BYTES = 1_000_000;
    private static final int LONGEST_QUESTION = 8_000;

    private final LargeAnswers large = new LargeAnswers();

    private final Cache<String, Kept> recent = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((String asked, Kept kept) -> asked.length() + kept.body.length)
            .build();

    /** An answer as it is sent. */
    private static final class Kept {

        private final OutputFormat format;
        private final String name;
        private final byte[] body;
        private final boolean packed;

        Kept(OutputFormat format, String name, byte[] body, boolean packed) {
            this.format = format;
            this.name = name;
            this.body = body;
            this.packed = packed;
        }
    }

    /**
     * Sends the answer to a question that was asked before, if it is still kept.
     *
     * @param asked release, address and body: what the answer depends on
     */
    boolean sendAgain(String asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Kept kept = recent.getIfPresent(key(asked, request));
        if (kept == null) {
            return false;
        }
        send(kept, response);
        return true;
    }

    /** Sends a slice. */
    void send(
            String asked,
            Slice slice,
            OutputFormat format,
            FormatOptions options,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String name = slice.dataset().id()
                + '_'
                + slice.dataset().release().release()
                + (slice.dataset().release().synthetic() ? "_synthetic." : ".")
                + format.ending();
        boolean packed = format.packs() && Packing.taken(request);
        if (slice.size() > KEPT_CELLS) {
            sendLarge(slice, format, options, name, packed, response);
            return;
        }
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        format.write(slice, options, made);
        byte[] body = made.toByteArray();
        packed &= body.length >= Packing.WORTH_BYTES;
        Kept kept = new Kept(format, name, packed ? Packing.fast(body) : body, packed);
        if (asked.length() <= LONGEST_QUESTION && kept.body.length <= KEPT_ANSWER_BYTES) {
            recent.put(key(asked, request), kept);
        }
        send(kept, response);
    }

    private void sendLarge(
            Slice slice,
            OutputFormat format,
            FormatOptions options,
            String name,
            boolean packed,
            HttpServletResponse response)
            throws IOException {
        large.write(response, () -> {
            head(format, name, packed, response);
            OutputStream out = response.getOutputStream();
            try (OutputStream answer = packed ? Packing.fast(out) : out) {
                format.write(slice, options, answer);
            }
        });
    }

    private static String key(String asked, HttpServletRequest request) {
        return (Packing.taken(request) ? "gzip " : "plain ") + asked;
    }

    private static void send(Kept kept, HttpServletResponse response) throws IOException {
        head(kept.format, kept.name, kept.packed, response);
        response.setContentLength(kept.body.length);
        response.getOutputStream().write(kept.body);
    }

    private static void head(OutputFormat format, String name, boolean packed, HttpServletResponse response) {
        response.setContentType(format.mediaType());
        response.setHeader("Content-Disposition", "inline; filename=\"" + name + '"');
        if (format.packs()) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (packed) {
            Packing.tell(response);
        }
    }
}
