package se.tillsyn.ingest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import se.tillsyn.ingest.source.FileDefect;
import se.tillsyn.ingest.source.FileRule;
import se.tillsyn.ingest.source.SourceForm;
import se.tillsyn.ingest.source.SourceFormat;
import se.tillsyn.ingest.validation.Rule;

class ReportPageTest {

    private static final FileDefect REASON = FileDefect.ofFile(FileRule.EMPTY);

    @Test
    void isOneWellFormedPageWithLanguagesHeadingsAndCaptions() throws Exception {
        Document page = parse(ReportPage.of(report(List.of(
                quarantined("a.csv", 3),
                FileReport.refused("b.csv", null, List.of(REASON), 30),
                FileReport.sameAsFile("c.csv", "00", "a.csv"),
                FileReport.notRead("folder", SkipReason.FOLDER)))));
        assertEquals("sv", page.getDocumentElement().getAttribute("lang"));
        assertEquals(1, page.getElementsByTagName("h1").getLength());
        assertEquals(2, page.getElementsByTagName("section").getLength());
        for (Element section : elements(page, "section")) {
            assertFalse(section.getAttribute("lang").isEmpty());
            assertEquals(4, section.getElementsByTagName("h3").getLength());
        }
        for (Element table : elements(page, "table")) {
            assertEquals("caption", table.getFirstChild().getNodeName());
            assertFalse(table.getFirstChild().getTextContent().isBlank());
        }
        for (Element head : elements(page, "th")) {
            assertTrue(List.of("col", "row").contains(head.getAttribute("scope")));
        }
        for (String foreign : List.of("script", "img", "link", "iframe", "form")) {
            assertEquals(0, page.getElementsByTagName(foreign).getLength(), foreign);
        }
    }

    @Test
    void saysPerFileWhatToDoInBothLanguages() {
        String page = ReportPage.of(report(List.of(
                quarantined("a.csv", 1),
                FileReport.refused("b.csv", null, List.of(REASON), 30),
                FileReport.notRead("folder", SkipReason.FOLDER))));
        for (FileReport.Status status : FileReport.Status.values()) {
            boolean there = List.of(FileReport.Status.QUARANTINED, FileReport.Status.REFUSED, FileReport.Status.SKIPPED)
                    .contains(status);
            assertEquals(there, page.contains(status.advice().sv()), status.name());
            assertEquals(there, page.contains(status.advice().en()), status.name());
        }
        assertTrue(page.contains("Ytterligare skäl: 29") && page.contains("Further reasons: 29"), page);
        assertTrue(page.contains("rad 2 (4 tecken)") && page.contains("line 2 (4 characters)"), page);
        assertTrue(page.contains("… 1 av 1\u00a0000") && page.contains("… 1 of 1\u00a0000"), page);
        assertTrue(page.contains("62,5") || page.contains("1 min 2 s"), page);
    }

    @Test
    void tellsPerFileWhatItWasReadAsAndTheRulesThatRefusedIt() throws Exception {
        SourceForm form = new SourceForm(SourceFormat.JSON, true);
        FileDefect late = FileDefect.ofFile(FileRule.CHANGED);
        String page = ReportPage.of(report(List.of(
                quarantined("a.csv", 1),
                FileReport.refused("b.csv", form, List.of(late), 1),
                FileReport.refused("c.csv", null, List.of(REASON), 1),
                FileReport.sameAsFile("d.csv", "00", "a.csv"),
                FileReport.notRead("e.csv", SkipReason.FOLDER))));
        List<String> cells = elements(parse(page), "tr").stream()
                .map(row -> row.getElementsByTagName("td"))
                .filter(row -> row.getLength() == 7)
                .map(row -> row.item(1).getTextContent())
                .toList();
        assertEquals(
                List.of(
                        "CSV",
                        "JSON-array, gzip",
                        "okänt",
                        "inte läst",
                        "inte läst",
                        "",
                        "CSV",
                        "JSON array, gzip",
                        "not known",
                        "not read",
                        "not read",
                        ""),
                cells);
        assertTrue(
                page.contains("<li>CHANGED: Filen ändrades") && page.contains("<li>CHANGED: The file changed"), page);
        assertTrue(page.contains("<li>EMPTY: Filen är tom.") && page.contains("<li>EMPTY: The file is empty."), page);
        assertTrue(page.contains("<li>FOLDER: Väntade en fil") && page.contains("<li>FOLDER: Expected a file"), page);
    }

    /** All ten thousand bad in every way; listed are 500 and told of 100, twice. */
    @Test
    void fault20_staysSmallEnoughToMail() {
        List<FileReport> files = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            files.add(FileReport.sameAsBatch("good-" + i + ".csv", "00", "1"));
        }
        for (int i = 0; i < 10_000; i++) {
            files.add(quarantined("bad-" + i + ".csv", 25));
        }
        String page = ReportPage.of(report(files));
        int bytes = page.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < 2_500_000, bytes + " bytes");
        assertTrue(page.contains("bad-499.csv") && !page.contains("bad-500.csv"));
        assertFalse(page.contains("good-"));
        assertTrue(page.contains("Further files not shown here; report.json lists all: 14\u00a0500"));
        assertTrue(page.contains("Further files with reasons not shown here; report.json has them: 14\u00a0900"));
        assertTrue(page.contains("Further rules not shown here; report.json has them: 10"));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList nodes = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        assertFalse(elements.isEmpty(), name);
        return elements;
    }

    /** As XML, once the tags that HTML does not close are closed. */
    private static Document parse(String page) throws Exception {
        String closed = page.replaceAll("<(meta|br)([^>]*)>", "<$1$2/>").replace("<!doctype html>", "");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(closed)));
    }

    private static IngestReport report(List<FileReport> files) {
        return IngestReport.of(
                new IngestReport.Run("1.0.0", "2024-06-30T12:00:00Z", 62_500, "ireland", "contract@1"), null, files);
    }

    @Test
    void asksNothingOfASenderWhoseRowsAreOnlyRepeated() {
        assertTrue(quarantined("a.csv", 1, Rule.DUPLICATE).advice().en().startsWith("Nothing to do."));
        assertTrue(
                quarantined("a.csv", 1, Rule.DUPLICATE_OF_BATCH).advice().en().startsWith("Nothing to do."));
        assertTrue(quarantined("a.csv", 1, Rule.CONFLICT).advice().en().startsWith("Correct the rows"));
    }

    private static FileReport quarantined(String name, int ruleCount) {
        return quarantined(name, ruleCount, Rule.CONFLICT_WITH_BATCH);
    }

    private static FileReport quarantined(String name, int ruleCount, Rule rule) {
        List<RuleTally> rules = new ArrayList<>();
        for (int i = 0; i < ruleCount; i++) {
            rules.add(new RuleTally(rule.name(), "column_" + i, 1_000, List.of(new RuleTally.Place(2, 1, 4, null))));
        }
        return new FileReport(
                name,
                FileReport.Status.QUARANTINED,
                1,
                new SourceForm(SourceFormat.CSV, false),
                "00",
                1000,
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
