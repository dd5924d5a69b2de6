package se.tillsyn.ingest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.0 kB", "999949, 999.9 kB", "999950, 1.0 MB", "1640000000, 1.6 GB"})
    void writesBytesInPowersOfThousand(long bytes, String expected) {
        assertEquals(expected, Quantity.ofBytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0 s", "450, 0.5 s", "9999, 10.0 s", "42000, 42 s", "200000, 3 min 20 s", "7500000, 2 h 5 min"})
    void writesTimeInTwoUnits(long millis, String expected) {
        assertEquals(expected, Quantity.ofDuration(Duration.ofMillis(millis)));
    }
}
