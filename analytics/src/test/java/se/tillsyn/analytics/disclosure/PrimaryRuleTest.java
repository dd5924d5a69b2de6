package se.tillsyn.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimaryRuleTest {

    private final PrimaryRule rule = new PrimaryRule(10, 5, 20);

    @ParameterizedTest
    @CsvSource({
        "0, 0, false", // nothing reviewed: not available, not withheld
        "1, 1, true",
        "5, 9, true", // too few files
        "5, 10, false",
        "4, 40, true", // too few deficient
        "5, 40, false",
        "36, 40, true", // too few without deficiency
        "35, 40, false",
        "0, 19, true", // everyone's attribute
        "0, 20, false",
        "19, 19, true",
        "20, 20, false"
    })
    void withholdsSmallCounts(int deficient, int cases, boolean withheld) {
        assertEquals(withheld, rule.withholds(deficient, cases));
    }

    @Test
    void refusesThresholdsBelowOne() {
        assertThrows(IllegalArgumentException.class, () -> new PrimaryRule(0, 5, 20));
    }
}
