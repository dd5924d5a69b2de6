package se.tillsyn.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.release.Observation;

final class TrendChartTest {

    private static final List<String> PERIODS = List.of("2013", "2014", "2015", "2016");

    private Texts texts;

    @BeforeEach
    void readTexts() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "regional");
        messages.setDefaultEncoding("UTF-8");
        texts = new Texts(messages, Language.SV);
    }

    @Test
    void breaksTheLineWhereThereIsNoNumberAndShowsItsSymbol() {
        List<Mark> marks = chart(value(.1), Observation.without(Status.SUPPRESSED), value(.2), value(.3))
                .drawing()
                .marks();
        assertThat(shapes(marks, Style.RUN_1))
                .containsExactly(
                        List.of(new Mark.Point(.125, 195)),
                        List.of(new Mark.Point(.625, 130), new Mark.Point(.875, 65)));
        assertThat(marks)
                .filteredOn(mark -> mark.style() == Style.GAP)
                .containsExactly(new Mark.Words(.375, 254, 0, Mark.Anchor.MIDDLE, ":", Style.GAP, false));
        assertThat(marks)
                .filteredOn(mark -> mark instanceof Mark.Dot)
                .extracting(mark -> ((Mark.Dot) mark).x())
                .containsExactly(.125, .625, .875);
    }

    private static List<List<Mark.Point>> shapes(List<Mark> marks, Style style) {
        return marks.stream()
                .filter(mark -> mark instanceof Mark.Shape && mark.style() == style)
                .map(mark -> ((Mark.Shape) mark)
                        .points().stream()
                                .map(point -> new Mark.Point(point.x(), Math.round(point.y())))
                                .toList())
                .toList();
    }

    @Test
    void escapesEveryTextOfItsDrawing() {
        assertThat(chart(value(.1), value(.2)).drawing().svg())
                .contains("aria-label=\"Linjediagram")
                .contains("A&lt;b:")
                .doesNotContain("A<b");
    }

    @Test
    void holdsTheShownNumbersForTheScriptAndNothingOfWithheldOnes() {
        String json = chart(value(.1), Observation.without(Status.SUPPRESSED), value(.2), value(.3))
                .json();
        assertThat(json)
                .isEqualTo(
                        "{\"labels\":[\"2013\",\"2014\",\"2015\",\"2016\"],\"max\":40.0,\"breakAt\":0.6236338797814207,"
                                + "\"series\":[{\"label\":\"A\\u003cb\",\"values\":[10.0,null,20.0,30.0],"
                                + "\"lower\":[5.0,null,15.0,25.0],\"upper\":[15.0,null,25.0,35.0],"
                                + "\"texts\":[\"10,0\u00a0% (5,0–15,0)\",\":\",\"20,0\u00a0% (15,0–25,0)\","
                                + "\"30,0\u00a0% (25,0–35,0)\"]}]}");
    }

    @Test
    void describesItselfInWords() {
        assertThat(chart(value(.1), Observation.without(Status.SUPPRESSED), value(.2), value(.3))
                        .drawing()
                        .description())
                .isEqualTo(
                        "Linjediagram över Ärendeandel 2013–2016. A<b: lägst 10,0\u00a0% (2013) och högst 30,0\u00a0%"
                                + " (2016); uppgift för 3 av 4 år.");
        assertThat(chart(Observation.without(Status.NOT_AVAILABLE)).drawing().description())
                .contains("ingen uppgift visas");
    }

    private TrendChart chart(Observation... observations) {
        return TrendChart.of(
                texts,
                "Ärendeandel",
                PERIODS.subList(0, observations.length),
                List.of(new Series("A<b", List.of(observations))),
                "2015-07-01");
    }

    private static Observation value(double rate) {
        return new Observation(Status.VALUE, rate, rate - .05, rate + .05, 1, 10, false);
    }
}
