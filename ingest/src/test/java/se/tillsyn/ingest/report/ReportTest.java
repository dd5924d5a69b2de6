package se.tillsyn.ingest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.tillsyn.ingest.source.FileDefect;
import se.tillsyn.ingest.source.FileRule;
import se.tillsyn.ingest.source.SourceForm;
import se.tillsyn.ingest.source.SourceFormat;
import se.tillsyn.ingest.validation.Rejection;
import se.tillsyn.ingest.validation.Rule;

class ReportTest {

    private static final FileDefect REASON = FileDefect.ofFile(FileRule.EMPTY);
    private static final String NASTY = "<script>alert(1)</script>\n.csv";

    @Test
    void listsAFewPlacesAndCountsAll() {
        Tallies tallies = new Tallies();
        for (int i = 1; i <= 1000; i++) {
            tallies.add(new Rejection(i + 1, i, null, "topic", Rule.CODE, 4, null));
        }
        tallies.add(new Rejection(2, 1, null, "region_code", Rule.CODE, 4, null));
        List<RuleTally> list = tallies.toList();
        assertEquals(2, list.size());
        assertEquals(1000, list.get(0).count());
        assertEquals(RuleTally.KEPT, list.get(0).first().size());
        assertEquals(2, list.get(0).first().get(0).line());
        String text = ReportText.of(report(quarantined("a.csv", list)));
        assertTrue(text.contains("CODE in topic: 1000. The code is not in the code list."), text);
        assertTrue(text.contains("… and 995 more places"), text);
    }

    @Test
    void exitCodeFourWinsOverThree() {
        FileReport refused = FileReport.refused("b.csv", null, List.of(REASON), 1);
        FileReport quarantined = quarantined("a.csv", List.of());
        assertEquals(3, report(quarantined).exitCode());
        assertEquals(4, report(quarantined, refused).exitCode());
        assertEquals(
                0,
                report(FileReport.sameAsBatch("c.csv", "00", "1"), FileReport.notRead("d", SkipReason.FOLDER))
                        .exitCode());
    }

    @Test
    void aFileNameCannotWriteMarkupOrLines() {
        IngestReport report = report(FileReport.refused(NASTY, null, List.of(REASON), 30));
        String page = ReportPage.of(report);
        assertFalse(page.contains("<script>"), page);
        assertTrue(page.contains("&lt;script&gt;"), page);
        assertFalse(ReportText.of(report).contains("\n.csv"));
        assertTrue(new String(report.toJson(), StandardCharsets.UTF_8).contains("\"refusal_count\" : 30"));
    }

    @Test
    void aFileWhoseNameCannotBeOpenedIsRefusedAndNotSkipped() {
        assertEquals(4, report(FileReport.notRead("a.csv", SkipReason.NAME)).exitCode());
    }

    @Test
    void aFileNameCannotMoveTheCursorOrTurnTheText() {
        assertEquals("a?[2Jb?c?d?e?.csv", ReportText.printable("a\u001b[2Jb\u009bc\u202ed\u2028e\ud800.csv"));
        assertEquals("åäö *.csv", ReportText.printable("åäö *.csv"));
    }

    @Test
    void tellsWhatMattersOfManyFilesAndCountsTheRest() {
        List<FileReport> files = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            files.add(FileReport.sameAsBatch("same-" + i, "00", "1"));
        }
        files.add(FileReport.refused("late.csv", null, List.of(REASON), 1));
        String text = ReportText.of(report(files.toArray(FileReport[]::new)));
        assertTrue(
                text.startsWith(
                        "late.csv: REFUSED, nothing of it was loaded\n  EMPTY: The file is empty. Expected a header"
                                + " row and at least one row.\n… and 200 more files;"),
                text);
        assertTrue(
                text.contains(
                        "Files: 201; loaded 0, partly loaded 0, refused 1, same content as before 200, skipped 0"),
                text);
    }

    @Test
    void tellsWhatAFileWasReadAsOnTheLineOfItsCounts() {
        SourceForm packed = new SourceForm(SourceFormat.NDJSON, true);
        String text = ReportText.of(report(
                quarantined("a.csv", List.of()),
                FileReport.refused("b.csv", packed, List.of(FileDefect.ofFile(FileRule.NO_ROWS)), 1),
                FileReport.refused("c.csv", null, List.of(REASON), 1),
                FileReport.notRead("d", SkipReason.FOLDER)));
        assertTrue(text.startsWith("a.csv: read 10, loaded 9, quarantined 1 (CSV)\n"), text);
        assertTrue(text.contains("\nb.csv: REFUSED, nothing of it was loaded (NDJSON, gzip)\n  NO_ROWS: "), text);
        assertTrue(text.contains("\nc.csv: REFUSED, nothing of it was loaded\n  EMPTY: "), text);
        assertTrue(text.contains("\nd: skipped, nothing of it was read\n  FOLDER: "), text);
    }

    @Test
    void aFileThatWasReadWasReadAsSomething() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> file("a.csv", FileReport.Status.LOADED, null, List.of()));
        assertEquals("expected what a file was read as that is LOADED", e.getMessage());
    }

    @ParameterizedTest
    @EnumSource(SkipReason.class)
    void everyReasonNotToReadAnEntryIsDocumented(SkipReason reason) throws IOException {
        String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
        assertTrue(readme.contains("`" + reason.name() + "`"), "not in the README");
    }

    @Test
    void tellsSizeAndTime() {
        String text = ReportText.of(report(quarantined("a.csv", List.of())));
        assertTrue(text.contains("Read 1.6 MB in 1 min 2 s.\n"), text);
    }

    private static IngestReport report(FileReport... files) {
        IngestReport.Run run = new IngestReport.Run("test", "2024-06-30T12:00:00Z", 62_500, "ireland", "contract@1");
        return IngestReport.of(run, null, List.of(files));
    }

    private static FileReport quarantined(String name, List<RuleTally> rules) {
        return file(name, FileReport.Status.QUARANTINED, new SourceForm(SourceFormat.CSV, false), rules);
    }

    private static FileReport file(
            String name, FileReport.Status status, @Nullable SourceForm readAs, List<RuleTally> rules) {
        return new FileReport(
                name, status, 1, readAs, "00", 1_640_000, 10, 10, 9, 1, 0, 0, Map.of(), List.of(), rules, null,
                List.of(), 0);
    }
}
