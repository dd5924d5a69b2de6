package se.tillsyn.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.validation.FindingValidator;
import se.tillsyn.ingest.validation.ValidCodes;

/** What layouts make of files, up to the rules that the rows break. */
class LayoutReadingTest {

    private static final String COLUMNS = """
            name: test
            separator: ";"
            decimal: ","
            columns:
              finding_id: {column: id}
              inspection_id: {constant: V-1}
              inspected_on: {column: dag, date: dd/MM/yyyy}
              programme: {constant: PSYK-BUP}
              selection_basis: {constant: THEMATIC_SAMPLE}
              office: {constant: SYD}
              region_code: {column: kommun, map: {Malmö: "1280"}, otherwise: OUTSIDE, empty: UNKNOWN}
              operation_type: {constant: BUP}
              age_group: {constant: "0-17"}
              topic: {constant: PSYK_VANTETID}
              observed_unit: {constant: PERSON}
              evidence: {constant: REGISTER}
              outcome: {column: betyg, map: {ej bedömt: NOT_ASSESSED}, scale: {"1-2": DEFICIENT, "3–5": MET}}
              value: {column: tid, unit: {column: enhet, words: {veckor: {code: DAYS, factor: 7}, timmar: {code: DAYS, divisor: 24}, dagar: {code: DAYS}}}}
            """;

    private static final Layout LAYOUT = layout(COLUMNS);

    @TempDir
    Path folder = Path.of(".");

    @Test
    void readsDatesScalesRegionsAndUnitsAsTheLayoutSays() throws Exception {
        List<String> rows = read(LAYOUT, """
                id;dag;kommun;betyg;tid;enhet
                F-1;31/01/2024;Malmö;2;1,5;veckor
                F-2;01/02/2024;Paris;3;36;timmar
                F-3;01/02/2024;;ej bedömt;10;dagar
                F-4;01/02/2024;Malmö;5;;dagar
                """);
        assertEquals(
                List.of(
                        "2024-01-31 1280 DEFICIENT 10.5 DAYS",
                        "2024-02-01 OUTSIDE MET 1.5 DAYS",
                        "2024-02-01 UNKNOWN NOT_ASSESSED 10 DAYS",
                        "2024-02-01 1280 MET  "),
                rows);
    }

    @Test
    void countsWhatGotACodeWithoutBeingListed() throws Exception {
        Path file = write("id;dag;kommun;betyg;tid;enhet\nF-1;31/01/2024;;2;;\nF-2;31/01/2024;Oslo;2;;\n");
        assertEquals(
                Map.of("region_code", 2L),
                FindingSource.read(file, LAYOUT, row -> {}).otherwise());
    }

    /** Every row is refused for the one reason that it has. */
    @Test
    void fault06_08_refusesWhatIsNotWrittenAsTheLayoutSays() throws Exception {
        List<String> rules = rules(LAYOUT, """
                id;dag;kommun;betyg;tid;enhet
                F-1;2024-01-31;Malmö;2;1;dagar
                F-2;31/04/2024;Malmö;2;1;dagar
                F-3;31/01/2024;Malmö;2;1.5;dagar
                F-4;31/01/2024;Malmö;2;1.000,5;dagar
                F-5;31/01/2024;Malmö;2;<5;veckor
                F-6;31/01/2024;Malmö;2,5;1;dagar
                F-7;31/01/2024;Malmö;6;1;dagar
                F-8;31/01/2024;Malmö;2;1;år
                F-9;31/01/2024;Malmö;2;1;
                F-10;31/01/2024;Malmö;2;1,5;dagar
                """);
        assertEquals(
                List.of(
                        "dag FORM",
                        "dag FORM",
                        "tid FORM",
                        "tid FORM",
                        "tid FORM",
                        "betyg WORD",
                        "betyg WORD",
                        "enhet WORD",
                        "tid VALUE_WITHOUT_UNIT"),
                rules);
    }

    @Test
    void readsADecimalCommaInQuotesBesideCommas() throws Exception {
        Layout layout = layout(COLUMNS.replace("separator: \";\"", "separator: \",\"")
                .replace("decimal: \",\"", "decimal: quoted-comma"));
        assertEquals(
                List.of("2024-01-31 1280 DEFICIENT 10.5 DAYS"),
                read(layout, "id,dag,kommun,betyg,tid,enhet\nF-1,31/01/2024,Malmö,2,\"1,5\",veckor\n"));
        RefusedFileException e = assertThrows(
                RefusedFileException.class,
                () -> read(layout, "id,dag,kommun,betyg,tid,enhet\nF-1,31/01/2024,Malmö,2,1,5,veckor\n"));
        assertEquals(FileRule.FIELD_COUNT, e.defects().get(0).rule());
    }

    @Test
    void readsADecimalCommaWithoutUnits() throws Exception {
        Layout layout = layout(COLUMNS.replaceAll("unit: .*}}}}", "").replace("{column: tid, ", "{column: tid}")
                + "  value_unit: {column: enhet}\n");
        assertEquals(
                List.of("2024-01-31 1280 DEFICIENT 1.5 KM"),
                read(layout, "id;dag;kommun;betyg;tid;enhet\nF-1;31/01/2024;Malmö;2;\"1,5\";KM\n"));
        assertEquals(List.of("tid FORM", "tid DIGITS_GROUPED"), rules(layout, """
                        id;dag;kommun;betyg;tid;enhet
                        F-1;31/01/2024;Malmö;2;1.5;KM
                        F-2;31/01/2024;Malmö;2;1 000,5;KM
                        """));
    }

    @Test
    void givesEveryRowTheSameUnitWhenTheLayoutStatesIt() throws Exception {
        Layout layout = layout(COLUMNS.replaceAll("unit: .*}}}}", "unit: {code: DAYS, factor: 30.4375}}"));
        assertEquals(
                List.of("2024-01-31 1280 DEFICIENT 60.875 DAYS", "2024-01-31 1280 DEFICIENT  "), read(layout, """
                        id;dag;kommun;betyg;tid
                        F-1;31/01/2024;Malmö;2;2
                        F-2;31/01/2024;Malmö;2;
                        """));
    }

    @Test
    void fault02_keepsTwentyOfTenThousandUnknownColumnsAndCountsAll() throws IOException {
        StringBuilder header = new StringBuilder("id");
        for (int i = 0; i < 10_000; i++) {
            header.append(";x").append(i);
        }
        Path file = write(header + "\n");
        RefusedFileException e =
                assertThrows(RefusedFileException.class, () -> FindingSource.read(file, LAYOUT, row -> {}));
        assertEquals(20, e.defects().size());
        assertEquals(10_000 + 5, e.total());
    }

    private List<String> read(Layout layout, String text) throws IOException, RefusedFileException {
        List<String> rows = new ArrayList<>();
        FindingSource.read(
                write(text),
                layout,
                row -> rows.add(String.join(
                        " ",
                        text(row, FindingColumns.INSPECTED_ON),
                        text(row, FindingColumns.REGION_CODE),
                        text(row, FindingColumns.OUTCOME),
                        text(row, FindingColumns.VALUE),
                        text(row, FindingColumns.VALUE_UNIT))));
        return rows;
    }

    private static String text(Row row, String column) {
        return row.text(FindingColumns.indexOf(column));
    }

    /** Source column and rule of every defect, codes of the layout left out: they are not the matter here. */
    private List<String> rules(Layout layout, String text) throws IOException, RefusedFileException {
        FindingValidator validator =
                new FindingValidator(new ValidCodes(Profile.load("sweden")), LocalDate.of(2024, 6, 30));
        List<String> rules = new ArrayList<>();
        FindingSource.read(write(text), layout, row -> {
            validator.validate(row);
            validator.defects().stream()
                    .map(defect -> defect.column() + " " + defect.rule())
                    .filter(defect -> defect.matches("(dag|betyg|tid|enhet) .*"))
                    .forEach(rules::add);
        });
        return rules;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("source.csv"), text, StandardCharsets.UTF_8);
    }

    private static Layout layout(String yaml) {
        return Layout.parse("test.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
