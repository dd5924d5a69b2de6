package se.tillsyn.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import se.tillsyn.web.page.PublicAddress;

/** Absolute addresses. They come from the settings or from where the server listens, never from what a caller sent. */
@Component
public final class Addresses {

    private final PublicAddress known;

    Addresses(PublicAddress known) {
        this.known = known;
    }

    /** Address of the site without a slash at its end. */
    public String site(HttpServletRequest request) {
        if (!known.baseUrl().isEmpty()) {
            return known.baseUrl();
        }
        String host = request.getLocalAddr();
        return "http://" + (host.contains(":") ? '[' + host + ']' : host) + ':' + request.getLocalPort();
    }
}
