package se.tillsyn.ingest.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.source.Row;

class FindingValidatorTest {

    private final FindingValidator validator = new FindingValidator(
            new ValidCodes(Profile.load(ContractRows.PROFILE.toString())), LocalDate.of(2024, 6, 30));

    @Test
    void takesARowThatBreaksNoRule() {
        Finding finding = validate();
        assertNotNull(finding);
        assertEquals("F-1", finding.findingId());
        assertEquals(LocalDate.of(2021, 3, 4), finding.inspectedOn());
        assertEquals(26, finding.casesAssessed());
        assertNull(finding.value());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    finding_id,,REQUIRED
                    finding_id,F 1,ID
                    finding_id,F_1,ID
                    unit_id,Ü7,ID
                    revision,0,RANGE
                    revision,1.0,WHOLE
                    withdrawn,TRUE,FLAG
                    withdrawn,ja,FLAG
                    programme,NOPE,CODE
                    region_code,0180,CODE
                    region_code,ie-co,CODE
                    topic,,REQUIRED
                    outcome,deficient,CODE
                    outcome,,REQUIRED
                    value,12,VALUE_WITHOUT_UNIT
                    value_unit,FURLONGS,CODE
                    censored,true,CENSORED_WITHOUT_VALUE
                    remedied,yes,FLAG
                    """)
    void namesTheRuleThatAFieldBreaks(String column, String text, Rule rule) {
        assertBroken(column, text, rule);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    cases_assessed,26.0,WHOLE
                    cases_assessed,<5,SYMBOL
                    cases_assessed,..,SYMBOL
                    cases_assessed,-1,WHOLE
                    cases_assessed,+1,WHOLE
                    cases_assessed,1e2,EXCEL_EXPONENT
                    cases_assessed,007,WHOLE
                    cases_assessed,２６,LOOK_ALIKE
                    cases_assessed,1 000,DIGITS_GROUPED
                    cases_assessed,NaN,SYMBOL
                    cases_assessed,99999999999999999999,RANGE
                    cases_assessed,6,DEFICIENT_EXCEEDS_ASSESSED
                    eligible,6,DEFICIENT_EXCEEDS_ELIGIBLE
                    cases_assessed,,DEFICIENT_WITHOUT_ASSESSED
                    cases_deficient,0,OUTCOME_CONTRADICTS_CASES
                    outcome,MET,OUTCOME_CONTRADICTS_CASES
                    outcome,NOT_ASSESSED,OUTCOME_CONTRADICTS_CASES
                    cases_deficient,-7,WHOLE
                    cases_deficient,7.5,WHOLE
                    cases_deficient,2147483648,RANGE
                    """)
    void fault7_refusesCountsThatCannotBe(String column, String text, Rule rule) {
        assertBroken(column, text, rule);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    inspected_on,,REQUIRED
                    inspected_on,2021-02-29,DATE
                    inspected_on,2021-13-01,DATE
                    inspected_on,04/03/2021,DATE
                    inspected_on,2021-3-4,DATE
                    inspected_on,20210304,DATE
                    inspected_on,44259,EXCEL_DAY_NUMBER
                    inspected_on,2021-03-04T00:00Z,DATE
                    inspected_on,1989-12-31,DATE_EARLY
                    inspected_on,2024-07-01,DATE_FUTURE
                    followed_up_on,2021-03-03,FOLLOWED_UP_BEFORE_INSPECTION
                    """)
    void fault8_refusesDaysThatCannotBeOrAreWrittenOtherwise(String column, String text, Rule rule) {
        assertBroken(column, text, rule);
    }

    private void assertBroken(String column, @org.jspecify.annotations.Nullable String text, Rule rule) {
        assertNull(validate(column, text == null ? "" : text));
        assertEquals(
                List.of(rule), validator.defects().stream().map(Rejection::rule).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,5 | DECIMAL_COMMA
                    1e3 | EXCEL_EXPONENT
                    NaN | SYMBOL
                    -Infinity | SYMBOL
                    1.234,5 | DIGITS_GROUPED
                    12 345.6 | DIGITS_GROUPED
                    .5 | NUMBER
                    5. | NUMBER
                    --1 | NUMBER
                    0x1 | NUMBER
                    1234567890123456 | NUMBER
                    01.5 | NUMBER
                    """)
    void fault6_refusesWhatIsNoPlainNumber(String text, Rule rule) {
        assertNull(validate("value", text, "value_unit", "DAYS"));
        assertEquals(rule, validator.defects().get(0).rule());
    }

    @Test
    void takesAnEmptyValue() {
        assertNotNull(validate("value", "", "value_unit", "DAYS"));
    }

    @Test
    void takesAMeasuredWaitThatGoesOn() {
        Finding finding = validate("value", "12.50", "value_unit", "DAYS", "censored", "true");
        assertNotNull(finding);
        assertEquals(12.5, finding.value());
    }

    @Test
    void fault7_takesNoneOfNone() {
        assertNotNull(validate("outcome", "NOT_ASSESSED", "cases_assessed", "0", "cases_deficient", "0"));
        assertNotNull(validate("outcome", "MET", "cases_assessed", "0", "cases_deficient", "0"));
    }

    @Test
    void takesBoundedEvidenceWithoutAnInventedCount() {
        assertNotNull(validate("cases_assessed", "16", "cases_deficient", "", "value_low", "9", "value_high", "16"));
        assertNull(validate("cases_assessed", "16", "cases_deficient", "", "value_low", "17", "value_high", "16"));
        assertEquals(Rule.BOUNDS_CROSSED, validator.defects().get(0).rule());
    }

    @Test
    void takesAStatementAboutSeveralOperations() {
        Finding finding = validate("unit_id", "");
        assertNotNull(finding);
        assertNull(finding.unitId());
    }

    @Test
    void takesRevisionOneWhenNothingIsSaid() {
        Finding finding = validate("revision", "", "withdrawn", "");
        assertNotNull(finding);
        assertEquals(1, finding.revision());
        assertFalse(finding.withdrawn());
    }

    @Test
    void collectsEveryDefectWithPlaceAndLengthAndNoContent() {
        assertNull(validate("finding_id", "19121212 1212", "inspected_on", "x", "topic", "SECRET"));
        List<Rejection> defects = new ArrayList<>(validator.defects());
        assertEquals(3, defects.size());
        Rejection id = defects.stream()
                .filter(defect -> defect.column().equals("finding_id"))
                .findFirst()
                .orElseThrow();
        assertEquals(5, id.line());
        assertEquals(4, id.record());
        assertEquals(13, id.length());
        assertFalse(defects.toString().contains("1912"));
        assertFalse(defects.toString().contains("SECRET"));
    }

    private @org.jspecify.annotations.Nullable Finding validate(String... changes) {
        return validator.validate(Row.of(5, 4, ContractRows.texts("F-1", changes)));
    }
}
