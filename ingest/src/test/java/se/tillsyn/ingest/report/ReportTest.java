package se.tillsyn.ingest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
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
                report(FileReport.same("c.csv", "00", "batch 1"), FileReport.skipped("d"))
                        .exitCode());
    }

    @Test
    void aFileNameCannotWriteMarkupOrLines() {
        IngestReport report = report(FileReport.refused(NASTY, List.of(new LocalText("fel", "wrong")), 30));
        String page = ReportPage.of(report);
        assertFalse(page.contains("<script>"), page);
        assertTrue(page.contains("&lt;script&gt;"), page);
        assertTrue(page.contains("<section lang=\"sv\">") && page.contains("<section lang=\"en\">"), page);
        assertFalse(ReportText.of(report).contains("\n.csv"));
        assertTrue(new String(report.toJson(), StandardCharsets.UTF_8).contains("\"refusal_count\" : 30"));
    }

    private static IngestReport report(FileReport... files) {
        return IngestReport.of(null, "ireland", "contract@1", List.of(files));
    }

    private static FileReport quarantined(String name, List<RuleTally> rules) {
        return new FileReport(
                name,
                FileReport.Status.QUARANTINED,
                1,
                "00",
                10,
                10,
                9,
                1,
                0,
                0,
                Map.of(),
                List.of(),
                rules,
                "",
                List.of(),
                0);
    }
}
