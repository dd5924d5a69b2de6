package se.tillsyn.analytics.statistics.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.Proportion;

class ProportionChartTest {

    @Test
    void withoutDeficientCasesTheLimitsAreTheCentreAndNothingSignals() {
        for (Proportion period : List.of(new Proportion(0, 20), new Proportion(20, 20))) {
            ProportionChart chart = ProportionChart.laney(Collections.nCopies(12, period));
            assertEquals(period.rate(), chart.centre());
            assertTrue(chart.points().stream()
                    .allMatch(point -> point.limits().equals(new Interval(period.rate(), period.rate()))
                            && !point.outside()
                            && point.cause() == SpecialCause.NONE));
            assertFalse(chart.runs().signal());
        }
    }

    @Test
    void equalRatesLieOnTheCentreWhateverTheirCases() {
        ProportionChart chart = ProportionChart.plain(
                List.of(new Proportion(1, 3), new Proportion(2, 6), new Proportion(10, 30), new Proportion(7, 21)));
        assertEquals(0, chart.runs().useful());
        assertTrue(chart.points().stream().allMatch(point -> point.limits().contains(point.rate())));
    }

    @Test
    void largePeriodsAreFlaggedByThePlainChartNotByLaneys() {
        List<Proportion> periods = List.of(
                new Proportion(3300, 10000),
                new Proportion(3000, 10000),
                new Proportion(3350, 10000),
                new Proportion(2950, 10000),
                new Proportion(3200, 10000),
                new Proportion(2900, 10000));
        assertTrue(ProportionChart.plain(periods).points().stream().anyMatch(ProportionChart.Point::outside));
        assertTrue(ProportionChart.laney(periods).points().stream().noneMatch(ProportionChart.Point::outside));
    }

    @Test
    void refusesAPeriodWithoutCases() {
        assertEquals(
                "expected cases in every period, found none in period 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ProportionChart.plain(List.of(new Proportion(1, 2), new Proportion(0, 0))))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> ProportionChart.plain(List.of()));
        assertEquals(
                "expected at least two periods, found 1",
                assertThrows(IllegalArgumentException.class, () -> ProportionChart.laney(List.of(new Proportion(1, 2))))
                        .getMessage());
    }
}
