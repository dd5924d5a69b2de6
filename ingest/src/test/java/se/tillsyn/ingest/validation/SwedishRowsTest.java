package se.tillsyn.ingest.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.source.Row;

/** Rows judged by the built-in profile: codes that came and went, and what spreadsheets do to them. */
class SwedishRowsTest {

    private static final ValidCodes CODES = new ValidCodes(Profile.load("sweden"));

    private final FindingValidator validator = new FindingValidator(CODES, LocalDate.of(2024, 6, 30));

    @ParameterizedTest
    @CsvSource(textBlock = """
                    1917, 2006-12-31,
                    1917, 2015-03-04, CODE_ABOLISHED
                    0331, 2006-06-01, CODE_NOT_YET
                    0331, 2007-01-01,
                    """)
    void fault10_judgesAMunicipalityAtTheDayOfInspection(String region, String day, @Nullable Rule rule) {
        assertRule(rule, "region_code", region, "inspected_on", day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    region_code | 114 | EXCEL_LEADING_ZERO
                    region_code | 1 | EXCEL_LEADING_ZERO
                    region_code | 1,78E+03 | EXCEL_EXPONENT
                    age_group | 15-dec | EXCEL_MADE_DATE
                    age_group | dec-15 | EXCEL_MADE_DATE
                    age_group | 1957-03-12 | PERSONAL_BIRTH_DATE
                    age_group | 2021-12-15 | EXCEL_MADE_DATE
                    age_group | 15/12/2021 | EXCEL_MADE_DATE
                    age_group | 12-okt | EXCEL_MADE_DATE
                    inspected_on | 44259 | EXCEL_DAY_NUMBER
                    inspected_on | 44259,5 | EXCEL_DAY_NUMBER
                    inspected_on | ######## | EXCEL_ERROR
                    finding_id | 1,98503E+11 | EXCEL_EXPONENT
                    cases_assessed | mar-26 | EXCEL_MADE_DATE
                    cases_assessed | #VÄRDEFEL! | EXCEL_ERROR
                    cases_assessed | #REF! | EXCEL_ERROR
                    topic | #N/A | EXCEL_ERROR
                    """)
    void fault9_recognisesWhatASpreadsheetDidToAField(String column, String text, Rule rule) {
        assertRule(rule, column, text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    topic|HЕMMAPLAN|LOOK_ALIKE
                    topic|HEMMAPLAN\u200B|LOOK_ALIKE
                    topic|ＨＥＭＭＡＰＬＡＮ|LOOK_ALIKE
                    topic| HEMMAPLAN|BLANKS
                    topic|HEMMAPLAN\u00A0|BLANKS
                    topic|SKYDDSBEDÃ–MNING|BROKEN_TEXT
                    topic|SKYDDSBED\uFFFDMNING|BROKEN_TEXT
                    topic|HEMMA\u0000PLAN|BROKEN_TEXT
                    topic|hemmaplan|CODE
                    finding_id|F–1|LOOK_ALIKE
                    inspected_on|２０２１-０３-０４|DATE
                    """)
    void fault5_refusesLettersThatOnlyLookRight(String column, String text, Rule rule) {
        assertRule(rule, column, text);
    }

    private void assertRule(@Nullable Rule rule, String... changes) {
        Finding finding = validator.validate(Row.of(2, 1, texts(changes)));
        if (rule == null) {
            assertNotNull(finding, () -> validator.defects().toString());
            return;
        }
        assertNull(finding);
        assertEquals(
                List.of(rule), validator.defects().stream().map(Rejection::rule).toList());
        assertFalse(changes[1].length() > 3 && validator.defects().toString().contains(changes[1]));
    }

    @Test
    void saysOfEveryRuleWhatIsExpectedInBothLanguages() {
        for (Rule rule : Rule.values()) {
            assertFalse(rule.text().sv().isBlank(), rule::name);
            assertFalse(rule.text().en().isBlank(), rule::name);
            assertFalse(rule.text().sv().equals(rule.text().en()), rule::name);
        }
    }

    private static String[] texts(String... changes) {
        String[] texts = new String[FindingColumns.ORDER.size()];
        Arrays.fill(texts, "");
        String[] start = {
            "F-1",
            "1",
            "false",
            "V-1",
            "2021-03-04",
            "SYN-YOUTH",
            "THEMATIC_SAMPLE",
            "NORD",
            "0180",
            "SOC_BOARD",
            "U-7",
            "15-17",
            "HEMMAPLAN",
            "CASE",
            "CASE_FILE",
            "DEFICIENT",
            "26",
            "7"
        };
        System.arraycopy(start, 0, texts, 0, start.length);
        for (int i = 0; i < changes.length; i += 2) {
            texts[FindingColumns.indexOf(changes[i])] = changes[i + 1];
        }
        return texts;
    }
}
