package se.tillsyn.analytics.register;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import se.tillsyn.ingest.commit.ContentHash;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the log.
 *
 * @param number place in the log, from 1
 * @param time when, UTC
 * @param event what happened
 * @param release identifier of the release
 * @param sha256 hash over all files of the release, see {@link ReleaseRegister#hashOf}
 * @param by who: the operating system's name of the user whose process it was
 * @param note what more is to be said, or empty
 * @param previous SHA-256 of the line before without its line break; 64 zeros in the first
 */
public record Event(
        int number,
        String time,
        EventKind event,
        String release,
        String sha256,
        String by,
        String note,
        String previous) {

    static final String NO_LINE = "0".repeat(64);

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /** Line without its break. */
    byte[] toLine() {
        return JSON.writeValueAsBytes(this);
    }

    /** @throws tools.jackson.core.JacksonException when the line is no event */
    static Event parse(String line) {
        return JSON.readValue(line, Event.class);
    }

    /** Hash that the next line carries. */
    static String hashOf(String line) {
        return ContentHash.of(line.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws java.time.format.DateTimeParseException when the time is no instant */
    Instant instant() {
        return Instant.parse(time);
    }
}
