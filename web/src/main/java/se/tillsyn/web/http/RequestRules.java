package se.tillsyn.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first gate: only GET and HEAD, only addresses that this site could have written (no encoded characters, no matrix
 * parameters, no doubled slashes in the path), nothing long. Data may be asked about by scripts of other sites too.
 * Programming interfaces have rules of their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestRules extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_.@-]+)*/?");
    private static final String ALLOW_OF_DATA = "GET, HEAD, OPTIONS";
    private static final int LONGEST_ADDRESS = 2_000;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ApiPaths.contain(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean data = DataPaths.contain(path);
        if (data) {
            CrossOrigin.open(response);
        }
        if (data && request.getMethod().equals("OPTIONS")) {
            CrossOrigin.tell(ALLOW_OF_DATA, response);
            return;
        }
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", data ? ALLOW_OF_DATA : "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String query = request.getQueryString();
        int length = path.length() + (query == null ? 0 : query.length());
        if (length > LONGEST_ADDRESS || !PATH.matcher(path).matches() || path.contains("..")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }
}
