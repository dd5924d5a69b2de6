package se.tillsyn.ingest.deidentification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.CharBuffer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Profile;

/** Each kind but the numbers of identity, in each place where it is looked for. The persons and places are invented. */
class PersonalDataScreenTest {

    private static final LocalDate INSPECTED_ON = LocalDate.of(2021, 3, 4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna.exempel@example.se",
                "<anna@example.se>",
                "Anna Exempel (anna_e@sub.example.org)",
                "anna＠example.se",
                "anna@exempel\u00ADbolaget.se",
                "åsa@exempelåäö.se",
                "anna (at) example.se",
                "anna[at]example[dot]se",
                "anna snabel-a: anna(snabel-a)example.se",
                "mailto:anna%40example.se",
                "anna @ example.se"
            })
    void fault13_emailIsFoundInEveryPlace(String text) {
        for (Place place : Place.values()) {
            assertEquals(PersonalData.EMAIL, PersonalDataScreen.find(text, place, INSPECTED_ON), place.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "7 @ 12", "A@B", "x(at)y", "50 % (at most)", "a@b.c", "{a}.se"})
    void fault14_anAtSignAloneIsNoEmail(String text) {
        assertNull(PersonalDataScreen.find(text, Place.CELL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+46701740605",
                "+46 70 174 06 05",
                "+46 (0)70-174 06 05",
                "+46-70-1740605",
                "tel:+46701740605",
                "＋４６７０１７４０６０５",
                "0046 70 174 06 05",
                "0046701740605",
                "070-174 06 05",
                "070-1740605",
                "070 17 40 605",
                "070\u00A0174\u200906\u200905",
                "0701740605",
                "070/174 06 05",
                "070\u2013174\u20110605",
                "076-1740605",
                "+358 40 123 4567",
                "+4581234567"
            })
    void fault13_phoneNumbersAreFoundInEveryPlace(String text) {
        for (Place place : Place.values()) {
            assertEquals(PersonalData.PHONE, PersonalDataScreen.find(text, place, INSPECTED_ON), place.name());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08-465 004 03",
                "08-46500403",
                "(08) 465 004 03",
                "08/465 00 403",
                "0980-319 20",
                "031-390 06 01",
                "Tel. 040-628 04 12, kväll",
                "+46 8 465 004 03",
                "0046-8-46500403",
                "0846500403"
            })
    void fault13_fixedLinesAreFoundInCells(String text) {
        assertEquals(PersonalData.PHONE, PersonalDataScreen.find(text, Place.CELL, INSPECTED_ON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V-0180-12345", // a municipality and a serial
                "V-0764-123456",
                "V-08-1234567", // a county and a serial
                "08-0012345",
                "F-0000123456",
                "F-0012345678",
                "F-00461234567",
                "08-11-2019"
            })
    void fault14_codesBeforeSerialsAreNoPhoneNumbers(String id) {
        assertNull(PersonalDataScreen.find(id, Place.ID, LocalDate.of(2020, 1, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19570312",
                "P-19570312-2",
                "1957-03-12",
                "1957.03.12",
                "1957/03/12",
                "1957_03_12",
                "12-03-1957",
                "12/03/1957",
                "03/31/1957",
                "1957\u201103\u201112",
                "1957 03 12"
            })
    void fault13_birthDatesAreFound(String text) {
        for (Place place : Place.values()) {
            PersonalData expected = place == Place.DATE ? null : PersonalData.BIRTH_DATE;
            assertEquals(expected, PersonalDataScreen.find(text, place, INSPECTED_ON), place.name());
            assertEquals(expected, PersonalDataScreen.find(text, place), place.name());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 mars 1957",
                "den 12:e mars 1957",
                "12 March 1957",
                "12th of March, 1957",
                "March 12, 1957",
                "1957 mars 12",
                "12-MAR-1957",
                "född 1 oktober 1957.",
                "3/12/1957",
                "3.12.1957"
            })
    void fault13_birthDatesInWordsAreFoundInCells(String text) {
        assertEquals(PersonalData.BIRTH_DATE, PersonalDataScreen.find(text, Place.CELL, INSPECTED_ON));
        assertEquals(PersonalData.BIRTH_DATE, PersonalDataScreen.find(text, Place.FILE_NAME));
    }

    @ParameterizedTest
    @CsvSource({"2019-03-04,", "2019-03-03, BIRTH_DATE", "2012-05-30, BIRTH_DATE", "2021-05-30,", "2031-05-30,"})
    void fault13_aDateInAnIdIsJudgedByTheDayOfInspection(String date, PersonalData expected) {
        assertEquals(expected, PersonalDataScreen.find("V-" + date + "-1", Place.ID, INSPECTED_ON));
        assertEquals(expected, PersonalDataScreen.find("V" + date.replace("-", ""), Place.ID, INSPECTED_ON));
    }

    @ParameterizedTest
    @CsvSource({"1989-12-31, BIRTH_DATE", "1990-01-01,", "2012-05-30,"})
    void fault13_aDateWithoutADayOfInspectionIsJudgedByItsYear(String date, PersonalData expected) {
        assertEquals(expected, PersonalDataScreen.find("findings " + date + ".csv", Place.FILE_NAME, INSPECTED_ON));
        assertEquals(expected, PersonalDataScreen.find("cases_" + date, Place.HEADER, INSPECTED_ON));
        assertEquals(expected, PersonalDataScreen.find(date, Place.ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1957-02-30", "1957-13-01", "1957-00-12", "19571332", "195703121", "1957-3-2", "1957"})
    void fault14_whatIsNoDateIsNoBirthDate(String id) {
        assertNull(PersonalDataScreen.find(id, Place.ID, INSPECTED_ON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Exempelgatan 12",
                "EXEMPELGATAN 12 B",
                "Lilla Vägen 3",
                "Provstigen 7a, 123 45 Orten",
                "Exempelva\u0308gen 8",
                "c/o Exempel, Torpet 3, 123 45 Orten",
                "Box 12, SE-123 45 Orten",
                "Gården, 123 45 Orten",
                "Exempelgatan-12",
                "Provvagen_4"
            })
    void fault13_streetAddressesAreFound(String text) {
        assertEquals(PersonalData.STREET_ADDRESS, PersonalDataScreen.find(text, Place.CELL, INSPECTED_ON));
        assertEquals(PersonalData.STREET_ADDRESS, PersonalDataScreen.find(text, Place.FILE_NAME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"123 45", "Väg 73", "HEMMAPLAN-3", "Dublin 24", "handlingsplan 12", "gatan", "Exempelgatan 2014"
            })
    void fault14_numbersAfterOtherWordsAreNoAddresses(String text) {
        assertNull(PersonalDataScreen.find(text, Place.CELL, INSPECTED_ON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna-Exempel",
                "Anna Exempel",
                "AnnaExempel7",
                "Anna-Exempel-1957",
                "anna-exempel",
                "ANNA-EXEMPEL",
                "Exempel",
                "Åsa-Ö",
                "A-Exempel"
            })
    void fault13_namesAreFoundInIds(String id) {
        assertEquals(PersonalData.NAME, PersonalDataScreen.find(id, Place.ID, INSPECTED_ON));
        assertNull(PersonalDataScreen.find(id, Place.CELL, INSPECTED_ON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HSN-2024-00012",
                "OSV-0001234",
                "MON-0038253-REG-05",
                "V-0000123-HEMMAPLAN",
                "V-0000123-PSYK-VANTETID-12-18",
                "A-2015-KRAV-ATGARD",
                "S24-T000123-001",
                "U-00012",
                "IE-C-reg5",
                "IE-C",
                "F-0000123456",
                "F-0000599999",
                "Stockholm-12",
                "8350-20210327",
                "HSN-20210203121500",
                "SOSFS-2014-5",
                "123e4567-e89b-12d3-a456-426614174000",
                "a3idqVznT9KHqiG6ju9eIj",
                "1234567890123456",
                "1",
                "-",
                ""
            })
    void fault14_ordinaryIdsAreNotFlagged(String id) {
        assertNull(PersonalDataScreen.find(id, Place.ID, INSPECTED_ON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.5-29206/2014",
                "8.5-29206/2014-12",
                "SOSFS 2014:5",
                "HSLF-FS 2017:40",
                "SoL (2001:453) 11:1, 11:5",
                "dnr SN 2020/1234-56",
                "2021-03-04T12:15:30.123Z",
                "2021-03-04 12:15",
                "123.456",
                "0.1234567890",
                "1,78E+03",
                "2147483647",
                "15-18",
                "27 March 2021",
                "#REF!",
                "${jndi:ldap://127.0.0.1/a}",
                "<script>alert(1)</script>"
            })
    void fault14_ordinaryCellsAreNotFlagged(String text) {
        assertNull(PersonalDataScreen.find(text, Place.CELL, INSPECTED_ON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "findings-2024.csv",
                "synthetic-findings-2024-part-001.csv",
                "Tillsyn Region Skåne 2021-03-04.csv",
                "iakttagelser_20210304.ndjson.gz",
                "08-20240131.csv",
                "Kopia av findings (2).csv"
            })
    void fault14_ordinaryFileNamesAreNotFlagged(String name) {
        assertNull(PersonalDataScreen.find(name, Place.FILE_NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweden", "src/test/resources/profiles/ireland"})
    void fault14_noCodeOfTheProfilesIsFlagged(String profile) {
        Profile codes = Profile.load(profile);
        for (CodeListName list : CodeListName.values()) {
            for (Code code : codes.codes(list).codes()) {
                assertNull(PersonalDataScreen.find(code.code(), Place.CELL), code.code());
                String id = "V-0000123-" + code.code().replace('_', '-') + "-1";
                assertNull(PersonalDataScreen.find(id, Place.ID, INSPECTED_ON), id);
            }
        }
    }

    @Test
    void aPartOfABufferIsReadLikeAString() {
        char[] line = "x,anna@example.se,y".toCharArray();
        assertEquals(PersonalData.EMAIL, PersonalDataScreen.find(CharBuffer.wrap(line, 2, 15), Place.CELL));
        assertNull(PersonalDataScreen.find(CharBuffer.wrap(line, 0, 6), Place.CELL));
    }

    @ParameterizedTest
    @EnumSource(PersonalData.class)
    void everyKindSaysWhatItIsInBothLanguages(PersonalData kind) {
        assertEquals(2, Set.of(kind.text().sv(), kind.text().en()).size());
    }

    @Test
    void noTwoKindsSayTheSame() {
        Set<String> texts = new HashSet<>();
        for (PersonalData kind : PersonalData.values()) {
            texts.add(kind.text().sv());
            texts.add(kind.text().en());
        }
        assertEquals(2 * PersonalData.values().length, texts.size());
    }
}
