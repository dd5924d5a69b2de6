package se.tillsyn.ingest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tillsyn.ingest.profile.LocalText;
import se.tillsyn.ingest.validation.Rejection;
import se.tillsyn.ingest.validation.Rule;

class ReportTest {

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
        FileReport refused = FileReport.refused("b.csv", List.of(new LocalText("fel", "wrong")), 1);
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
        IngestReport report = report(FileReport.refused(NASTY, List.of(new LocalText("fel", "wrong")), 30));
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
        files.add(FileReport.refused("late.csv", List.of(new LocalText("fel", "wrong")), 1));
        String text = ReportText.of(report(files.toArray(FileReport[]::new)));
        assertTrue(
                text.startsWith("late.csv: REFUSED, nothing of it was loaded\n  wrong\n… and 200 more files;"), text);
        assertTrue(
                text.contains(
                        "Files: 201; loaded 0, partly loaded 0, refused 1, same content as before 200, skipped 0"),
                text);
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
        return new FileReport(
                name,
                FileReport.Status.QUARANTINED,
                1,
                "00",
                1_640_000,
                10,
                10,
                9,
                1,
                0,
                0,
                Map.of(),
                List.of(),
                rules,
                null,
                List.of(),
                0);
    }
}
