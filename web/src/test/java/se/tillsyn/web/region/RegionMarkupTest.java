package se.tillsyn.web.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.verdict.DifferenceText;
import se.tillsyn.web.verdict.Outcome;

/** Rows that are written as markup in code: no text of a release or of a file of messages is left as it came. */
final class RegionMarkupTest {

    private static final String HOSTILE = "\"><b>&'";
    private static final String ESCAPED = "&quot;&gt;&lt;b&gt;&amp;&#39;";

    /** Group; topic of four texts; figure of five; two others of three each; difference of two; outcome of three; mark; trend. */
    @Test
    void escapesEveryTopic() {
        holdsOnlyEscaped(profile(true).html(), 1 + 4 + 5 + 2 * 3 + 2 + 3 + 1 + 1);
    }

    @Test
    void comparesTheNationWithNothing() {
        holdsOnlyEscaped(profile(false).html(), 1 + 4 + 5 + 1);
        assertThat(profile(false).html()).contains("colspan=\"4\"").doesNotContain("verdict", "unlike");
    }

    private static RegionPage.Profile profile(boolean compared) {
        RegionPage.Line line = new RegionPage.Line(
                HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                figure(),
                null,
                figure(),
                figure(),
                new DifferenceText(HOSTILE, HOSTILE, ""),
                new Outcome(HOSTILE, HOSTILE, HOSTILE),
                true,
                null,
                HOSTILE);
        return new RegionPage.Profile(
                List.of(new RegionPage.Group(HOSTILE, List.of(line))), compared, compared, HOSTILE);
    }

    private static FigureText figure() {
        return new FigureText(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
    }

    private static void holdsOnlyEscaped(String html, int times) {
        assertThat(html.split(java.util.regex.Pattern.quote(ESCAPED), -1)).hasSize(times + 1);
        assertThat(html).doesNotContain(HOSTILE, "<b>", "&'");
    }
}
