package se.tillsyn.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.release.Observation;

final class EquiplotTest {

    private static final Scale SCALE = Scale.of(new ValueAxis(1, 5), value -> "");

    @Test
    void hasADotForEachPublishedRateAndNoPlaceForOthers() {
        Drawing drawing = Equiplot.of(
                "A figure",
                List.of(new Equiplot.Row(
                        "2016", List.of(rate(0.2), rate(0.7), Observation.without(Status.SUPPRESSED)), rate(0.5))),
                SCALE,
                "..");
        assertThat(drawing.marks())
                .filteredOn(mark -> mark.style() == Style.DOT_1)
                .hasSize(2);
        assertThat(drawing.marks())
                .filteredOn(mark -> mark.style() == Style.DOT_2)
                .hasSize(1);
        assertThat(drawing.marks())
                .filteredOn(mark -> mark instanceof Mark.Line line && line.y1() == line.y2())
                .singleElement()
                .satisfies(mark -> {
                    assertThat(((Mark.Line) mark).x1()).isEqualTo(0.2);
                    assertThat(((Mark.Line) mark).x2()).isEqualTo(0.7);
                });
    }

    @Test
    void saysWhereAYearHasNoNumberAtAll() {
        Observation none = Observation.without(Status.NOT_AVAILABLE);
        Drawing drawing = Equiplot.of("A figure", List.of(new Equiplot.Row("2016", List.of(none), none)), SCALE, "..");
        assertThat(drawing.svg()).contains(">..<");
        assertThat(drawing.marks()).noneMatch(mark -> mark instanceof Mark.Dot);
    }

    private static Observation rate(double rate) {
        return new Observation(Status.VALUE, rate, 0, 1, 1, 1, false);
    }
}
