package se.tillsyn.web.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.tillsyn.web.http.ApiPaths;
import se.tillsyn.web.http.CrossOrigin;

/**
 * Rules of the interfaces below {@code /api/}: open to scripts of any site, a limit on calls, and tolerance towards
 * parameters that they do not know, unlike pages.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class ApiRules extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String ALLOW_ONLY_POST = "POST, OPTIONS";
    private static final String ALLOW_WITH_POST = "GET, HEAD, POST, OPTIONS";

    /** Where something is posted. */
    private static final Pattern POSTED = Pattern.compile("(?i)/api/v2/+tables/+[^/]+/+data/*");

    /** Where something is posted and nothing can be read: saved queries are read by their identifiers. */
    private static final Pattern ONLY_POSTED = Pattern.compile("(?i)/api/v2/+savedqueries/*");

    private final Problems problems;
    private final CallCounter calls;

    @Autowired
    ApiRules(ApiSettings settings, Problems problems) {
        this.problems = problems;
        this.calls = new CallCounter(
                Clock.systemUTC(), settings.maxCalls(), settings.window().toMillis());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPaths.contain(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CrossOrigin.open(response);
        String method = request.getMethod();
        String allowed = allowed(request.getRequestURI());
        if (!METHODS.contains(method) || (allowed.equals(ALLOW_ONLY_POST) && READING.contains(method))) {
            response.setHeader("Allow", allowed);
            problems.answer(Problems.of(HttpStatus.METHOD_NOT_ALLOWED), request, response);
        } else if (method.equals("OPTIONS")) {
            CrossOrigin.tell(allowed, response);
        } else {
            limited(request, response, chain);
        }
    }

    private static String allowed(String path) {
        if (ONLY_POSTED.matcher(path).matches()) {
            return ALLOW_ONLY_POST;
        }
        return POSTED.matcher(path).matches() ? ALLOW_WITH_POST : Problems.ALLOW;
    }

    private void limited(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long wait = calls.count(request.getRemoteAddr());
        if (wait == 0) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", Long.toString(wait));
        problems.answer(
                new ApiProblem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "Expected no more calls than /api/v2/config names for its window of time, found more."),
                request,
                response);
    }
}
