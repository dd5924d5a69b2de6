package se.tillsyn.web.page;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where readers reach the site, {@code tillsyn.base-url}: what pictures, citations, frames, feeds and interfaces give as
 * their address. It comes from the settings alone, never from a request: a header such as Host says what a caller wants.
 *
 * @param baseUrl without a slash at its end; empty where no address is set
 */
@ConfigurationProperties("tillsyn")
public record PublicAddress(@DefaultValue("") String baseUrl) {

    public PublicAddress {
        if (baseUrl.endsWith("/") || (!baseUrl.isEmpty() && !baseUrl.matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?"))) {
            throw new IllegalArgumentException(
                    "tillsyn.base-url: expected http(s)://host without a slash at the end, or nothing");
        }
    }
}
