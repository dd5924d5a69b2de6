package se.tillsyn.analytics.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tillsyn.ingest.profile.Profile;

/** What a topic's indicator says of its case rate is what the cube does. */
class CubeDimensionsTest {

    private static final CubeDimensions DIMENSIONS = new CubeDimensions(Profile.load("sweden"));

    private static int topic(String code) {
        return Objects.requireNonNull(DIMENSIONS.topic(code));
    }

    @ParameterizedTest
    @CsvSource({
        "SIP, PERSON, CASE_FILE, true",
        "SIP, PERSON, REGISTER, true",
        "SIP, PERSON, INTERVIEW, false",
        "SIP, CASE, CASE_FILE, false",
        "SKYDDSBEDOMNING, NOTIFICATION, CASE_FILE, true",
        "SKYDDSBEDOMNING, CASE, CASE_FILE, false",
        "KRAV_ATGARD, BOARD, CASE_FILE, false",
        "KRAV_ATGARD, CASE, CASE_FILE, false"
    })
    void letsIntoTheCaseRateWhatTheIndicatorNames(String topic, String unit, String evidence, boolean counted) {
        int flags = DIMENSIONS.flags(topic(topic), unit, evidence, "SYN-NATIONAL");
        assertEquals(counted, FindingCode.has(flags, FindingCode.CASE_RATE));
    }

    @Test
    void countsOfThoseToWhomTheRequirementApplied() {
        assertTrue(DIMENSIONS.ofEligible(topic("SIP")));
        assertFalse(DIMENSIONS.ofEligible(topic("BEHOVSBEDOMNING")));
    }

    @Test
    void tellsValuesFromRatesAndHasNoFiguresForWhatIsOnlyStated() {
        assertTrue(DIMENSIONS.isRate(topic("SIP")));
        assertFalse(DIMENSIONS.isRate(topic("PSYK_VANTETID")));
        assertFalse(DIMENSIONS.isRate(topic("BOENDEORT")));
        assertNull(DIMENSIONS.topic("RISK_UTFALL"));
        assertNull(DIMENSIONS.topic("TACKNING"));
    }
}
