package se.tillsyn.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Answers packed by gzip, so that one which is kept need not be packed again for each reader. */
public final class Packing {

    /** Fewer bytes are not worth it. */
    public static final int WORTH_BYTES = 1_024;

    /** Taken unless its weight is 0, with or without blanks around it. */
    private static final Pattern GZIP =
            Pattern.compile("(?i)(^|,)\\s*(x-)?gzip\\s*(?!\\s*;\\s*q\\s*=\\s*0(\\.0*)?\\s*(,|$))(;|,|$)");

    private static final int KEPT_LEVEL = 4;

    private static final int BUFFER_BYTES = 8_192;

    private Packing() {}

    /** Whether whoever asks takes packed answers. */
    public static boolean taken(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && GZIP.matcher(accepted).find();
    }

    /** Says that an answer is packed. */
    public static void tell(HttpServletResponse response) {
        response.setHeader("Content-Encoding", "gzip");
    }

    /** A twentieth larger than at the usual level, in half the time: for what is packed once and sent some times. */
    static byte[] once(byte[] body) throws IOException {
        return packed(body, KEPT_LEVEL);
    }

    /** Somewhat larger than {@link #once}, in less time: for what is made for one reader. */
    public static byte[] fast(byte[] body) throws IOException {
        return packed(body, Deflater.BEST_SPEED);
    }

    /** Packs fast what is written to it; closing it ends the packed answer and closes the other. */
    public static OutputStream fast(OutputStream out) throws IOException {
        return new Packed(out, Deflater.BEST_SPEED);
    }

    static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        }
    }

    private static byte[] packed(byte[] body, int level) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4 + WORTH_BYTES);
        try (OutputStream gzip = new Packed(bytes, level)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    private static final class Packed extends GZIPOutputStream {

        private Packed(OutputStream out, int level) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(level);
        }
    }
}
