package se.tillsyn.web.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.Verdict;
import se.tillsyn.web.verdict.Direction;

/** Rows that are written as markup in code: no text of a release or of a file of messages is left as it came. */
final class TopicMarkupTest {

    private static final String HOSTILE = "\"><b>&'";
    private static final String ESCAPED = "&quot;&gt;&lt;b&gt;&amp;&#39;";

    /** Code, address, name, two figures of five texts each, verdict of three, basis, what is unlike. */
    @Test
    void escapesRowsOfRegions() {
        Verdict verdict = new Verdict(Direction.HIGHER, HOSTILE, HOSTILE, HOSTILE, HOSTILE, true);
        TopicPage.RegionRow row = new TopicPage.RegionRow(
                HOSTILE, HOSTILE, HOSTILE, "chosen", figure(), figure(), null, verdict, HOSTILE, HOSTILE);
        TopicPage.RegionTable table = new TopicPage.RegionTable("", "", "", "", List.of(row), "", "", false, true);
        holdsOnlyEscaped(table.html(), 18);
        assertThat(table.html()).startsWith("<tr class=\"row-chosen\" ").contains(" aria-current=\"true\">");
    }

    @Test
    void leavesOutWhatIsNotCompared() {
        TopicPage.RegionRow row =
                new TopicPage.RegionRow("17", "Värmland", "/", "", figure(), figure(), null, null, "", "");
        TopicPage.RegionTable table = new TopicPage.RegionTable("", "", "", "", List.of(row), "", "", false, false);
        assertThat(table.html())
                .startsWith("<tr data-region=\"17\"><th scope=\"row\"><a href=\"/\">Värmland</a></th>")
                .doesNotContain("verdict-cell", "unlike", "aria-current");
    }

    @Test
    void escapesRowsOfParts() {
        TopicPage.PartRow row = new TopicPage.PartRow(HOSTILE, HOSTILE, true, figure(), figure(), null);
        holdsOnlyEscaped(new TopicPage.PartTable("", "", "", "", "", "", List.of(row)).html(), 12);
    }

    private static FigureText figure() {
        return new FigureText(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
    }

    private static void holdsOnlyEscaped(String html, int times) {
        assertThat(html.split(java.util.regex.Pattern.quote(ESCAPED), -1)).hasSize(times + 1);
        assertThat(html).doesNotContain(HOSTILE, "<b>", "&'");
    }
}
