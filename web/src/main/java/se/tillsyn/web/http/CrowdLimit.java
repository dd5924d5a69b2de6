package se.tillsyn.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.language.Language;

/**
 * Turns requests away while more of them wait for a thread than can be answered soon. A refusal costs next to nothing, so
 * the queue empties within seconds and nobody's request waits for minutes.
 */
final class CrowdLimit extends OncePerRequestFilter {

    /** Requests that may wait: two seconds of the busiest load that the site is made for. */
    static final int MOST_WAITING = 2_000;

    private static final String SECONDS = "5";

    private final IntSupplier waiting;
    private final Dictionary dictionary;

    /** @param waiting how many requests wait for a thread now */
    CrowdLimit(IntSupplier waiting, Dictionary dictionary) {
        this.waiting = waiting;
        this.dictionary = dictionary;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (waiting.getAsInt() <= MOST_WAITING) {
            chain.doFilter(request, response);
            return;
        }
        String sentence =
                dictionary.of(Language.ofPath(request.getRequestURI())).of("error.busy");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8");
        response.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
