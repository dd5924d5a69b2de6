package se.tillsyn.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The same protective headers on every answer, errors included. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class SecurityHeaders extends OncePerRequestFilter {

    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self';"
            + " object-src 'none'; frame-ancestors ";
    private static final Pattern FRAMED = Pattern.compile("/(sv/inbaddad|en/embedded)/.*");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        protect(response);
        if (FRAMED.matcher(request.getRequestURI()).matches()) {
            // Figures made for frames may stand in any site's; every other page in none.
            response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY + '*');
        }
        chain.doFilter(request, response);
    }

    /** Sets them on an answer that stands in no frame. */
    public static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY + "'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }
}
