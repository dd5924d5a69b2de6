package se.tillsyn.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.release.Observation;

final class IntervalPlotTest {

    private static final Scale SCALE = Scale.holding(0.8, value -> value + "");

    @Test
    void putsDotsAndLimitsWhereTheirNumbersAre() {
        Observation observation = new Observation(Status.VALUE, 0.4, 0.2, 0.6, 4, 10, false);
        Drawing drawing =
                IntervalPlot.of("A figure", List.of(IntervalPlot.Row.of("A", "40 %", observation, true)), SCALE, 0.2);
        assertThat(drawing.marks())
                .filteredOn(mark -> mark.style() == Style.DOT_1)
                .singleElement()
                .satisfies(mark -> {
                    assertThat(((Mark.Dot) mark).x()).isEqualTo(0.5);
                });
        assertThat(drawing.marks())
                .filteredOn(mark -> mark.style() == Style.INTERVAL)
                .singleElement()
                .satisfies(mark -> {
                    assertThat(((Mark.Line) mark).x1()).isEqualTo(0.25);
                    assertThat(((Mark.Line) mark).x2()).isEqualTo(0.75, org.assertj.core.api.Assertions.within(1e-12));
                });
        assertThat(drawing.marks())
                .filteredOn(mark -> mark.style() == Style.REFERENCE)
                .singleElement()
                .satisfies(mark -> assertThat(((Mark.Line) mark).x1()).isEqualTo(0.25));
    }

    @Test
    void drawsNothingOfAWithheldFigureButItsSymbol() {
        Drawing drawing = IntervalPlot.of(
                "A figure",
                List.of(IntervalPlot.Row.of("A", ":", Observation.without(Status.SUPPRESSED), false)),
                SCALE,
                Double.NaN);
        assertThat(drawing.marks()).noneMatch(mark -> mark instanceof Mark.Dot);
        assertThat(drawing.marks()).noneMatch(mark -> mark.style() == Style.INTERVAL);
        assertThat(drawing.svg()).contains(">:<");
    }

    @Test
    void goesOnToTheEdgeWhereALimitIsNotGiven() {
        IntervalPlot.Point open = new IntervalPlot.Point(0.4, 0.2, Double.NaN, Mark.Form.DIAMOND);
        Drawing drawing = IntervalPlot.of(
                "A figure", List.of(new IntervalPlot.Row("A", "0.4", List.of(open), false)), SCALE, Double.NaN);
        assertThat(drawing.marks())
                .filteredOn(mark -> mark.style() == Style.RUN_2)
                .singleElement()
                .satisfies(mark -> assertThat(((Mark.Line) mark).x2()).isEqualTo(1));
    }

    @Test
    void stretchesToRoundSteps() {
        assertThat(Scale.holding(198, value -> "").max()).isEqualTo(200);
        assertThat(Scale.holding(1.29, value -> "").ticks()).hasSizeLessThanOrEqualTo(7);
        assertThat(Scale.holding(0, value -> "").max()).isEqualTo(1);
    }
}
