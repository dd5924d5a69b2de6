package se.tillsyn.ingest.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.store.FindingTable;

class LayoutTest {

    private static final String REQUIRED = """
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
            """;

    @Test
    void contractNamesTheColumnsOfTheStoredTable() {
        assertEquals(FindingColumns.ORDER, FindingTable.TABLE.columnNames());
        assertEquals(FindingColumns.ORDER, Layout.contract().readColumns());
    }

    @Test
    void readsColumnsOnceInTheOrderOfTheRules() {
        assertEquals(
                List.of("id", "visit", "day", "place", "verdict"),
                parse(REQUIRED).readColumns());
    }

    @Test
    void readsTheIrishLayouts() {
        Path folder = ContractRows.PROFILE.resolve("layouts");
        Layout wide = Layout.read(folder.resolve("hiqa-wide.yaml"));
        assertTrue(wide.wide());
        assertEquals(35, wide.wideColumns().size());
        assertTrue(wide.note() != null && wide.note().en().contains("Substantially compliant"));
        assertEquals("hiqa-long", Layout.read(folder.resolve("hiqa-long.yaml")).name());
    }

    @Test
    void changesItsVersionWithItsText() {
        assertTrue(
                !parse(REQUIRED).id().equals(parse(REQUIRED + "ignore: [x]\n").id()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    separatr: ';'                         | unknown key separatr
                    name: again                           | Duplicate
                    separator: ';;'                       | separator: expected one character
                    ignore: [id]                          | ignore: column id is both read and ignored
                    may_lack: [other]                     | may_lack: column other is not read
                    note: {sv: bara}                      | note: expected a text under sv and one under en
                    wide: {}                              | wide: expected at least one source column
                    wide: {id: A}                         | wide: column id is also read by a rule of its own
                    """)
    void refusesWhatItCannotMean(String line, String message) {
        assertMessage(REQUIRED + line + "\n", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {column: id, constant: x}             | columns.finding_id: expected exactly one of column, constant, wide and concat, found 2
                    {}                                    | columns.finding_id: expected exactly one of column, constant, wide and concat, found 0
                    {wide: code}                          | columns.finding_id.wide: the layout has no wide columns
                    {column: id, otherwise: x}            | columns.finding_id: otherwise stands without map
                    {constant: id, map: {a: b}}           | columns.finding_id: map needs column or wide
                    {column: id, map: {}}                 | columns.finding_id.map: expected at least one word
                    {concat: []}                          | columns.finding_id.concat: expected at least one part
                    {concat: [{target: nothing}]}         | columns.finding_id.concat: target nothing must be a column
                    {concat: [{column: a, text: b}]}      | columns.finding_id.concat: expected exactly one of column, text, wide and target, found 2
                    """)
    void refusesRulesThatSayNothingOrTwoThings(String rule, String message) {
        assertMessage(REQUIRED.replace("{column: id}", rule), message);
    }

    @Test
    void namesTheRequiredColumnThatHasNoRule() {
        assertMessage(
                REQUIRED.replace("  office: {constant: O}\n", ""),
                "columns: expected a rule for the required column office, found none");
        assertMessage(REQUIRED + "  ofice: {constant: O}\n", "columns.ofice: the finding contract has no such column");
    }

    private static void assertMessage(String yaml, String message) {
        LayoutException e = assertThrows(LayoutException.class, () -> parse(yaml));
        assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
        assertTrue(String.valueOf(e.getMessage()).startsWith("Layout test.yaml"), e.getMessage());
    }

    private static Layout parse(String yaml) {
        return Layout.parse("test.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
