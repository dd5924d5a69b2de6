package se.tillsyn.ingest.deidentification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every test number in every spelling, and what looks like one but is none. */
class IdentityNumberTest {

    private static final LocalDate INSPECTED_ON = LocalDate.of(2023, 6, 1);

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void fault13_personalNumbersAreFound(Spelling spelling) {
        everyOneIsFound(TestNumbers.PERSONAL, spelling, PersonalData.IDENTITY_NUMBER);
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void fault13_coordinationNumbersAreFound(Spelling spelling) {
        everyOneIsFound(TestNumbers.COORDINATION, spelling, PersonalData.COORDINATION_NUMBER);
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void fault13_interimNumbersAreFound(Spelling spelling) {
        everyOneIsFound(TestNumbers.INTERIM, spelling, PersonalData.INTERIM_NUMBER);
        everyOneIsFound(lowerCase(TestNumbers.INTERIM), spelling, PersonalData.INTERIM_NUMBER);
    }

    /** Counts only: a message of a failing test shall not hold a number either. */
    private static void everyOneIsFound(List<String> numbers, Spelling spelling, PersonalData kind) {
        for (Place place : Place.values()) {
            int step = place == Place.ID ? 1 : 11; // all of them once, a part of them in the other places
            int missed = 0;
            int asAnother = 0;
            for (int i = 0; i < numbers.size(); i += step) {
                String number = numbers.get(i);
                PersonalData found = PersonalDataScreen.find(spelling.of(number), place, INSPECTED_ON);
                missed += found == null ? 1 : 0;
                asAnother += found != null && found != kind ? 1 : 0;
            }
            assertEquals(0, missed, "missed as " + place + " out of " + numbers.size());
            assertEquals(0, asAnother, "found as another kind as " + place + " out of " + numbers.size());
        }
    }

    private static List<String> lowerCase(List<String> numbers) {
        return numbers.stream()
                .map(number -> number.toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    @Test
    void fault13_theListsAreWhole() {
        assertEquals(41_129, TestNumbers.PERSONAL.size());
        assertEquals(2_264, TestNumbers.COORDINATION.size());
        assertEquals(11, TestNumbers.INTERIM.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"integer", "long_format", "short_format", "separated_format", "separated_long"})
    void fault13_theListOfCasesIsJudgedAsItSays(String field) {
        for (String number : TestNumbers.fields("list.json", field, true)) {
            assertEquals(true, found(number), field);
        }
        for (String number : TestNumbers.fields("list.json", field, false)) {
            // A blank for the plus of the hundred-year-old is a spelling here: better one alarm too many.
            assertEquals(number.contains(" "), found(number), field);
        }
    }

    @Test
    void fault13_lettersThatLookLatinAreReadAsLatin() {
        assertEquals(PersonalData.INTERIM_NUMBER, PersonalDataScreen.find("000101-\u0422220", Place.CELL));
    }

    @Test
    void fault13_aNumberAmongMoreDigitsIsFoundByItsCentury() {
        for (String number : TestNumbers.PERSONAL.subList(0, 500)) {
            assertEquals(
                    PersonalData.IDENTITY_NUMBER, PersonalDataScreen.find("F-" + number + "0003", Place.ID), "before");
            assertEquals(PersonalData.IDENTITY_NUMBER, PersonalDataScreen.find("F-77" + number, Place.ID), "after");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"integer", "short_format", "separated_format"})
    void fault14_organisationNumbersAreNotFlagged(String field) {
        for (String number : TestNumbers.fields("orgnumber.json", field, false)) {
            for (Place place : Place.values()) {
                assertNull(PersonalDataScreen.find(number, place, INSPECTED_ON), field);
            }
        }
    }

    @Test
    void fault14_anInterimNumberWithAnotherLetterIsNone() {
        for (String number : TestNumbers.fields("interim.json", "separated_format", false)) {
            assertNull(PersonalDataScreen.find(number, Place.CELL));
        }
    }

    @Test
    void fault14_aWrongCheckDigitIsNoNumber() {
        for (String number : TestNumbers.PERSONAL) {
            int last = number.charAt(11) - '0';
            String wrong = number.substring(2, 8) + "-" + number.substring(8, 11) + (last + 1) % 10;
            assertNull(PersonalDataScreen.find(wrong, Place.ID, INSPECTED_ON));
        }
    }

    private static boolean found(String text) {
        return PersonalDataScreen.find(text, Place.DATE, INSPECTED_ON) != null; // where dates are not looked for
    }
}
