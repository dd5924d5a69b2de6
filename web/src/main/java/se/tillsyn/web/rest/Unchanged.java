package se.tillsyn.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.web.context.request.ServletWebRequest;
import se.tillsyn.analytics.release.Manifest;

/**
 * Tags of answers. A release never changes, so that an answer is told by the release, the program's version and what was
 * asked; it need not be written to be known as unchanged.
 */
public final class Unchanged {

    private static final int BYTES = 12;

    private Unchanged() {}

    /** Sets the tag and the rule to ask again each time; true when the caller has the answer already and was told so. */
    public static boolean since(
            HttpServletRequest request, HttpServletResponse response, Manifest release, String asked) {
        response.setHeader("Cache-Control", "no-cache");
        // Said by "not modified" too, for caches that go by it.
        response.setHeader("Vary", "Accept-Encoding");
        String tag = "W/\"" + hash(release.release() + '\n' + release.codeVersion() + '\n' + asked) + '"';
        return new ServletWebRequest(request, response).checkNotModified(tag);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
