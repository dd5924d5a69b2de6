package se.tillsyn.analytics.statistics.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Proportion;

class ProportionTrendTest {

    @Test
    void noTrendWithoutOrWithOnlyDeficientCasesOrASinglePeriod() {
        assertTrue(ProportionTrend.of(Collections.nCopies(5, new Proportion(0, 16)))
                .isEmpty());
        assertTrue(ProportionTrend.of(Collections.nCopies(5, new Proportion(16, 16)))
                .isEmpty());
        assertTrue(ProportionTrend.of(List.of(new Proportion(3, 16))).isEmpty());
        assertTrue(ProportionTrend.of(List.of(new Proportion(3, 16), new Proportion(0, 0)))
                .isEmpty());
        assertTrue(ProportionTrend.of(List.of()).isEmpty());
    }

    @Test
    void separatedPeriodsHaveATestButNoSlopeInLogOdds() {
        ProportionTrend trend = ProportionTrend.of(
                        List.of(new Proportion(0, 10), new Proportion(0, 10), new Proportion(10, 10)))
                .orElseThrow();
        assertTrue(trend.p() < 0.001);
        assertTrue(trend.slope().isEmpty());
        assertTrue(trend.standardError().isEmpty());
        assertTrue(trend.slopeP().isEmpty());
        assertTrue(trend.quasiStandardError().isEmpty());
    }

    @Test
    void twoPeriodsHaveASlopeButNoDispersion() {
        ProportionTrend trend = ProportionTrend.of(List.of(new Proportion(3, 10), new Proportion(6, 10)))
                .orElseThrow();
        assertTrue(trend.slope().isPresent());
        assertTrue(trend.dispersion().isEmpty());
        assertTrue(trend.quasiStandardError().isEmpty());
    }

    @Test
    void reversedPeriodsReverseTheSlopeOnly() {
        List<Proportion> periods = new ArrayList<>(
                List.of(new Proportion(3, 40), new Proportion(6, 30), new Proportion(4, 20), new Proportion(19, 50)));
        ProportionTrend forward = ProportionTrend.of(periods).orElseThrow();
        Collections.reverse(periods);
        ProportionTrend backward = ProportionTrend.of(periods).orElseThrow();
        assertEquals(forward.chiSquare(), backward.chiSquare(), 1e-12);
        assertEquals(forward.rateSlope(), -backward.rateSlope(), 1e-12);
        assertEquals(forward.slope().orElseThrow(), -backward.slope().orElseThrow(), 1e-9);
    }
}
