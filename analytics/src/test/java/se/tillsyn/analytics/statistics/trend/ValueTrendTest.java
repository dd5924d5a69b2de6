package se.tillsyn.analytics.statistics.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueTrendTest {

    private static ValueTrend of(double... values) {
        return ValueTrend.of(
                IntStream.range(2000, 2000 + values.length).asDoubleStream().toArray(), values);
    }

    @Test
    void saysNothingOfFourYears() {
        ValueTrend few = of(1, 2, 3, 4);
        assertEquals(ValueTrend.Basis.TOO_FEW_PERIODS, few.basis());
        assertEquals(Direction.NONE, few.direction());
        assertNull(few.ranks());
    }

    /** Of 120 orders of five values one rises throughout: p = 2/120; p of the next best is 10/120. */
    @Test
    void fiveYearsMustAllRise() {
        assertEquals(Direction.INCREASING, of(60, 61, 64, 70, 71).direction());
        assertEquals(Direction.DECREASING, of(71, 70, 64, 61, 60).direction());
        assertEquals(Direction.NONE, of(60, 64, 61, 70, 71).direction());
        assertEquals(ValueTrend.Basis.MANN_KENDALL, of(60, 64, 61, 70, 71).basis());
    }

    /** Mean 10; moving ranges 1 but for the last; 30 lies beyond any limit of them. */
    @Test
    void twelveYearsMakeAChartThatSpeaksOfTheLast() {
        ValueTrend special = of(10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 30);
        assertEquals(ValueTrend.Basis.CONTROL_CHART, special.basis());
        assertEquals(Direction.INCREASING, special.direction());
        ValueTrend common = of(10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11);
        assertEquals(Direction.NONE, common.direction());
        Double mean = common.mean();
        assertNotNull(mean);
        assertEquals(10.5, mean, 1e-12);
        assertNotNull(common.limits());
        assertEquals(10.5 + 2.66, common.limits() == null ? 0 : common.limits().upper(), 1e-12);
        assertNotNull(common.ranks());
    }
}
