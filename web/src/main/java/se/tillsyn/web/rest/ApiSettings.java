package se.tillsyn.web.rest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the programming interfaces, {@code tillsyn.api.*}.
 *
 * @param maxCells most cells of one answer
 * @param maxCalls most calls of one address in a window
 * @param window length of a window
 */
@ConfigurationProperties("tillsyn.api")
public record ApiSettings(
        @DefaultValue("150000") int maxCells,
        @DefaultValue("2000") int maxCalls,
        @DefaultValue("10s") Duration window) {

    public ApiSettings {
        if (maxCells < 1 || maxCalls < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "tillsyn.api: expected max-cells and max-calls of 1 or more and a window of 1s or more");
        }
    }
}
