package se.tillsyn.web.download;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whole files that the server passes from the disk to the connection by itself: no thread waits for a slow reader, and
 * nothing is copied through the heap (Tomcat's "sendfile"). They are never packed on the way, as no answer with a strong tag
 * is.
 */
final class ServerSends {

    private static final String SUPPORT = "org.apache.tomcat.sendfile.support";
    private static final String NAME = "org.apache.tomcat.sendfile.filename";
    private static final String START = "org.apache.tomcat.sendfile.start";
    private static final String END = "org.apache.tomcat.sendfile.end";

    /** What may make an answer another one than the whole file. */
    private static final List<String> CONDITIONS =
            List.of("Range", "If-Range", "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since");

    private ServerSends() {}

    /** Whether the answer is the whole file and the server can send it. */
    static boolean canSend(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(SUPPORT))
                && request.getMethod().equals("GET")
                && CONDITIONS.stream().allMatch(name -> request.getHeader(name) == null);
    }

    /** Has the server send a file when the headers of the answer are sent. */
    static void send(HttpServletRequest request, Path file) throws IOException {
        request.setAttribute(NAME, file.toRealPath().toString());
        request.setAttribute(START, 0L);
        request.setAttribute(END, Files.size(file));
    }
}
