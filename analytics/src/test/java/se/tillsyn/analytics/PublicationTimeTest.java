package se.tillsyn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class PublicationTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T07:00:00Z,                             2026-12-01T07:00:00Z",
        "2026-12-01T08:00+01:00,                           2026-12-01T07:00:00Z",
        "2026-12-01T08:00[Europe/Stockholm],               2026-12-01T07:00:00Z",
        "2026-07-01T08:00[Europe/Stockholm],               2026-07-01T06:00:00Z",
        "2026-10-25T02:30+01:00[Europe/Stockholm],         2026-10-25T01:30:00Z"
    })
    void readsAnInstantAnOffsetOrAZone(String text, String instant) {
        assertEquals(Instant.parse(instant), new PublicationTime().convert(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T08:00,                          found none of the two",
        "2026-03-29T02:30[Europe/Stockholm],        skips",
        "2026-10-25T02:30[Europe/Stockholm],        has twice",
        "2026-12-01T08:00+05:00[Europe/Stockholm],  found an offset that the zone does not have then",
        "2026-02-29T08:00Z,                         found something else of 17 characters",
        "tomorrow,                                  found something else of 8 characters"
    })
    void refusesWhatIsNoOneMoment(String text, String found) {
        TypeConversionException refusal =
                assertThrows(TypeConversionException.class, () -> new PublicationTime().convert(text));
        assertTrue(String.valueOf(refusal.getMessage()).contains(found), refusal.getMessage());
    }

    @Test
    void aTimeThatHasPassedIsAMistakeInTheCommand() {
        assertEquals(2, Main.run("release", "--home", "nowhere", "--publish-at", "2020-01-01T07:00:00Z"));
        assertEquals(2, Main.run("release", "--home", "nowhere", "--publish-at", "2020-01-01T07:00:00"));
    }
}
