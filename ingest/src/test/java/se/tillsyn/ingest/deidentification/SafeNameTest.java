package se.tillsyn.ingest.deidentification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafeNameTest {

    @Test
    void fault19_anOrdinaryNameStaysAsItIs() {
        assertEquals("Tillsyn Åre 2021 (2).csv", SafeName.ofFile("Tillsyn Åre 2021 (2).csv", 1));
        assertEquals("in/2021/findings.csv", SafeName.ofFile("in/2021/findings.csv", 1));
        assertEquals("cases_assessed", SafeName.ofColumn("cases_assessed", 4));
    }

    @Test
    void fault19_whatIsNotPrintedIsReplaced() {
        assertEquals("a?b?c?d?e?.csv", SafeName.ofFile("a\nb\u001Bc\u202Ed\u2028e\uD800.csv", 1));
    }

    @Test
    void fault13_aNameWithPersonalDataIsWithheld() {
        assertEquals(
                "(fil 3, namnet utelämnat: 19 tecken, liknar e-postadress / file 3, name withheld: 19 characters, looks"
                        + " like e-mail address)",
                SafeName.ofFile("anna@example.se.csv", 3));
        assertEquals(
                "(kolumn 2, namnet utelämnat: 12 tecken, liknar telefonnummer / column 2, name withheld: 12 characters,"
                        + " looks like phone number)",
                SafeName.ofColumn("+46701740605", 2));
    }

    @Test
    void fault13_aFolderWithPersonalDataWithholdsTheWholePath() {
        String safe = SafeName.ofFile("in/anna@example.se/findings.csv", 3);
        assertFalse(safe.contains("findings"));
        assertTrue(safe.contains("31 tecken"));
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void fault62_noNumberIsLeftInASafeName(Spelling spelling) {
        for (String number : TestNumbers.PERSONAL.subList(0, 300)) {
            String written = spelling.of(number).replace("/", "-");
            assertFalse(SafeName.ofFile(written, 1).contains(number.substring(8)), "file");
            assertFalse(SafeName.ofColumn(written, 1).contains(number.substring(8)), "column");
        }
    }
}
