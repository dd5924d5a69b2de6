package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    @Test
    void tellsFilesRowsRateShareAndTimeLeft() {
        ProgressLine line = new ProgressLine("Reading", 12, 200, 1_230_000, 100_000_000, 1_600_000_000);
        assertEquals(
                "Reading: 12 of 200 files, 1\u00a0230\u00a0000 rows, 61\u00a0500 rows/s, 6 %, 5 min 0 s left",
                line.after(Duration.ofSeconds(20)));
    }

    @Test
    void movesInsideOneBigFile() {
        assertEquals(
                "Reading: 0 of 1 file, 500 rows, 250 rows/s, 25 %, 6 s left",
                new ProgressLine("Reading", 0, 1, 500, 250, 1000).after(Duration.ofSeconds(2)));
    }

    @Test
    void givesNoRateBeforeItMeansAnything() {
        assertEquals(
                "Reading: 0 of 2 files, 10 rows, 1 %",
                new ProgressLine("Reading", 0, 2, 10, 10, 1000).after(Duration.ofMillis(1900)));
        assertEquals(
                "Reading: 0 of 2 files, 0 %",
                new ProgressLine("Reading", 0, 2, 0, 9, 1000).after(Duration.ofSeconds(60)));
    }

    @Test
    void countsFilesOnlyWhereNothingElseIsCounted() {
        assertEquals(
                "Comparing new rows: 3 of 200 files",
                new ProgressLine("Comparing new rows", 3, 200, 0, 0, 0).after(Duration.ofMinutes(3)));
    }

    /** A file may grow while it is read; a task may be run twice. */
    @Test
    void neverPassesTheEnd() {
        String line = new ProgressLine("Reading", 1, 1, 5, 1500, 1000).after(Duration.ofSeconds(10));
        assertTrue(line.endsWith(", 100 %"), line);
    }

    @Test
    void fitsOnATerminal() {
        ProgressLine line = new ProgressLine(
                "Reading again without duplicates", 9_999, 10_000, 999_999_999, 99_999_999_999L, 100_000_000_000L);
        assertTrue(line.after(Duration.ofHours(30)).length() <= 120);
    }
}
