package se.tillsyn.ingest.profile;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a code list.
 *
 * @param code the code, ASCII
 * @param nameSv Swedish name
 * @param nameEn English name
 * @param validFrom first valid day; {@code null} = always
 * @param validTo last valid day; {@code null} = still valid
 * @param attributes the list's further columns, empty fields left out
 */
public record Code(
        String code,
        String nameSv,
        String nameEn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Map<String, String> attributes) {

    public Code {
        attributes = Map.copyOf(attributes);
        if (validFrom != null && validTo != null && validFrom.isAfter(validTo)) {
            throw new IllegalArgumentException("code " + code + ": valid_from lies after valid_to");
        }
    }

    /** Whether the code may be used for something that happened on this day. */
    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** A further column's value, or {@code null} when the field is empty or the list lacks the column. */
    public @Nullable String attribute(String name) {
        return attributes.get(name);
    }

    /** Whether a further column says {@code true}. */
    public boolean flag(String name) {
        return "true".equals(attributes.get(name));
    }
}
