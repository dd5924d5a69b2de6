package se.tillsyn.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Absolute addresses. They come from the settings or from where the server listens, never from what a caller sent. */
@Component
public final class Addresses {

    private final ApiSettings settings;

    Addresses(ApiSettings settings) {
        this.settings = settings;
    }

    /** Address of the site without a slash at its end. */
    public String site(HttpServletRequest request) {
        if (!settings.baseUrl().isEmpty()) {
            return settings.baseUrl();
        }
        String host = request.getLocalAddr();
        return "http://" + (host.contains(":") ? '[' + host + ']' : host) + ':' + request.getLocalPort();
    }
}
