package se.tillsyn.ingest.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.validation.ValidCodes;

class ExplanationTest {

    private static final ValidCodes CODES = new ValidCodes(Profile.load(ContractRows.PROFILE.toString()));

    @TempDir
    Path folder = Path.of(".");

    @Test
    void showsCodesDatesAndSmallNumbersAndTheShapeOfKeys() throws IOException {
        Explanation explanation = explain(
                Layout.contract(),
                new ContractRows().row("Hsn-2024-001", "unit_id", "ABC-7").write(folder.resolve("a.csv")));
        assertEquals(Explanation.Outcome.PASSED, explanation.outcome());
        String text = explanation.text();
        assertShows(text, "finding_id", "Aaa-9999-999");
        assertShows(text, "unit_id", "AAA-9");
        assertShows(text, "inspected_on", "2021-03-04");
        assertShows(text, "topic", "REG-05");
        assertShows(text, "cases_assessed", "26");
        assertTrue(text.contains("Finding 1: line 2, record 1\n"), text);
        assertTrue(text.contains("breaks no rule of its own"), text);
        assertFalse(text.contains("Hsn"), text);
    }

    @Test
    void fault13_showsNothingOfAValueThatMayBeAPerson() throws IOException {
        String number = "191212121212";
        Explanation explanation = explain(
                Layout.contract(),
                new ContractRows()
                        .row(
                                number,
                                "unit_id",
                                "Tolvan_Tolvansson",
                                "topic",
                                number,
                                "value",
                                number,
                                "value_unit",
                                "Tolvan")
                        .row(
                                "F-2",
                                "cases_assessed",
                                "1212121212",
                                "region_code",
                                "Tolvan",
                                "inspected_on",
                                "1912-12-12")
                        .write(folder.resolve("a.csv")));
        assertEquals(Explanation.Outcome.ROWS_BROKEN, explanation.outcome());
        String text = explanation.text();
        assertFalse(text.contains("1212"), text);
        assertFalse(text.contains("1912"), text);
        assertFalse(text.contains("Tolvan"), text);
        assertShows(text, "finding_id", "(12 characters, not shown)");
        assertShows(text, "value", "(12 characters, not shown)");
        assertShows(text, "cases_assessed", "(10 characters, not shown)");
        assertTrue(text.contains("breaks PERSONAL_IDENTITY_NUMBER in topic"), text);
        assertTrue(text.contains("breaks PERSONAL_NAME in unit_id"), text);
        assertTrue(text.contains("breaks DATE_EARLY in inspected_on"), text);
    }

    @Test
    void showsValuesThatOnlyContradictEachOther() throws IOException {
        String text = explain(
                        Layout.contract(),
                        new ContractRows().row("F-1", "cases_deficient", "0").write(folder.resolve("a.csv")))
                .text();
        assertShows(text, "outcome", "DEFICIENT");
        assertTrue(text.contains("breaks OUTCOME_CONTRADICTS_CASES in outcome"), text);
    }

    @Test
    void stopsAfterFiveFindings() throws IOException {
        Path file = new ContractRows().rows("F", 6).line("cut,short").write(folder.resolve("a.csv"));
        Explanation explanation = explain(Layout.contract(), file);
        assertEquals(Explanation.Outcome.PASSED, explanation.outcome());
        assertTrue(explanation.text().contains("Finding 5: line 6"), explanation.text());
        assertFalse(explanation.text().contains("Finding 6"), explanation.text());
        assertTrue(explanation.text().contains("the rest of the file was not read"), explanation.text());
    }

    @Test
    void tellsWhyAFileWouldBeRefused() throws IOException {
        Explanation explanation = explain(
                Layout.contract(),
                Files.writeString(folder.resolve("a.csv"), "191212121212,Tolvan\n", StandardCharsets.UTF_8));
        assertEquals(Explanation.Outcome.FILE_REFUSED, explanation.outcome());
        assertTrue(explanation.text().contains("would be REFUSED"), explanation.text());
        assertTrue(explanation.text().contains("Line 1: none of the expected columns"), explanation.text());
        assertFalse(explanation.text().contains("1212"), explanation.text());
    }

    @Test
    void tellsWhereEveryColumnComesFrom() throws IOException {
        Layout layout = Layout.parse("test.yaml", """
                name: test
                separator: "\\t"
                decimal: ","
                columns:
                  finding_id: {concat: [{column: visit}, {text: "-"}, {target: topic}]}
                  inspection_id: {column: visit}
                  inspected_on: {column: day, date: dd/MM/yyyy}
                  programme: {constant: HIQA-DISABILITY}
                  selection_basis: {constant: ANNOUNCED}
                  office: {constant: HIQA}
                  region_code: {column: place, map: {Cork: IE-CO}, otherwise: IE, empty: UNKNOWN}
                  operation_type: {constant: DISABILITY_CENTRE}
                  age_group: {constant: ALL}
                  topic: {wide: code}
                  observed_unit: {constant: JUDGEMENT}
                  evidence: {constant: INSPECTION}
                  outcome: {wide: value, scale: {"1-2": DEFICIENT, "3-5": MET}}
                  value: {column: wait, unit: {column: unit, words: {weeks: {code: DAYS, factor: 7}}}}
                wide: {food: REG-05, fire: REG-06}
                ignore: [remark]
                """.getBytes(StandardCharsets.UTF_8));
        Path file = Files.writeString(
                folder.resolve("a.tsv"),
                "visit\tday\tplace\twait\tunit\tremark\tfood\tfire\nV1\t31/01/2021\tCork\t1,5\tweeks\tsecret\t2\t\n",
                StandardCharsets.UTF_8);
        String text = explain(layout, file).text();
        assertTrue(text.startsWith("Layout " + layout.id() + ", separator tab.\n"), text);
        assertShows(text, "finding_id", "joined from column visit + \"-\" + what topic became");
        assertShows(text, "inspection_id", "column visit, as it stands");
        assertShows(text, "inspected_on", "column day, date dd/MM/yyyy");
        assertShows(text, "programme", "constant HIQA-DISABILITY");
        assertShows(text, "region_code", "column place, map of 1 word; an empty field = UNKNOWN; everything else = IE");
        assertShows(text, "topic", "code of the wide column, as it stands");
        assertShows(
                text,
                "outcome",
                "field of the wide column, scale 1–2 = DEFICIENT, 3–5 = MET; another word breaks WORD");
        assertShows(
                text,
                "value",
                "column wait, decimal comma, unit by column unit: weeks = × 7 DAYS (fills value_unit too)");
        assertShows(text, "value_unit", "the unit of value");
        assertShows(text, "demand", "no rule: stays empty");
        assertTrue(text.contains("Not read: remark.\n"), text);
        assertTrue(text.contains("Finding 1: line 2, record 1, wide column food\n"), text);
        assertShows(text, "value", "10.5");
        assertShows(text, "finding_id", "A9-AAA-99");
        assertFalse(text.contains("secret"), text);
    }

    private static void assertShows(String text, String column, String value) {
        assertTrue(
                text.lines().anyMatch(line -> line.strip().equals(String.format("%-17s %s", column, value))),
                column + ": " + value + " in\n" + text);
    }

    private static Explanation explain(Layout layout, Path file) throws IOException {
        return Explanation.of(file, layout, CODES, LocalDate.of(2024, 6, 30));
    }
}
