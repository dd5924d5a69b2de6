package se.tillsyn.analytics.audit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;

class LimitInversionTest {

    private static final Map<String, Integer> PLACES =
            Map.of(RateColumns.CASE_RATE_METHOD, 0, RateColumns.CASE_RATE_LOWER, 1, RateColumns.CASE_RATE_UPPER, 2);
    private static final double CORRELATION = 0.13;

    private final LimitInversion inversion = new LimitInversion(new Thresholds(10, 5, 20));

    /** A cell of operations with these numbers of files, two fifths of them deficient, and limits of so many decimals. */
    private void publish(String region, int decimals, long... files) {
        long all = 0;
        double squares = 0;
        for (long ofOperation : files) {
            all += ofOperation;
            squares += (double) ofOperation * ofOperation;
        }
        long deficient = all * 2 / 5;
        double effective = all / (1 + (squares / all - 1) * CORRELATION);
        Interval limits = RateInterval.wilson((double) deficient / all * effective, effective, 0.95);
        RateCell cell = new RateCell(
                "rates_county",
                new CellKey("T", region, "2020", "TOTAL", "TOTAL"),
                Status.VALUE,
                all,
                deficient,
                files.length,
                1);
        inversion.learn(
                "inspected",
                new TableRow(
                        "rates_county",
                        PLACES,
                        List.of(
                                "borrowed",
                                rounded(limits.lower(), decimals, RoundingMode.FLOOR),
                                rounded(limits.upper(), decimals, RoundingMode.CEILING))),
                cell);
    }

    private static String rounded(double limit, int decimals, RoundingMode mode) {
        return new BigDecimal(limit).setScale(decimals, mode).toPlainString();
    }

    private List<String> told() {
        return inversion.breaches().stream().map(Breach::region).toList();
    }

    @Test
    void limitsOfManyDecimalsTellTheFilesOfTwoOperations() {
        publish("01", 15, 40);
        publish("02", 15, 4, 26);
        publish("03", 15, 14, 16);
        assertEquals(List.of("02"), told());
    }

    /** Without a cell of one operation the correlation may be anything, and with it the share. */
    @Test
    void anUnknownCorrelationHidesThem() {
        publish("02", 15, 4, 26);
        assertEquals(List.of(), told());
    }

    /** Limits to one decimal may be off by a tenth each, more than they change from 1 and 29 files to 15 and 15. */
    @Test
    void roundedLimitsHideThem() {
        publish("01", 1, 40);
        publish("02", 1, 4, 26);
        assertEquals(List.of(), told());
    }
}
