package se.tillsyn.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Figures as markup: with limits and counts, without a number, and with nothing left unescaped. */
final class FigureTextTest {

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
    void escapesEveryText() {
        String hostile = "\"><b>&'";
        FigureText figure = new FigureText(hostile, hostile, hostile, hostile, hostile);
        assertThat(figure.cell()).doesNotContain("<b>", "&'").contains("&quot;&gt;&lt;b&gt;&amp;&#39;");
    }
}
