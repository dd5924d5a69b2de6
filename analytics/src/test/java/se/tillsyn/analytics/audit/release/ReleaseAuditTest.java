package se.tillsyn.analytics.audit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.ALL;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.shown;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.withheld;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.audit.release.HandMadeRelease.Row;

/** Expected cells follow from the comments; numbers are small enough to work them out by hand. */
class ReleaseAuditTest {

    @TempDir
    private Path folder;

    private HandMadeRelease release() {
        return new HandMadeRelease(folder.resolve("000001-aaaaaaaaaaaa"));
    }

    private static AuditReport audit(Path release, Path... earlier) throws IOException {
        return ReleaseAudit.of(release, List.of(earlier), HandMadeRelease.THRESHOLDS)
                .report();
    }

    /** Kind, region, period and codes of each breach. */
    private static Set<String> found(AuditReport report) {
        return report.breaches().stream()
                .map(breach -> String.join(
                                " ",
                                breach.kind().name(),
                                breach.region(),
                                breach.period(),
                                breach.ageGroup(),
                                breach.operationType())
                        .replace(" 2020 TOTAL TOTAL", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** County 01 has 60 of 200 files; 0101 and 0102 share 40 of 100 of them, so either may have anything up to that. */
    private HandMadeRelease safe() {
        return release()
                .with("rates_nation", shown("00", 100, 300))
                .with("rates_county", shown("01", 60, 200), shown("02", 40, 100))
                .with(
                        "rates_municipality",
                        withheld("0101"),
                        withheld("0102"),
                        shown("0103", 20, 100),
                        shown("0201", 40, 100));
    }

    @Test
    void twoGapsInALineWithMuchBetweenThemAreSafe() throws IOException {
        AuditReport report = audit(safe().write());
        assertEquals(Set.of(), found(report));
        assertTrue(report.passed());
        assertEquals(2, report.tables().get("rates_municipality").withheld());
        assertEquals(4, report.tables().get("rates_municipality").rows());
    }

    /** Once 0102 is published, 0101 is the county less the others, if all files of the county have a municipality as elsewhere. */
    @Test
    void aSingleGapIsFound() throws IOException {
        Path path = release()
                .with("rates_nation", shown("00", 100, 300))
                .with("rates_county", shown("01", 60, 200), shown("02", 40, 100))
                .with(
                        "rates_municipality",
                        withheld("0101"),
                        shown("0102", 30, 60),
                        shown("0103", 20, 100),
                        shown("0201", 40, 100))
                .write();
        assertEquals(Set.of("DERIVABLE 0101"), found(audit(path)));
    }

    /** All that is left for 0101 and 0102 is one file each, since a municipality without a file would be published as 0. */
    @Test
    void withheldIsNotNone() throws IOException {
        Path path = release()
                .with("rates_nation", shown("00", 100, 300))
                .with("rates_county", shown("01", 60, 200), shown("02", 40, 100))
                .with(
                        "rates_municipality",
                        withheld("0101"),
                        withheld("0102"),
                        shown("0103", 59, 198),
                        shown("0201", 40, 100))
                .write();
        assertEquals(Set.of("DERIVABLE 0101", "DERIVABLE 0102"), found(audit(path)));
    }

    /** 0101 and 0102 share 100 files, and of these 2 are not deficient: 0, 1 or 2 each, which is too close. */
    @Test
    void theComplementIsProtectedToo() throws IOException {
        Path path = release()
                .with("rates_nation", shown("00", 158, 300))
                .with("rates_county", shown("01", 118, 200), shown("02", 40, 100))
                .with(
                        "rates_municipality",
                        withheld("0101"),
                        withheld("0102"),
                        shown("0103", 20, 100),
                        shown("0201", 40, 100))
                .write();
        assertEquals(Set.of("BOUNDED 0101", "BOUNDED 0102"), found(audit(path)));
    }

    /** The group G is 0101 and 0201: with it and 0201 published, 0101 follows, and then 0102. */
    @Test
    void aGroupOfMunicipalitiesGivesThemAway() throws IOException {
        Path path = safe().with("rates_region_group", shown("G", 55, 150)).write();
        assertEquals(Set.of("DERIVABLE 0101", "DERIVABLE 0102"), found(audit(path)));
    }

    /** Three quarters and the year tell the fourth. */
    @Test
    void aYearIsItsQuarters() throws IOException {
        Path path = release()
                .with("rates_nation", shown("00", 100, 300))
                .with(
                        "quarters_nation",
                        shown("00", "2020-Q1", ALL, ALL, 30, 90),
                        shown("00", "2020-Q2", ALL, ALL, 30, 90),
                        shown("00", "2020-Q3", ALL, ALL, 37, 112),
                        withheld("00", "2020-Q4", ALL, ALL))
                .write();
        assertEquals(Set.of("DERIVABLE 00 2020-Q4 TOTAL TOTAL"), found(audit(path)));
    }

    /**
     * Two types and two ages with all totals: a rectangle of four cells has one degree of freedom. With 40 and 60 files of an age and 50 of
     * each type it is wide open; with 2 files of an age left it is not.
     */
    @Test
    void aRectangleIsAsWideAsItsSmallestMargin() throws IOException {
        Path wide = release()
                .with(
                        "rates_nation",
                        rectangle(shown("00", "2020", "A", ALL, 20, 40), shown("00", "2020", "B", ALL, 30, 60)))
                .write();
        assertEquals(Set.of(), found(audit(wide)));
        Path narrow = new HandMadeRelease(folder.resolve("000002-bbbbbbbbbbbb"))
                .with(
                        "rates_nation",
                        rectangle(shown("00", "2020", "A", ALL, 1, 2), shown("00", "2020", "B", ALL, 49, 98)))
                .write();
        Set<String> cells = found(audit(narrow));
        assertTrue(cells.contains("BELOW_THRESHOLD 00 2020 A TOTAL"), () -> "found " + cells);
        for (String age : List.of("A", "B")) {
            for (String type : List.of("X", "Y")) {
                assertTrue(
                        cells.stream().anyMatch(cell -> cell.endsWith(" 00 2020 " + age + ' ' + type)),
                        () -> "found " + cells);
            }
        }
    }

    private static Row[] rectangle(Row a, Row b) {
        return new Row[] {
            shown("00", 50, 100),
            shown("00", "2020", ALL, "X", 25, 50),
            shown("00", "2020", ALL, "Y", 25, 50),
            a,
            b,
            withheld("00", "2020", "A", "X"),
            withheld("00", "2020", "A", "Y"),
            withheld("00", "2020", "B", "X"),
            withheld("00", "2020", "B", "Y")
        };
    }

    /**
     * Municipalities by age and by type apart, the county by both. All files of type X in the county are 0101's, so that the county's
     * cell of age A and type X is 0101's; what is withheld of it follows from cells that are never shown.
     */
    @Test
    void cellsThatAreNeverShownTieShownOnes() throws IOException {
        Path path = release()
                .with(
                        "rates_county",
                        shown("01", 60, 140),
                        shown("01", "2020", "A", ALL, 30, 70),
                        shown("01", "2020", "B", ALL, 30, 70),
                        shown("01", "2020", ALL, "X", 20, 40),
                        shown("01", "2020", ALL, "Y", 40, 100),
                        shown("01", "2020", "A", "X", 10, 20),
                        shown("01", "2020", "B", "X", 10, 20),
                        shown("01", "2020", "A", "Y", 20, 50),
                        shown("01", "2020", "B", "Y", 20, 50))
                .with(
                        "rates_municipality",
                        shown("0101", 20, 40),
                        shown("0102", 40, 100),
                        withheld("0101", "2020", "A", ALL),
                        withheld("0101", "2020", "B", ALL),
                        withheld("0102", "2020", "A", ALL),
                        withheld("0102", "2020", "B", ALL),
                        shown("0101", "2020", ALL, "X", 20, 40),
                        shown("0102", "2020", ALL, "Y", 40, 100))
                .write();
        assertEquals(
                Set.of(
                        "DERIVABLE 0101 2020 A TOTAL",
                        "DERIVABLE 0101 2020 B TOTAL",
                        "DERIVABLE 0102 2020 A TOTAL",
                        "DERIVABLE 0102 2020 B TOTAL"),
                found(audit(path)));
    }

    /** A release before had 0101 at 25 of 50 files; the county and the other municipality are as they were, so it is so still. */
    @Test
    void anEarlierReleaseGivesAWithheldCellAway() throws IOException {
        Path before = new HandMadeRelease(folder.resolve("000000-000000000000"))
                .with("rates_nation", shown("00", 100, 300))
                .with("rates_county", shown("01", 60, 200), shown("02", 40, 100))
                .with(
                        "rates_municipality",
                        shown("0101", 25, 50),
                        shown("0102", 15, 50),
                        shown("0103", 20, 100),
                        shown("0201", 40, 100))
                .write();
        Path now = safe().write();
        assertEquals(Set.of(), found(audit(now)));
        AuditReport report = audit(now, before);
        assertEquals(Set.of("RELEASE_PAIR 0101", "RELEASE_PAIR 0102"), found(report));
        assertEquals("with 000000-000000000000", report.breaches().get(0).detail());
    }

    /** The same pattern in both, and forty files more in the county: each of the two still has anything. */
    @Test
    void aKeptPatternIsSafeAcrossReleases() throws IOException {
        Path before = new HandMadeRelease(folder.resolve("000000-000000000000"))
                .with("rates_nation", shown("00", 80, 260))
                .with("rates_county", shown("01", 40, 160), shown("02", 40, 100))
                .with(
                        "rates_municipality",
                        withheld("0101"),
                        withheld("0102"),
                        shown("0103", 20, 100),
                        shown("0201", 40, 100))
                .write();
        assertEquals(Set.of(), found(audit(safe().write(), before)));
    }

    /** Seven late files, and 0102 withheld only afterwards: it has what it had or up to seven more, and 0101 what is left. */
    @Test
    void fewLateFilesBetweenPatternsAreFound() throws IOException {
        Path before = new HandMadeRelease(folder.resolve("000000-000000000000"))
                .with("rates_nation", shown("00", 97, 293))
                .with("rates_county", shown("01", 57, 193), shown("02", 40, 100))
                .with(
                        "rates_municipality",
                        withheld("0101"),
                        shown("0102", 20, 50),
                        withheld("0103"),
                        shown("0201", 40, 100))
                .write();
        Set<String> cells = found(audit(safe().write(), before));
        assertTrue(cells.containsAll(Set.of("RELEASE_PAIR 0101", "RELEASE_PAIR 0102")), () -> "found " + cells);
    }

    @Test
    void waitsAreAttackedLikeFiles() throws IOException {
        Path path = release()
                .with("waits_nation", shown("00", 20, 60).withRate(30))
                .with("waits_county", shown("01", 15, 50).withRate(31), withheld("02"))
                .write();
        assertEquals(Set.of("DERIVABLE 02"), found(audit(path)));
    }

    /** A median of fewer than 20 waits has fewer than 10 on each side. */
    @Test
    void aMedianOfFewIsFound() throws IOException {
        Path path =
                release().with("waits_nation", shown("00", 6, 19).withRate(30)).write();
        assertEquals(Set.of("QUANTILE_OF_FEW 00"), found(audit(path)));
    }

    @Test
    void aNumberLeftInAWithheldBundleIsFound() throws IOException {
        Path path = release()
                .with("rates_nation", shown("00", 100, 300))
                .with("rates_county", withheld("01").withRate(0.25), withheld("02"))
                .write();
        assertEquals(Set.of("BUNDLE_NOT_WHOLE 01"), found(audit(path)));
    }

    @Test
    void publishedBelowItsOwnThresholdsIsFound() throws IOException {
        Path path = release().with("rates_nation", shown("00", 3, 300)).write();
        assertEquals(Set.of("BELOW_THRESHOLD 00"), found(audit(path)));
    }

    /** The other format shows a number that CSV withholds. */
    @Test
    void formatsThatDifferAreFound() throws IOException {
        Path path = safe().write();
        Path csv = path.resolve("tables/rates_municipality.csv");
        String text = Files.readString(csv);
        Files.writeString(csv, text.replace("0103,2020,TOTAL,TOTAL,100", "0103,2020,TOTAL,TOTAL,101"));
        assertEquals(
                Set.of("FORMATS_DIFFER 0103"),
                found(audit(path)).stream()
                        .filter(cell -> cell.startsWith("FORMATS"))
                        .collect(Collectors.toSet()));
        Files.delete(csv);
        assertTrue(found(audit(path)).stream().anyMatch(cell -> cell.startsWith("FORMATS_DIFFER")));
    }

    @Test
    void aFormatThatNobodyReadsIsFound() throws IOException {
        Path path = safe().write();
        Files.writeString(path.resolve("tables/rates_municipality.xlsx"), "");
        assertEquals(1, audit(path).breachesByKind().get(BreachKind.FORMATS_DIFFER));
    }

    /** What 00 and 01 of the unprotected topic's boards show is nobody's secret. */
    @Test
    void figuresContradictingEachOtherAreFound() throws IOException {
        Path path = release()
                .with("rates_nation", shown("00", 100, 300))
                .with("rates_county", shown("01", 60, 350), withheld("02"))
                .write();
        assertEquals(Set.of("CONTRADICTION 02"), found(audit(path)));
    }

    /** Publishing any one of the four cells of a safe rectangle of regions and ages opens the other three. */
    @Test
    void publishingASecondaryCellRaisesTheAlarm() throws IOException {
        Map<String, Row> truth = Map.of(
                "01 A", shown("01", "2020", "A", ALL, 6, 30),
                "01 B", shown("01", "2020", "B", ALL, 40, 90),
                "02 A", shown("02", "2020", "A", ALL, 34, 70),
                "02 B", shown("02", "2020", "B", ALL, 20, 60));
        int number = 0;
        for (String published : List.of("", "01 A", "01 B", "02 A", "02 B")) {
            HandMadeRelease release = new HandMadeRelease(folder.resolve("00000" + number++ + "-cccccccccccc"))
                    .with(
                            "rates_nation",
                            shown("00", 100, 250),
                            shown("00", "2020", "A", ALL, 40, 100),
                            shown("00", "2020", "B", ALL, 60, 150))
                    .with("rates_county", shown("01", 46, 120), shown("02", 54, 130));
            for (Map.Entry<String, Row> cell : truth.entrySet()) {
                Row row = cell.getValue();
                release.with(
                        "rates_county",
                        cell.getKey().equals(published) ? row : withheld(row.region(), "2020", row.age(), ALL));
            }
            AuditReport report = audit(release.write());
            assertEquals(
                    published.isEmpty() ? 0 : 3,
                    report.breachesByKind().getOrDefault(BreachKind.DERIVABLE, 0L),
                    published);
            assertEquals(published.isEmpty(), report.passed());
        }
    }

    /** 0101 has 7,919 files of which 7,907 are deficient, which follows: the report must say so without the numbers. */
    @Test
    void theReportHoldsNoNumberOfAWithheldCell() throws IOException {
        Path path = release()
                .with("rates_nation", shown("00", 8_007, 8_119))
                .with("rates_county", shown("01", 7_957, 8_019), shown("02", 50, 100))
                .with("rates_municipality", withheld("0101"), shown("0102", 50, 100), shown("0201", 50, 100))
                .write();
        AuditReport report = audit(path);
        assertEquals(Set.of("DERIVABLE 0101"), found(report));
        String all = new String(report.toJson(), StandardCharsets.UTF_8) + report.lines();
        for (String number : List.of("7919", "7907", "7,919", "7,907", "7 919", "12")) {
            assertFalse(all.replace("000001-aaaaaaaaaaaa", "").contains(number), number);
        }
    }
}
