package se.tillsyn.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillsyn.web.verdict.DifferenceText;
import se.tillsyn.web.verdict.Outcome;

/** What pages repeat most, written as markup in code: figures, differences, outcomes, options; nothing is left unescaped. */
final class MarkupTest {

    @Test
    void writesNumberLimitsAndCounts() {
        FigureText figure = new FigureText("81,3 %", "72,3–87,8", "78 av 96", "", "value");
        assertThat(figure.html())
                .isEqualTo("<span class=\"value value\"><span class=\"number\">81,3 %</span></span>"
                        + " <span class=\"limits\">(72,3–87,8)</span>");
        assertThat(figure.cell()).isEqualTo(figure.html() + "<span class=\"counts\">78 av 96</span>");
    }

    @Test
    void saysInWordsWhatASymbolMeansAndShowsNothingElse() {
        FigureText figure = new FigureText(":", "", "", "skyddas", "suppressed");
        assertThat(figure.cell())
                .isEqualTo("<span class=\"value suppressed\"><span class=\"number\" aria-hidden=\"true\">:</span>"
                        + "<span class=\"unseen\">skyddas</span></span>");
    }

    @Test
    void writesDifferencesWithTheirLimits() {
        assertThat(new DifferenceText("+12,3", "1,2 till 23,4", "").html())
                .isEqualTo("<span class=\"number\">+12,3</span> <span class=\"limits\">(1,2 till 23,4)</span>");
        assertThat(new DifferenceText("..", "", "går inte att jämföra").html())
                .isEqualTo("<span class=\"number\" aria-hidden=\"true\">..</span>"
                        + "<span class=\"unseen\">går inte att jämföra</span>");
    }

    @Test
    void marksTheChosenOption() {
        Select select = new Select(
                "region",
                "Region",
                List.of(new Select.Option("", "Riket", false), new Select.Option("17", "Värmlands län", true)));
        assertThat(select.html())
                .isEqualTo("<option value=\"\">Riket</option>"
                        + "<option value=\"17\" selected=\"selected\">Värmlands län</option>");
    }

    @Test
    void marksTheEntryOfAMenuThatThePageStandsIn() {
        assertThat(menu("Karta", "Riket & länen").html())
                .isEqualTo("<li><a href=\"/sv/\">Karta</a></li>"
                        + "<li><a href=\"/sv/?a=1&amp;b=2\" aria-current=\"page\">Riket &amp; länen</a></li>");
        assertThat(Menu.NONE.html()).isEmpty();
    }

    private static Menu menu(String first, String second) {
        return new Menu(List.of(new Menu.Entry(first, "/sv/", false), new Menu.Entry(second, "/sv/?a=1&b=2", true)));
    }

    @Test
    void escapesEveryText() {
        String hostile = "\"><b>&'";
        String escaped = "&quot;&gt;&lt;b&gt;&amp;&#39;";
        assertThat(List.of(
                        new FigureText(hostile, hostile, hostile, hostile, hostile).cell(),
                        new DifferenceText(hostile, hostile, hostile).html(),
                        new Outcome(hostile, hostile, hostile).html(),
                        menu(hostile, hostile).html(),
                        new Select("a", "b", List.of(new Select.Option(hostile, hostile, true))).html()))
                .allSatisfy(html -> assertThat(html).contains(escaped).doesNotContain(hostile, "<b>", "&'"));
    }
}
