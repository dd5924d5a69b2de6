package se.tillsyn.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.ingest.source.SourceForms.bytes;
import static se.tillsyn.ingest.source.SourceReading.MARKER;
import static se.tillsyn.ingest.source.SourceReading.refused;
import static se.tillsyn.ingest.source.SourceReading.rules;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.layout.Layout;

/** Fault 17 and what else may be wrong with JSON. */
class JsonFaultsTest {

    private static final String GOOD = SourceForms.object(ContractRows.texts("F-1"));
    private static final List<String[]> ROWS = SourceReading.rowsOfEveryKind(3);

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(FileRule.JSON_CUT, 2, GOOD + "\n" + GOOD.substring(0, 300)),
                Arguments.of(FileRule.JSON_CUT, 2, "[" + GOOD + ",\n" + GOOD),
                Arguments.of(FileRule.JSON_CUT, 1, "["),
                Arguments.of(FileRule.JSON_CUT, 1, "[" + GOOD + ","),
                Arguments.of(FileRule.JSON_CUT, 2, "[" + GOOD + ",\n"),
                Arguments.of(FileRule.JSON_CUT, 1, GOOD.substring(0, GOOD.indexOf(',') + 1)),
                Arguments.of(FileRule.JSON_CUT, 1, GOOD.substring(0, GOOD.indexOf(':') + 1)),
                Arguments.of(FileRule.JSON_CUT, 1, "[" + GOOD.substring(0, GOOD.indexOf(':'))),
                Arguments.of(FileRule.JSON_SYNTAX, 2, GOOD + "\ntru"),
                Arguments.of(FileRule.JSON_CUT, 1, "{"),
                Arguments.of(FileRule.JSON_SYNTAX, 2, "[" + GOOD + ",\n]"),
                Arguments.of(FileRule.JSON_SYNTAX, 2, GOOD + "\n" + MARKER),
                Arguments.of(FileRule.JSON_AFTER_END, 2, "[" + GOOD + "]\n[" + GOOD + "]"),
                Arguments.of(FileRule.JSON_AFTER_END, 1, "[" + GOOD + "]" + GOOD),
                Arguments.of(FileRule.JSON_SYNTAX, 2, "[" + GOOD + "]\n" + MARKER),
                Arguments.of(FileRule.JSON_SAME_LINE, 1, GOOD + " " + GOOD),
                Arguments.of(FileRule.JSON_MARK, 1, "\uFEFF" + GOOD),
                Arguments.of(FileRule.JSON_SYNTAX, 2, GOOD + "\n\uFEFF" + GOOD),
                Arguments.of(FileRule.JSON_SYNTAX, 2, GOOD + "\n// " + MARKER),
                Arguments.of(FileRule.JSON_SYNTAX, 1, GOOD.replace("26", "/* " + MARKER + " */ 26")),
                Arguments.of(FileRule.JSON_SYNTAX, 1, GOOD.replace("26", "NaN")),
                Arguments.of(FileRule.JSON_SYNTAX, 1, GOOD.replace("26", "-Infinity")),
                Arguments.of(FileRule.JSON_SYNTAX, 1, GOOD.replace("26", "026")),
                Arguments.of(FileRule.JSON_SYNTAX, 1, GOOD.replace("26", "+26")),
                Arguments.of(FileRule.JSON_SYNTAX, 1, GOOD.replace("26", ".5")),
                Arguments.of(FileRule.JSON_SYNTAX, 1, GOOD.replace("26", "5.")),
                Arguments.of(FileRule.JSON_SYNTAX, 1, GOOD.replace("26", MARKER)),
                Arguments.of(FileRule.JSON_SYNTAX, 1, GOOD.replace('"', '\'')),
                Arguments.of(FileRule.JSON_SYNTAX, 1, GOOD.replace("V-1", MARKER + "\t")),
                Arguments.of(FileRule.JSON_SYNTAX, 1, GOOD.replace("V-1", "\\x" + MARKER)),
                Arguments.of(FileRule.JSON_SYNTAX, 1, GOOD.replace("V-1", "\n")),
                Arguments.of(FileRule.NESTED_VALUE, 1, GOOD.replace("26", "[26]")),
                Arguments.of(FileRule.NESTED_VALUE, 1, GOOD.replace("26", "{\"" + MARKER + "\": 26}")),
                Arguments.of(FileRule.JSON_NOT_OBJECT, 2, "[" + GOOD + ",\n26]"),
                Arguments.of(FileRule.JSON_NOT_OBJECT, 2, "[" + GOOD + ",\n[" + GOOD + "]]"),
                Arguments.of(FileRule.JSON_NOT_OBJECT, 2, GOOD + "\n\"" + MARKER + "\""),
                Arguments.of(FileRule.JSON_NOT_OBJECT, 2, GOOD + "\nnull"),
                Arguments.of(FileRule.JSON_LIMIT, 1, GOOD.replace("26", "9".repeat(1001))),
                Arguments.of(FileRule.JSON_LIMIT, 1, GOOD.replace("V-1", "x".repeat(5_000_000))),
                Arguments.of(FileRule.JSON_LIMIT, 1, GOOD.replace("office", "x".repeat(100_000))),
                Arguments.of(FileRule.NO_ROWS, 0, "[]"),
                Arguments.of(
                        FileRule.UNKNOWN_KEY, 1, GOOD.replace("\"office\"", "\"office\": \"x\", \"" + MARKER + "\"")),
                Arguments.of(FileRule.DUPLICATE_KEY, 1, GOOD.replace("\"office\"", "\"office\": \"x\", \"office\"")),
                Arguments.of(
                        FileRule.DUPLICATE_KEY, 1, GOOD.replace("\"office\"", "\"o\\u0066fice\": null, \"office\"")),
                Arguments.of(FileRule.CHARACTER, 1, GOOD.replace("V-1", "\\u0000")),
                Arguments.of(FileRule.CHARACTER, 1, GOOD.replace("V-1", "\\ud800" + MARKER)),
                Arguments.of(FileRule.CHARACTER, 1, GOOD.replace("V-1", "\\udc00\\ud800")),
                Arguments.of(FileRule.CHARACTER, 1, GOOD.replace("V-1", "\\ufffd")),
                Arguments.of(
                        FileRule.MISSING_KEY,
                        1,
                        GOOD.replace("\"unit_id\": \"U-7\", ", "").replace("\"unit_id\": null, ", "")));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void fault17_whatIsNotAsItShouldBeIsRefusedByLineAndRule(FileRule rule, int line, String text) {
        for (byte[] content : List.of(bytes(text), SourceForms.gzip(bytes(text)))) {
            List<FileDefect> defects = refused(content);
            assertEquals(List.of(rule), rules(defects));
            assertEquals(line, defects.get(0).line());
        }
    }

    @Test
    void fault17_aHundredThousandLevelsAreRefused() {
        String deep = GOOD.replace("26", "[".repeat(100_000) + "]".repeat(100_000));
        assertEquals(List.of(FileRule.NESTED_VALUE, FileRule.JSON_LIMIT), rules(refused(bytes(deep))));
        assertEquals(
                List.of(FileRule.JSON_NOT_OBJECT, FileRule.JSON_LIMIT), rules(refused(bytes("[".repeat(100_000)))));
        assertEquals(
                FileRule.JSON_LIMIT,
                refused(bytes("{\"a\":".repeat(100_000))).get(1).rule());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1E3", "-1", "1.0", "123456789012345678901234567890", "26.00", "1e-400", "-0"})
    void fault17_numbersAreTakenAsTheyAreWritten(String number) throws Exception {
        SourceReading reading = SourceReading.of(bytes(GOOD.replace("26", number)));
        assertEquals(number, reading.rows().get(0).get(FindingColumns.indexOf("cases_assessed")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"region_code", "finding_id", "topic", "inspected_on", "unit_id", "value_unit", "outcome"})
    void fault17_aNumberForACodeIsRefusedWithTheHintOfLostZeros(String column) {
        for (String value : List.of("114", "true")) {
            String text = GOOD.replaceAll("\"" + column + "\": (\"[^\"]*\"|null)", "\"" + column + "\": " + value);
            List<FileDefect> defects = refused(bytes(GOOD + "\n" + text));
            assertEquals(List.of(FileRule.NOT_TEXT), rules(defects));
            assertEquals(2, defects.get(0).line());
            assertEquals(column, defects.get(0).name());
            assertTrue(defects.get(0).message().en().contains("leading zeros"));
        }
    }

    @Test
    void aTextForANumberIsJudgedAsInCsv() throws Exception {
        SourceReading reading = SourceReading.of(bytes(GOOD.replace("26", "\"26\"")));
        assertEquals(List.of(Arrays.asList(ContractRows.texts("F-1"))), reading.rows());
    }

    @Test
    void keysComeInAnyOrderAndMayLackWhereColumnsMay() throws Exception {
        String text = GOOD.replace("\"revision\": 1, \"withdrawn\": false, ", "")
                .replace("{\"finding_id\": \"F-1\", ", "{")
                .replace("}", ", \"finding_id\": \"F-1\"}");
        SourceReading reading = SourceReading.of(bytes(text));
        assertEquals("F-1", reading.rows().get(0).get(0));
        assertEquals("", reading.rows().get(0).get(1));
        assertEquals(List.of("revision", "withdrawn"), reading.summary().lacking());
    }

    @Test
    void everyDefectOfAFileIsInOneReport() {
        String text = String.join(
                "\n",
                GOOD.replace("\"HIQA\"", "7"),
                GOOD.replace("26", "{}"),
                GOOD.replace("\"office\"", "\"" + MARKER + "\""),
                GOOD.replace("\"office\"", "\"" + MARKER + "\""));
        List<FileDefect> defects = refused(bytes(text));
        assertEquals(
                List.of(
                        FileRule.NOT_TEXT,
                        FileRule.NESTED_VALUE,
                        FileRule.UNKNOWN_KEY,
                        FileRule.MISSING_KEY,
                        FileRule.MISSING_KEY),
                rules(defects));
        assertEquals(
                List.of(1L, 2L, 3L, 3L, 4L),
                defects.stream().map(FileDefect::line).toList());
    }

    @Test
    void linesAreThoseOnWhichRecordsBegin() throws Exception {
        String text = "[\n" + GOOD.replace(", ", ",\n") + ",\r\n" + GOOD + "]";
        int keys = FindingColumns.ORDER.size();
        assertEquals(List.of(2L, 2L + keys), SourceReading.of(bytes(text)).lines());
    }

    @Test
    void aBadByteIsNamedByLine() {
        byte[] content = SourceForms.ndjson(ROWS);
        int at = new String(content, StandardCharsets.UTF_8).indexOf("F-2");
        content[at] = (byte) 0xc3;
        FileDefect defect = refused(content).get(0);
        assertEquals(FileRule.ENCODING, defect.rule());
        assertEquals(3, defect.line());
        assertEquals(at + 1, defect.found());
    }

    @Test
    void layoutsReadKeysAsTheyReadColumns() throws Exception {
        Layout wide = Layout.parse("wide.yaml", bytes("""
                name: wide
                columns:
                  finding_id: {concat: [{column: id}, {text: "-"}, {target: topic}]}
                  inspection_id: {column: visit}
                  inspected_on: {column: day}
                  programme: {constant: P}
                  selection_basis: {constant: S}
                  office: {constant: O}
                  region_code: {column: place, map: {Cork: IE-CO}, otherwise: UNKNOWN}
                  operation_type: {constant: T}
                  age_group: {constant: ALL}
                  topic: {wide: code}
                  observed_unit: {constant: C}
                  evidence: {constant: E}
                  outcome: {wide: value, map: {"1": MET, bad: DEFICIENT}}
                wide: {food: FOOD, fire: FIRE}
                ignore: [free]
                may_lack: [place]
                """));
        String csv = "id,visit,day,place,food,fire,free\n7,V,2020-01-02,Cork,1,bad,x\n7,V,2020-01-02,Cork,1,bad,x\n";
        String row = "{\"fire\":\"bad\",\"id\":7,\"visit\":\"V\",\"day\":\"2020-01-02\",\"free\":\"x\",\"food\":1,"
                + "\"place\":\"Cork\"}\n";
        SourceReading fromCsv = SourceReading.of(bytes(csv), wide);
        SourceReading fromJson = SourceReading.of(bytes(row + row), wide);
        assertEquals(fromCsv.rows(), fromJson.rows());
        assertEquals(4, fromJson.rows().size());
        assertEquals(1, fromJson.summary().duplicateRecords());
        assertEquals(
                List.of("place"),
                SourceReading.of(bytes(row.replace(",\"place\":\"Cork\"", "")), wide)
                        .summary()
                        .lacking());
        assertEquals(List.of(FileRule.NOT_TEXT), rules(refused(bytes(row.replace("\"V\"", "7")), wide)));
    }
}
