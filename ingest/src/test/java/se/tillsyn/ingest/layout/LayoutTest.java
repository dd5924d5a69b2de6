package se.tillsyn.ingest.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import se.tillsyn.ingest.profile.Profile;
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
                    name: again                           | a key stands twice
                    decimal: ';'                          | decimal: expected ".", "," or quoted-comma, found ";"
                    decimal: ','                          | decimal: expected another sign than the separator
                    decimal: quoted-comma                 | decimal: expected a column that it applies to
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
                    {constant: id, map: {a: b}}           | columns.finding_id: map, scale, date and unit need column or wide
                    {column: id, empty: x}                | columns.finding_id: empty stands without map or scale
                    {column: id, date: dd/MM/yyyy}        | columns.finding_id.date: expected it at inspected_on or followed_up_on
                    {column: id, unit: {code: DAYS}}      | columns.finding_id.unit: expected it at value
                    {column: id, scale: {}}               | columns.finding_id.scale: expected at least one range
                    {column: id, scale: {a: b}}           | columns.finding_id.scale: expected a number or two as in "1-2", found "a"
                    {column: id, scale: {2-1: b}}         | columns.finding_id.scale: expected the lower number first, found "2-1"
                    {column: id, scale: {1-2: b, 2-3: c}} | columns.finding_id.scale: expected ranges that do not meet, found two that hold 2
                    {column: id, scale: {1: b}, date: d}  | columns.finding_id: expected at most one of map with scale, date and unit
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {column: v, unit: {}}                                             | columns.value.unit.code: expected a code of the list value_units
                    {column: v, unit: {words: {d: {code: DAYS}}}}                     | columns.value.unit: words stand without column
                    {column: v, unit: {column: u}}                                    | columns.value.unit.words: expected at least one word
                    {column: v, unit: {column: u, code: DAYS}}                        | columns.value.unit: expected column and words, or code and factor alone
                    {column: v, unit: {column: u, words: {d: }}}                      | columns.value.unit.words.d: expected a code and a factor
                    {column: v, unit: {column: u, words: {d: {code: DAYS, factor: 0}}}} | columns.value.unit.words.d.factor: expected a number above 0 with a decimal point, found "0"
                    {column: v, unit: {code: DAYS, factor: 1e3}}                      | columns.value.unit.factor: expected a number above 0 with a decimal point, found "1e3"
                    {column: v, unit: {code: DAYS, divisor: '1,5'}}                   | columns.value.unit.divisor: expected a number above 0 with a decimal point, found "1,5"
                    """)
    void refusesUnitsThatCannotBeComputed(String rule, String message) {
        assertMessage(REQUIRED + "  value: " + rule + "\n", message);
    }

    @Test
    void givesTheUnitByTheRuleOfTheValueAlone() {
        assertMessage(
                REQUIRED + "  value: {column: v, unit: {code: DAYS}}\n  value_unit: {constant: DAYS}\n",
                "columns.value_unit: expected no rule, since the unit under columns.value gives it, found one");
    }

    @Test
    void refusesADateThatCouldMeanTwoDays() {
        assertMessage(
                REQUIRED.replace("{column: day}", "{column: day, date: dd/MM/yy}"),
                "columns.inspected_on.date: expected one of dd/MM/yyyy, d/M/yyyy,");
    }

    /** A file of data handed in as a layout must not be quoted in the message. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    finding_id,name;191212121212,Tolvan Tolvansson | expected keys and values
                    191212121212: Tolvan                           | unknown key of 12 characters
                    name: [191212121212, Tolvan]                   | expected keys and values
                    {"a: [191212121212                             | expected YAML
                    """)
    void quotesNothingOfAFileThatIsNoLayout(String text, String message) {
        LayoutException e = assertThrows(LayoutException.class, () -> parse(text));
        assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
        assertFalse(String.valueOf(e.getMessage()).contains("1212"), e.getMessage());
        assertFalse(String.valueOf(e.getMessage()).contains("Tolvan"), e.getMessage());
    }

    @Test
    void readsTheLayoutsOfTheTestProfileAgainstItsCodes() {
        Profile profile = Profile.load(ContractRows.PROFILE.toString());
        for (String name : List.of("hiqa-wide.yaml", "hiqa-long.yaml")) {
            Layout.read(ContractRows.PROFILE.resolve("layouts").resolve(name)).requireCodesOf(profile);
        }
        Layout.contract().requireCodesOf(profile);
    }

    @Test
    void namesEveryCodeThatTheProfileLacks() {
        Layout layout = parse("""
                name: codes
                decimal: ","
                separator: ";"
                columns:
                  finding_id: {column: id}
                  inspection_id: {column: visit}
                  inspected_on: {column: day}
                  programme: {constant: HIQA-DISABILITY}
                  selection_basis: {constant: GUESSED}
                  office: {constant: HIQA}
                  region_code: {column: place, map: {Cork: IE-CO, Nowhere: IE-XX}, otherwise: ELSEWHERE, empty: BLANK}
                  operation_type: {constant: DISABILITY_CENTRE}
                  age_group: {constant: ALL}
                  topic: {wide: code}
                  observed_unit: {constant: JUDGEMENT}
                  evidence: {constant: INSPECTION}
                  outcome: {wide: value, scale: {"1-2": DEFICIENT, "3": BAD}}
                  withdrawn: {column: w, map: {ja: "true", nej: "no"}}
                  value: {column: v, unit: {column: u, words: {d: {code: FORTNIGHTS, factor: 14}}}}
                wide: {food: REG-05, fire: FIRE}
                """);
        LayoutException e = assertThrows(
                LayoutException.class, () -> layout.requireCodesOf(Profile.load(ContractRows.PROFILE.toString())));
        assertEquals(
                "Layout codes: expected codes of the profile ireland, found columns.selection_basis.constant: GUESSED;"
                        + " columns.region_code.map: IE-XX; columns.region_code.otherwise: ELSEWHERE;"
                        + " columns.region_code.empty: BLANK; wide: FIRE; columns.outcome.scale: BAD;"
                        + " columns.withdrawn.map: no; columns.value.unit: FORTNIGHTS. Correct the layout, or add the"
                        + " codes to the profile.",
                e.getMessage());
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
