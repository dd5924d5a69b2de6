package se.tillsyn.web;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the dashboard, {@code tillsyn.*}. They are bound by {@link ReleaseStart}, before anything else is made.
 *
 * @param home folder that holds {@code releases/}
 * @param releaseCheck how often it is looked up which release {@code CURRENT} names
 */
public record WebSettings(
        @DefaultValue("tillsyn-data") Path home,
        @DefaultValue("1s") Duration releaseCheck) {

    public WebSettings {
        if (home.toString().isBlank()) {
            throw new IllegalArgumentException("tillsyn.home: expected a folder, found an empty text");
        }
        if (releaseCheck.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("tillsyn.release-check: expected 100 ms or more, found " + releaseCheck);
        }
    }
}
