package se.tillsyn.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.ingest.source.SourceForms.bytes;
import static se.tillsyn.ingest.source.SourceReading.MARKER;
import static se.tillsyn.ingest.source.SourceReading.refused;
import static se.tillsyn.ingest.source.SourceReading.rules;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.layout.Layout;

/** Faults 1 to 5 and 15 in CSV. */
class CsvFaultsTest {

    private static final String HEADER = String.join(",", FindingColumns.ORDER);

    @Test
    void fault1_anEmptyAHeaderOnlyAndAHeaderlessFileAreRefused() {
        assertEquals(List.of(FileRule.EMPTY), rules(refused(new byte[0])));
        assertEquals(List.of(FileRule.EMPTY), rules(refused(bytes("\n\r\n"))));
        assertEquals(List.of(FileRule.EMPTY), rules(refused(bytes("\uFEFF"))));
        assertEquals(List.of(FileRule.EMPTY), rules(refused(SourceForms.gzip(new byte[0]))));
        assertEquals(List.of(FileRule.NO_ROWS), rules(refused(bytes(HEADER + "\n"))));
        assertEquals(List.of(FileRule.NO_HEADER), rules(refused(bytes(row("F-1") + "\n" + row("F-2") + "\n"))));
    }

    @Test
    void fault2_columnsInAnotherOrderAreReadByName() throws Exception {
        List<String> columns = new ArrayList<>(FindingColumns.ORDER);
        List<String> texts = new ArrayList<>(List.of(ContractRows.texts("F-1")));
        java.util.Collections.rotate(columns, 5);
        java.util.Collections.rotate(texts, 5);
        SourceReading reading =
                SourceReading.of(bytes(String.join(",", columns) + "\n" + String.join(",", texts) + "\n"));
        assertEquals(List.of(List.of(ContractRows.texts("F-1"))), reading.rows());
    }

    @Test
    void fault2_aDuplicateAMissingAndAnUnknownColumnAreEachNamed() {
        String header = HEADER.replace("outcome", "evidence").replace("office", MARKER);
        List<FileDefect> defects = refused(bytes(header + "\n" + row("F-1") + "\n"));
        assertEquals(
                List.of(
                        FileRule.MISSING_COLUMN,
                        FileRule.MISSING_COLUMN,
                        FileRule.UNKNOWN_COLUMN,
                        FileRule.DUPLICATE_COLUMN),
                rules(defects));
        assertEquals(
                List.of("office", "outcome"),
                List.of(defects.get(0).name(), defects.get(1).name()));
        assertEquals(8, defects.get(2).column());
        assertEquals(16, defects.get(3).column());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" outcome", "outcome ", "Outcome", "OUTCOME", "outcome\u00a0", "\u200boutcome", "'outcome'"})
    void fault2_aNameThatIsAlmostRightIsSaidToBe(String name) {
        List<FileDefect> defects = refused(bytes(HEADER.replace("outcome", name) + "\n" + row("F-1") + "\n"));
        assertEquals(List.of(FileRule.COLUMN_SPELLING), rules(defects));
        assertEquals("outcome", defects.get(0).name());
        assertEquals(16, defects.get(0).column());
    }

    @Test
    void fault3_everyRaggedRowIsNamed() {
        List<FileDefect> defects = refused(bytes(String.join(
                "\n",
                HEADER,
                row("F-1") + "," + MARKER,
                row("F-2"),
                MARKER + ",2",
                row("F-3").replace(',', ';'),
                "")));
        assertEquals(List.of(FileRule.FIELD_COUNT, FileRule.FIELD_COUNT, FileRule.FIELD_COUNT), rules(defects));
        assertEquals(List.of(2L, 4L, 5L), defects.stream().map(FileDefect::line).toList());
    }

    @Test
    void fault3_titleRowsAboveTheHeaderAreNamed() {
        String padding = ",".repeat(FindingColumns.ORDER.size() - 1);
        List<FileDefect> defects =
                refused(bytes(String.join("\n", "Rapport " + MARKER + padding, "", padding, HEADER, row("F-1"), "")));
        assertEquals(List.of(FileRule.HEADER_LATER), rules(defects));
        assertEquals(4, defects.get(0).line());
        assertEquals(2, defects.get(0).found());
        assertEquals(
                List.of(FileRule.HEADER_LATER), rules(refused(bytes("sep=,\n" + HEADER + "\n" + row("F-1") + "\n"))));
    }

    @Test
    void fault3_aSecondHeaderRowIsNamed() {
        List<FileDefect> defects =
                refused(bytes(String.join("\n", HEADER, row("F-1"), HEADER, row("F-2"), HEADER, "")));
        assertEquals(List.of(FileRule.HEADER_AGAIN, FileRule.HEADER_AGAIN), rules(defects));
        assertEquals(List.of(3L, 5L), defects.stream().map(FileDefect::line).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Totalt", "TOTAL", "Summa:", "Grand total", "Delsumma", "sum"})
    void fault3_aRowOfTotalsIsNamedAndNeverCounted(String word) {
        String[] texts = ContractRows.texts(word, "cases_assessed", "52", "cases_deficient", "14");
        List<FileDefect> defects = refused(bytes(String.join("\n", HEADER, row("F-1"), String.join(",", texts), "")));
        assertEquals(List.of(FileRule.TOTAL_ROW), rules(defects));
        assertEquals(3, defects.get(0).line());
    }

    @Test
    void fault3_aCodeThatIsCalledTotalIsNoRowOfTotals() throws Exception {
        String header = "age_group," + HEADER.replace("age_group,", "");
        List<String> texts = new ArrayList<>(List.of(ContractRows.texts("F-1")));
        texts.remove(FindingColumns.indexOf("age_group"));
        assertEquals(
                1,
                SourceReading.of(bytes(header + "\nTOTAL," + String.join(",", texts) + "\n"))
                        .rows()
                        .size());
    }

    @ParameterizedTest
    @CsvSource({"';','\";\"'", "'|','\"|\"'", "'\t','TAB'"})
    void fault3_anotherSeparatorIsRecognised(String separator, String shown) {
        String text = (HEADER + "\n" + row("F-1") + "\n").replace(",", separator);
        FileDefect defect = refused(bytes(text)).get(0);
        assertEquals(FileRule.WRONG_SEPARATOR, defect.rule());
        assertTrue(defect.message().en().contains("looks separated by " + shown));
        String quoted = "\"" + HEADER.replace(",", "\"" + separator + "\"") + "\"\n";
        assertEquals(List.of(FileRule.WRONG_SEPARATOR), rules(refused(bytes(quoted))));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\\t", "|"})
    void everySeparatorThatALayoutDeclaresIsRead(String separator) throws Exception {
        Layout contract = Layout.contract();
        Layout layout = new Layout(
                "other",
                "1",
                separator.equals("\\t") ? '\t' : separator.charAt(0),
                null,
                contract.columns(),
                contract.wideColumns(),
                contract.ignored(),
                contract.omissible());
        String text = (HEADER + "\r" + row("F-1") + "\r").replace(',', layout.separator());
        assertEquals(
                List.of(List.of(ContractRows.texts("F-1"))),
                SourceReading.of(bytes(text), layout).rows());
    }

    @Test
    void fault4_anUnclosedQuoteNamesTheLineThatOpensIt() {
        String open = row("F-2").replace("V-1", "\"" + MARKER);
        List<FileDefect> defects =
                refused(bytes(String.join("\n", HEADER, row("F-1"), open, row("F-3"), row("F-4"), "")));
        assertEquals(List.of(FileRule.UNCLOSED_QUOTE), rules(defects));
        assertEquals(3, defects.get(0).line());
        assertEquals(13, defects.get(0).column());
    }

    @Test
    void fault4_aQuoteThatSwallowsLinesNamesTheLineThatOpensIt() {
        String open = row("F-2").replace("V-1", "\"" + MARKER);
        String next = row("F-4").replace("V-1", "\"V-1\"");
        FileDefect defect = refused(bytes(String.join("\n", HEADER, open, row("F-3"), next, "")))
                .get(0);
        assertEquals(FileRule.AFTER_QUOTE, defect.rule());
        assertEquals(4, defect.line());
        assertEquals(2, defect.found());
    }

    @Test
    void fault4_aQuotedLineBreakIsOneRecord() throws Exception {
        String quoted = row("F-1").replace("V-1", "\"V\r\n1\"");
        SourceReading reading = SourceReading.of(bytes(HEADER + "\r\n" + quoted + "\r\n" + row("F-2") + "\r\n"));
        assertEquals(List.of(2L, 4L), reading.lines());
        assertEquals("V\r\n1", reading.rows().get(0).get(3));
    }

    @Test
    void fault5_oneBadByteIsNamedByLineAndByteAlsoWhenPacked() {
        String good = HEADER + "\r" + row("F-1") + "\r";
        byte[] content = bytes(good + row("F-2") + "\r");
        content[good.length() + 2] = (byte) 0xe5;
        for (byte[] bytes : List.of(content, SourceForms.gzip(content))) {
            FileDefect defect = refused(bytes).get(0);
            assertEquals(FileRule.ENCODING, defect.rule());
            assertEquals(3, defect.line());
            assertEquals(good.length() + 3, defect.found());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "IBM850"})
    void fault5_otherEncodingsOfOneByteAreRefused(String charset) {
        String text = HEADER + "\n" + row("F-1").replace("U-7", "") + row("F-2").replace("V-1", "Södra å") + "\n";
        assertEquals(List.of(FileRule.ENCODING), rules(refused(text.getBytes(Charset.forName(charset)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void fault5_wideEncodingsAreRefusedByNameWithAndWithoutMark(String charset) {
        for (String mark : List.of("", "\uFEFF")) {
            String text = mark + HEADER + "\n" + row("F-1") + "\n";
            FileDefect defect = refused(text.getBytes(Charset.forName(charset))).get(0);
            assertEquals(FileRule.FOREIGN_TYPE, defect.rule());
            assertEquals(charset.substring(0, 6).replace('-', '_'), defect.detail());
            assertEquals(
                    FileRule.FOREIGN_TYPE,
                    refused((mark + SourceForms.object(ContractRows.texts("F-1"))).getBytes(Charset.forName(charset)))
                            .get(0)
                            .rule());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 0x0b, 0x1a, 0x1b, 0x7f, 0x85, 0x9f, 0xfffd, 0xfffe, 0xffff})
    void fault5_charactersThatAreNoTextAreNamedByLineAndColumn(int code) {
        String bad = row("F-2").replace("V-1", "V" + (char) code + MARKER);
        String text = String.join("\n", HEADER, row("F-1"), bad, row("F-3"), "");
        List<FileDefect> defects = refused(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(FileRule.CHARACTER), rules(defects));
        assertEquals(3, defects.get(0).line());
        assertEquals(4, defects.get(0).column());
        assertTrue(defects.get(0)
                .message()
                .en()
                .contains(String.format(Locale.ROOT, "column inspection_id: found the character U+%04X", code)));
    }

    @Test
    void fault5_aCharacterThatIsNoTextIsFoundWhereverBuffersEnd() {
        StringBuilder text = new StringBuilder(HEADER + "\n");
        int rows = 400;
        for (int i = 0; i < rows; i++) {
            text.append(row("F-" + i)).append('\n');
        }
        int step = 211;
        for (int at = HEADER.length() + 10; at < text.length(); at += step) {
            if (text.charAt(at) != ',' && text.charAt(at) != '\n') {
                StringBuilder bad = new StringBuilder(text);
                bad.setCharAt(at, '\u0001');
                assertEquals(List.of(FileRule.CHARACTER), rules(refused(bytes(bad.toString()))), "at " + at);
            }
        }
    }

    @Test
    void fault5_lettersOutsideAsciiArriveAsTheyAreComposedOrNot() throws Exception {
        for (String word :
                List.of("Åsele", Normalizer.normalize("Åsele", Normalizer.Form.NFD), "\uD83D\uDE00", "СОА")) {
            SourceReading reading =
                    SourceReading.of(bytes(HEADER + "\n" + row("F-1").replace("IE-CO", word) + "\n"));
            assertEquals(word, reading.rows().get(0).get(FindingColumns.indexOf("region_code")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"\"http://127.0.0.1:9/\"\")",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "<script>alert(1)</script>",
                "${T(java.lang.Runtime).getRuntime().exec('true')}",
                "#{7*7}[[${7*7}]]",
                "../../../etc/passwd",
                "${jndi:ldap://127.0.0.1:9/a}",
                "'; DROP TABLE findings;--",
                "(a+)+$",
                "%s%n%x{0}"
            })
    void fault15_whatAProgramCouldEvaluateIsOnlyText(String cell) throws Exception {
        String text = HEADER + "\n" + row("F-1").replace("V-1", "\"" + cell + "\"") + "\n";
        SourceReading reading = SourceReading.of(bytes(text));
        assertEquals(cell.replace("\"\"", "\""), reading.rows().get(0).get(3));
        assertEquals(
                List.of(FileRule.MISSING_COLUMN, FileRule.UNKNOWN_COLUMN),
                rules(refused(bytes(text.replace("inspection_id", "\"" + cell + "\"")))));
    }

    @Test
    void aFieldOfFiveMillionCharactersAndAHeaderOfManyColumnsAreRefused() {
        String huge = "x".repeat(5_000_000);
        for (String cell : List.of(huge, "\"" + huge + "\"", "\"" + huge)) {
            FileDefect defect = refused(bytes(HEADER + "\n" + row("F-1").replace("V-1", cell) + "\n"))
                    .get(0);
            assertEquals(FileRule.TOO_LONG, defect.rule());
            assertEquals(2, defect.line());
        }
        FileDefect many = refused(bytes(HEADER + ",x".repeat(20_573) + "\n")).get(0);
        assertEquals(FileRule.TOO_MANY_COLUMNS, many.rule());
        assertEquals(20_600, many.found());
        List<FileDefect> fewer = refused(bytes(HEADER + ",x".repeat(1000) + "\n"));
        assertEquals(RefusedFileException.KEPT, fewer.size());
    }

    private static String row(String id) {
        return String.join(",", ContractRows.texts(id));
    }
}
