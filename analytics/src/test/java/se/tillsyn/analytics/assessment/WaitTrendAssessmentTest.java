package se.tillsyn.analytics.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.cube.CountedValue;
import se.tillsyn.analytics.cube.ValueCell;
import se.tillsyn.analytics.statistics.trend.Direction;
import se.tillsyn.analytics.statistics.trend.MannKendall;
import se.tillsyn.analytics.statistics.trend.ValueTrend;

class WaitTrendAssessmentTest {

    /** Twenty persons waited as many days as said, so that this is the median. */
    private static ValueCell year(int year, double days) {
        return new ValueCell(
                "W", "nation", "00", Integer.toString(year), "TOTAL", "TOTAL", List.of(new CountedValue(days, 20, 0)));
    }

    private static List<ValueCell> rising(int from, int to) {
        List<ValueCell> cells = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            cells.add(year(year, 3.0 * year - 6000));
        }
        return cells;
    }

    private static WaitTrend only(List<ValueCell> cells, LocalDate... breaks) {
        List<WaitTrend> trends = WaitTrendAssessment.of(cells, cell -> true, Map.of("W", List.of(breaks)));
        assertEquals(1, trends.size());
        return trends.get(0);
    }

    @Test
    void threeDaysMoreEachYear() {
        WaitTrend trend = only(rising(2013, 2019));
        assertEquals("2013", trend.from());
        assertEquals("2019", trend.to());
        assertEquals(7, trend.periods());
        ValueTrend stated = trend.trend();
        MannKendall ranks = stated == null ? null : stated.ranks();
        assertEquals(Direction.INCREASING, stated == null ? null : stated.direction());
        assertEquals(3, ranks == null ? 0 : ranks.slope().orElseThrow(), 1e-12);
        assertEquals(2.0 / (7 * 6 * 5 * 4 * 3 * 2), ranks == null ? 0 : ranks.bestP(), 1e-12);
    }

    @Test
    void aMedianThatIsNotReachedIsNoYear() {
        List<ValueCell> cells = rising(2013, 2019);
        cells.add(new ValueCell("W", "nation", "00", "2020", "TOTAL", "TOTAL", List.of(new CountedValue(50, 0, 20))));
        assertEquals(7, only(cells).periods());
    }

    @Test
    void oneYearWithheldWithholdsTheTrend() {
        List<WaitTrend> trends = WaitTrendAssessment.of(
                rising(2013, 2019), cell -> !cell.period().equals("2015"), Map.of());
        assertEquals(7, trends.get(0).periods());
        assertNull(trends.get(0).trend());
    }

    @Test
    void noTrendRunsAcrossAChangeOfLaw() {
        WaitTrend trend = only(rising(2010, 2020), LocalDate.of(2014, 7, 1));
        assertEquals("2015", trend.from());
        assertEquals(6, trend.periods());
    }

    @Test
    void onlyYearsOfAllAgesAndTypesCount() {
        List<ValueCell> cells = rising(2013, 2019);
        cells.add(new ValueCell("W", "nation", "00", "2020-Q1", "TOTAL", "TOTAL", List.of(new CountedValue(1, 20, 0))));
        cells.add(new ValueCell("W", "nation", "00", "2020", "15-17", "TOTAL", List.of(new CountedValue(1, 20, 0))));
        assertEquals("2019", only(cells).to());
    }
}
