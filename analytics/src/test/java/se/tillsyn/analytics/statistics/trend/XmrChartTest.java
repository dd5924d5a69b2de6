package se.tillsyn.analytics.statistics.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Interval;

class XmrChartTest {

    @Test
    void aConstantSeriesHasNoSpecialCause() {
        double[] constant = new double[10];
        Arrays.fill(constant, 0.1);
        XmrChart plain = XmrChart.of(constant, Screening.UNSCREENED);
        assertEquals(new Interval(0.1, 0.1), plain.limits());
        assertTrue(plain.points().stream().allMatch(point -> point.cause() == SpecialCause.NONE && point.side() == 0));
        assertNull(XmrChart.of(constant, Screening.SCREENED).limits());
    }

    @Test
    void oneValueHasNoLimits() {
        XmrChart chart = XmrChart.of(new double[] {4}, Screening.UNSCREENED);
        assertEquals(4, chart.mean());
        assertNull(chart.limits());
    }

    @Test
    void screeningNarrowsTheLimitsAndShowsThePoint() {
        double[] jump = {5, 6, 5, 6, 5, 6, 5, 6, 30, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6};
        Interval screened = XmrChart.of(jump, Screening.SCREENED).limits();
        Interval plain = XmrChart.of(jump, Screening.UNSCREENED).limits();
        assertNotNull(screened);
        assertNotNull(plain);
        assertTrue(screened.upper() < plain.upper());
        assertEquals(
                SpecialCause.ABOVE_LIMIT,
                XmrChart.of(jump, Screening.SCREENED).points().get(8).cause());
    }

    @Test
    void mirroredSeriesHaveMirroredCauses() {
        double[] rising = {3, 1, 2, 3.5, 4, 5, 6, 7, 8, 9, 10, 10.5, 2, 1};
        double[] falling = Arrays.stream(rising).map(value -> -value).toArray();
        XmrChart up = XmrChart.of(rising, Screening.SCREENED);
        XmrChart down = XmrChart.of(falling, Screening.SCREENED);
        for (int i = 0; i < rising.length; i++) {
            Direction direction = up.points().get(i).cause().direction();
            Direction mirrored = down.points().get(i).cause().direction();
            assertEquals(direction == Direction.NONE, mirrored == Direction.NONE);
            assertTrue(direction == Direction.NONE || direction != mirrored);
        }
        assertEquals(SpecialCause.SEVEN_RISING, up.points().get(5).cause());
        assertEquals(SpecialCause.SEVEN_FALLING, down.points().get(5).cause());
    }

    @Test
    void refusesNoValuesAndMissingValues() {
        assertEquals(
                "expected at least one value, found none",
                assertThrows(IllegalArgumentException.class, () -> XmrChart.of(new double[0], Screening.SCREENED))
                        .getMessage());
        assertEquals(
                "expected a number, value 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> XmrChart.of(new double[] {1, Double.NaN}, Screening.SCREENED))
                        .getMessage());
    }
}
