package se.tillsyn.ingest.deidentification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many ids of common shapes are flagged by chance. The bounds are those that the README states. */
class AlarmRateTest {

    private static final int IDS = 100_000;
    private static final LocalDate INSPECTED_ON = LocalDate.of(2023, 6, 1);

    private final SplittableRandom random = new SplittableRandom(20_231_122);

    /** A way to make the next id. */
    private interface Shape {
        String next();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8, 9, 10, 11, 12})
    void fault14_serialsUpToHalfAMillionAreNeverFlagged(int width) {
        int[] serial = {0};
        assertEquals(0, alarms(500_000, () -> "F-" + padded(++serial[0], width)));
    }

    @ParameterizedTest
    @CsvSource({"8, 0.002", "9, 0", "10, 0.045", "11, 0", "12, 0"})
    void fault14_serialsUpToTwentyMillionAreFlaggedAtTenDigitsOnly(int width, double share) {
        assertShare(share, () -> "F-" + padded(random.nextInt(20_000_000), width));
    }

    @ParameterizedTest
    @CsvSource({"6, 0", "7, 0", "8, 0.0006", "9, 0", "10, 0.015", "11, 0", "12, 0.0004"})
    void fault14_randomDigitsAreSeldomFlagged(int width, double share) {
        long limit = (long) Math.pow(10, width);
        assertShare(share, () -> "F-" + padded(random.nextLong(limit), width));
    }

    @Test
    void fault14_randomKeysAreSeldomFlagged() {
        assertShare(0.0004, () -> new UUID(random.nextLong(), random.nextLong()).toString());
        assertShare(0.0008, () -> Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()));
    }

    @Test
    void fault14_caseNumbersAreNotFlagged() {
        assertShare(0, () -> "HSN-" + year() + "-" + padded(random.nextInt(100_000), 5));
        assertShare(0, () -> "HSN-" + year() + "-" + padded(random.nextInt(1_000_000), 6));
        assertShare(0, () -> random.nextInt(10) + "-" + random.nextInt(100_000) + "-" + year());
        assertShare(0, () -> "S" + random.nextInt(10, 26) + "-T" + padded(random.nextInt(100_000), 6) + "-001");
        assertShare(0, () -> "MON-" + padded(random.nextInt(100_000), 7) + "-REG-05");
        assertShare(0, () -> "V-" + padded(random.nextInt(114, 2585), 4) + "-" + padded(random.nextInt(1_000_000), 6));
    }

    @Test
    void fault14_datesWithASerialOfOtherThanFourDigitsAreNotFlagged() {
        assertShare(0, () -> "T-" + day() + "-" + padded(random.nextInt(1000), 3));
        assertShare(0, () -> "T-" + day() + "-" + padded(random.nextInt(100_000), 5));
        assertShare(0, () -> "T-" + day() + padded(random.nextInt(24), 2) + padded(random.nextInt(60), 2) + "00");
    }

    @Test
    void fault14_aDateWithASerialOfFourDigitsCannotBeToldFromAnInfantsNumber() {
        int alarms = alarms(IDS, () -> "T-" + day() + "-" + padded(random.nextInt(10_000), 4));
        assertEquals(0.1, (double) alarms / IDS, 0.005);
    }

    @Test
    void fault14_organisationNumbersAreNeverFlagged() {
        assertShare(
                0,
                () -> padded(random.nextInt(100), 2) + padded(random.nextInt(2000, 10_000), 4) + "-"
                        + padded(random.nextInt(10_000), 4));
    }

    private void assertShare(double share, Shape shape) {
        int alarms = alarms(IDS, shape);
        assertTrue(alarms <= share * IDS, alarms + " alarms in " + IDS + " ids");
    }

    private static int alarms(int ids, Shape shape) {
        int alarms = 0;
        for (int i = 0; i < ids; i++) {
            alarms += PersonalDataScreen.find(shape.next(), Place.ID, INSPECTED_ON) == null ? 0 : 1;
        }
        return alarms;
    }

    private int year() {
        return random.nextInt(2010, 2026);
    }

    private String day() {
        return INSPECTED_ON.minusDays(random.nextInt(700)).toString().replace("-", "");
    }

    private static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
