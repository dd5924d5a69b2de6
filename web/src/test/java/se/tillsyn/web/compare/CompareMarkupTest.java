package se.tillsyn.web.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.verdict.DifferenceText;
import se.tillsyn.web.verdict.Outcome;

/** Rows that are written as markup in code: no text of a release or of a file of messages is left as it came. */
final class CompareMarkupTest {

    private static final String HOSTILE = "\"><b>&'";
    private static final String ESCAPED = "&quot;&gt;&lt;b&gt;&amp;&#39;";

    /** Group; topic of three texts; figure of four; then figure of four, outcome of three, difference of two, mark. */
    @Test
    void escapesEveryEntry() {
        holdsOnlyEscaped(matrix(true).html(), 1 + 3 + 4 + 4 + 3 + 2 + 1);
    }

    @Test
    void marksOnlyUnlikeSelections() {
        assertThat(matrix(true).html()).contains("class=\"unlike\"");
        assertThat(matrix(false).html()).doesNotContain("unlike");
    }

    private static ComparePage.Matrix matrix(boolean unlike) {
        List<ComparePage.Entry> entries = List.of(entry(true, unlike), entry(false, unlike));
        ComparePage.Row row = new ComparePage.Row(HOSTILE, HOSTILE, HOSTILE, entries);
        return new ComparePage.Matrix("", List.of(), List.of(new ComparePage.Group(HOSTILE, List.of(row))), HOSTILE);
    }

    private static ComparePage.Entry entry(boolean reference, boolean unlike) {
        return new ComparePage.Entry(
                figure(),
                reference,
                new DifferenceText(HOSTILE, HOSTILE, ""),
                new Outcome(HOSTILE, HOSTILE, HOSTILE),
                unlike);
    }

    private static FigureText figure() {
        return new FigureText(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
    }

    private static void holdsOnlyEscaped(String html, int times) {
        assertThat(html.split(java.util.regex.Pattern.quote(ESCAPED), -1)).hasSize(times + 1);
        assertThat(html).doesNotContain(HOSTILE, "<b>", "&'");
    }
}
