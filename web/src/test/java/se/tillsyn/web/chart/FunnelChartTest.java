package se.tillsyn.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.release.Observation;

/** The funnel places regions by what their published limits are worth, and never judges itself. */
final class FunnelChartTest {

    /** Wilson’s 95 % limits of 50 in 100 and, below, of 100 in 100: n / (n + z²). */
    private static final Observation HALF = new Observation(Status.VALUE, .5, .4038315, .5961685, 50, 100, false);

    private static final Observation ALL = new Observation(Status.VALUE, 1, .9630065, 1, 100, 100, false);

    @Test
    void readsTheNumberFromTheLimits() {
        assertThat(point("A", HALF, FunnelChart.Place.INSIDE).worth()).isCloseTo(100, within(.01));
        assertThat(point("A", ALL, FunnelChart.Place.INSIDE).worth()).isCloseTo(100, within(.01));
        Observation clustered = new Observation(Status.VALUE, .5, .4038315, .5961685, 200, 400, true);
        assertThat(point("A", clustered, FunnelChart.Place.INSIDE).worth()).isCloseTo(100, within(.01));
    }

    @Test
    void namesThoseThatTheReleasePutsOutside() {
        FunnelChart chart = FunnelChart.of(
                texts(),
                "Prov",
                "Antal",
                List.of(point("Inne", HALF, FunnelChart.Place.INSIDE), point("Över<b>", HALF, FunnelChart.Place.HIGH)),
                new FunnelChart.Limits(.3, 0));
        assertThat(chart.drawing().description()).contains("Över den övre yttre gränsen: Över<b>.");
        assertThat(chart.drawing().marks())
                .filteredOn(mark -> mark.style() == Style.DOT_HIGHER)
                .hasSize(1)
                .allMatch(mark -> ((Mark.Dot) mark).form() == Mark.Form.TRIANGLE);
        assertThat(chart.drawing().svg()).contains("Över&lt;b&gt;").doesNotContain("Inne<");
    }

    private static FunnelChart.Point point(String name, Observation observation, FunnelChart.Place place) {
        return new FunnelChart.Point(name, observation, place, false);
    }

    private static Texts texts() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "regional");
        messages.setDefaultEncoding("UTF-8");
        return new Texts(messages, Language.SV);
    }
}
