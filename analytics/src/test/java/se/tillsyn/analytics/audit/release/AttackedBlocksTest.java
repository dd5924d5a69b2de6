package se.tillsyn.analytics.audit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.ALL;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.shown;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.withheld;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.audit.release.HandMadeRelease.Row;

/** Audits that follow each other: only what is published in another way is attacked again, and that is. */
class AttackedBlocksTest {

    private final AttackedBlocks attacked = new AttackedBlocks();

    @TempDir
    private Path folder;

    private int folders;

    private AuditReport audit(HandMadeRelease release) throws IOException {
        return ReleaseAudit.of(release.write(), List.of(), HandMadeRelease.THRESHOLDS)
                .report(attacked);
    }

    /** In each year 0101 and 0102 share 40 of 100 files, unless 0102 is published. */
    private HandMadeRelease release(Row second2020, Row second2021) {
        HandMadeRelease release = new HandMadeRelease(folder.resolve("00000" + ++folders + "-aaaaaaaaaaaa"));
        for (Row second : List.of(second2020, second2021)) {
            String year = second.period();
            release.with("rates_nation", shown("00", year, ALL, ALL, 100, 300))
                    .with("rates_county", shown("01", year, ALL, ALL, 60, 200), shown("02", year, ALL, ALL, 40, 100))
                    .with(
                            "rates_municipality",
                            withheld("0101", year, ALL, ALL),
                            second,
                            shown("0103", year, ALL, ALL, 20, 100),
                            shown("0201", year, ALL, ALL, 40, 100));
        }
        return release;
    }

    private static Row hidden(String year) {
        return withheld("0102", year, ALL, ALL);
    }

    private static Row published(String year) {
        return shown("0102", year, ALL, ALL, 30, 60);
    }

    @Test
    void whatIsPublishedAsItWasIsAttackedOnceAndFoundTwice() throws IOException {
        AuditReport first = audit(release(hidden("2020"), published("2021")));
        AuditReport second = audit(release(hidden("2020"), published("2021")));

        assertEquals(2, attacked.size());
        assertEquals(1, first.breaches().size());
        assertEquals(first.breaches(), second.breaches());
        assertEquals(first.steps(), second.steps());
    }

    @Test
    void aCellThatIsPublishedNowIsSeen() throws IOException {
        assertTrue(audit(release(hidden("2020"), hidden("2021"))).passed());

        AuditReport later = audit(release(hidden("2020"), published("2021")));

        assertEquals(3, attacked.size());
        assertEquals(
                List.of("DERIVABLE 0101 2021"),
                later.breaches().stream()
                        .map(breach -> breach.kind() + " " + breach.region() + " " + breach.period())
                        .toList());
    }

    @Test
    void aCellThatIsWithheldNowIsSeen() throws IOException {
        assertEquals(
                1, audit(release(hidden("2020"), published("2021"))).breaches().size());
        assertTrue(audit(release(hidden("2020"), hidden("2021"))).passed());
    }
}
