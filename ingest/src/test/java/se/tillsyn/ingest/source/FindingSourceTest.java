package se.tillsyn.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.layout.Layout;

class FindingSourceTest {

    private static final Layout LAYOUT = layout("");

    private static final Layout WIDE = Layout.parse(
            "wide.yaml",
            yaml("wide: {food: FOOD, fire: FIRE}\nignore: [free]\n")
                    .replace("{column: id}", "{concat: [{column: id}, {text: '_'}, {target: topic}]}")
                    .replace("topic: {constant: A}", "topic: {wide: code}")
                    .replace("{column: verdict,", "{wide: value,")
                    .getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder = Path.of(".");

    @Test
    void bindsByNameWhateverTheOrder() throws Exception {
        List<List<String>> rows = read("verdict,place,day,visit,id\ngood,Cork,2020-01-02,V,F\n", LAYOUT);
        assertEquals(List.of(List.of("F", "2020-01-02", "IE-CO", "A", "MET")), rows);
    }

    @Test
    void stripsTheByteOrderMarkAndTakesEveryLineEnd() throws Exception {
        String header = "\uFEFFid,visit,day,place,verdict";
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertEquals(
                    2,
                    read(header + end + "a,V,d,Cork,good" + end + "b,V,d,Cork,bad" + end, LAYOUT)
                            .size());
        }
    }

    @Test
    void keepsAQuotedLineBreakInOneRecordAndCountsLines() throws Exception {
        List<Long> lines = new ArrayList<>();
        FindingSource.read(
                write("id,visit,day,place,verdict\n\"a\nb\",V,d,\"Co,rk\",good\nc,V,d,Cork,bad\n"),
                LAYOUT,
                row -> lines.add(row.line()));
        assertEquals(List.of(2L, 4L), lines);
    }

    @Test
    void mapsOtherWordsOnlyWhereTheLayoutSaysSo() throws Exception {
        List<Boolean> unmapped = new ArrayList<>();
        SourceSummary summary = FindingSource.read(
                write("id,visit,day,place,verdict\na,V,d,\"12 Some Street\",goood\nb,V,d,,good\n"), LAYOUT, row -> {
                    assertEquals("UNKNOWN", row.text(FindingColumns.indexOf("region_code")));
                    unmapped.add(row.unmapped(FindingColumns.indexOf("outcome")));
                });
        assertEquals(List.of(true, false), unmapped);
        assertEquals(Map.of("region_code", 2L), summary.otherwise());
    }

    @Test
    void givesOneFindingPerWideColumnThatIsNotEmpty() throws Exception {
        Path file = write("""
                id,visit,day,place,food,fire,free
                a,V,d,Cork,good,bad,text
                b,V,d,Cork,,,text
                c,V,d,Cork,,bad,text
                a,V,d,Cork,good,bad,text
                a,V,d,Cork,good,bad,other
                """);
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        SourceSummary summary = FindingSource.read(file, WIDE, row -> {
            ids.add(row.text(0));
            names.add(row.sourceName(FindingColumns.indexOf("outcome")));
        });
        assertEquals(List.of("a-FOOD", "a-FIRE", "c-FIRE", "a-FOOD", "a-FIRE", "a-FOOD", "a-FIRE"), ids);
        assertEquals("fire", names.get(1));
        assertEquals(5, summary.records());
        assertEquals(7, summary.findings());
        assertEquals(1, summary.recordsWithoutJudgement());
        assertEquals(1, summary.duplicateRecords());
    }

    @Test
    void namesEveryColumnThatIsWrongAndNeverQuotesAHeader() throws Exception {
        RefusedFileException e =
                refused("id,19121212-1212,day,day,verdict\na,b,c,d,e\n".getBytes(StandardCharsets.UTF_8), LAYOUT);
        List<String> messages =
                e.defects().stream().map(defect -> defect.message().en()).toList();
        assertEquals(4, messages.size());
        assertTrue(messages.get(0).contains("column visit is missing"));
        assertTrue(messages.get(1).contains("column place is missing"));
        assertTrue(messages.get(2).contains("the name of column number 2 (13 characters) looks like personal data"));
        assertTrue(messages.get(3).contains("column number 4 has the name of an earlier column"));
        assertFalse(messages.toString().contains("1912"));
    }

    @Test
    void refusesFilesWithoutHeaderOrRows() throws Exception {
        assertRefused("", FileRule.EMPTY, 0);
        assertRefused("\n\n", FileRule.EMPTY, 0);
        assertRefused("id,visit,day,place,verdict\n", FileRule.NO_ROWS, 0);
        assertRefused("a,V,2020-01-01,Cork,good\nb,V,2020-01-01,Cork,good\n", FileRule.NO_HEADER, 1);
        assertRefused("id;visit;day;place;verdict\na;V;d;Cork;good\n", FileRule.WRONG_SEPARATOR, 1);
    }

    @Test
    void namesEveryRaggedRecord() throws Exception {
        RefusedFileException e = refused(
                "id,visit,day,place,verdict\na,V,d,Cork\nb,V,d,Cork,good\nc,V,d,Cork,good,x\nTotal: 3\n"
                        .getBytes(StandardCharsets.UTF_8),
                LAYOUT);
        assertEquals(
                List.of(
                        "Line 2: expected 5 fields as in the header row, found 4",
                        "Line 4: expected 5 fields as in the header row, found 6",
                        "Line 5: expected 5 fields as in the header row, found 1"),
                e.defects().stream()
                        .map(defect -> defect.message().en().split("\\.")[0])
                        .toList());
    }

    @Test
    void keepsAFewDefectsAndCountsAll() throws Exception {
        StringBuilder text = new StringBuilder("id,visit,day,place,verdict\n");
        for (int i = 0; i < 5000; i++) {
            text.append("x,y\n");
        }
        RefusedFileException e = refused(text.toString().getBytes(StandardCharsets.UTF_8), LAYOUT);
        assertEquals(20, e.defects().size());
        assertEquals(5000, e.total());
    }

    @Test
    void namesTheLineOfAQuoteThatIsNeverClosed() throws Exception {
        assertRefused(
                "id,visit,day,place,verdict\na,V,d,Cork,good\nb,V,\"d,Cork,good\nc,V,d,Cork,good\n",
                FileRule.UNCLOSED_QUOTE,
                3);
    }

    @Test
    void refusesTextAfterAClosingQuote() throws Exception {
        assertRefused("id,visit,day,place,verdict\na,V,\"d\"x,Cork,good\n", FileRule.AFTER_QUOTE, 2);
    }

    @Test
    void refusesAFieldBeyondTheLimit() throws Exception {
        String huge = "x".repeat(CsvRecords.MAX_FIELD + 10);
        assertRefused("id,visit,day,place,verdict\na,V," + huge + ",Cork,good\n", FileRule.TOO_LONG, 2);
    }

    @Test
    void namesLineAndByteWhereTheEncodingBreaks() throws Exception {
        byte[] latin = "id,visit,day,place,verdict\na,V,d,Cork,good\nb,V,d,Muir\u00edosa,good\n"
                .getBytes(Charset.forName("ISO-8859-1"));
        RefusedFileException e = refused(latin, LAYOUT);
        FileDefect defect = e.defects().get(e.defects().size() - 1);
        assertEquals(FileRule.ENCODING, defect.rule());
        assertEquals(3, defect.line());
        assertEquals(54, defect.found());
        RefusedFileException utf16 = refused("id,visit,day,place,verdict\n".getBytes(StandardCharsets.UTF_16), LAYOUT);
        assertEquals(FileRule.FOREIGN_TYPE, utf16.defects().get(0).rule());
    }

    @Test
    void refusesWhatIsNoRegularFile() {
        RefusedFileException e =
                assertThrows(RefusedFileException.class, () -> FindingSource.read(folder, LAYOUT, row -> {}));
        assertEquals(FileRule.NOT_A_FILE, e.defects().get(0).rule());
    }

    private void assertRefused(String text, FileRule rule, long line) throws IOException {
        RefusedFileException e = refused(text.getBytes(StandardCharsets.UTF_8), LAYOUT);
        FileDefect defect = e.defects().get(e.defects().size() - 1);
        assertEquals(rule, defect.rule());
        assertEquals(line, defect.line());
    }

    private RefusedFileException refused(byte[] content, Layout layout) throws IOException {
        Path file = Files.write(folder.resolve("refused.csv"), content);
        return assertThrows(RefusedFileException.class, () -> FindingSource.read(file, layout, row -> {}));
    }

    private List<List<String>> read(String text, Layout layout) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        FindingSource.read(
                write(text),
                layout,
                row -> rows.add(List.of(
                        row.text(FindingColumns.indexOf("finding_id")),
                        row.text(FindingColumns.indexOf("inspected_on")),
                        row.text(FindingColumns.indexOf("region_code")),
                        row.text(FindingColumns.indexOf("topic")),
                        row.text(FindingColumns.indexOf("outcome")))));
        return rows;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("source.csv"), text, StandardCharsets.UTF_8);
    }

    private static Layout layout(String more) {
        return Layout.parse("test.yaml", yaml(more).getBytes(StandardCharsets.UTF_8));
    }

    private static String yaml(String more) {
        return """
               name: test
               columns:
                 finding_id: {column: id}
                 inspection_id: {column: visit}
                 inspected_on: {column: day}
                 programme: {constant: P}
                 selection_basis: {constant: S}
                 office: {constant: O}
                 region_code: {column: place, map: {Cork: IE-CO}, otherwise: UNKNOWN}
                 operation_type: {constant: T}
                 age_group: {constant: ALL}
                 topic: {constant: A}
                 observed_unit: {constant: C}
                 evidence: {constant: E}
                 outcome: {column: verdict, map: {good: MET, bad: DEFICIENT}}
               """ + more;
    }
}
