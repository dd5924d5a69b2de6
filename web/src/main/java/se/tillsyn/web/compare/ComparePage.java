package se.tillsyn.web.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.Drawing;
import se.tillsyn.web.chart.TrendChart;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Select;
import se.tillsyn.web.page.Share;
import se.tillsyn.web.verdict.DifferenceText;
import se.tillsyn.web.verdict.Outcome;

/**
 * Regions side by side.
 *
 * @param title what is compared
 * @param chips regions chosen
 * @param add regions that may be added, by level; none when no more fit
 * @param hidden regions chosen, as the form sends them on; empty for none
 * @param advice what to do first while there is nothing to compare; else empty
 * @param ideas comparisons to start from; only then
 * @param notes what limits the comparison
 * @param matrix all topics; {@code null} with one, or with nothing to compare
 * @param share files and links; {@code null} with nothing to compare
 * @param single one topic; {@code null} with all, or with nothing to compare
 */
record ComparePage(
        PageFrame frame,
        String title,
        String context,
        List<Chip> chips,
        List<AddGroup> add,
        String hidden,
        List<Select> selects,
        String action,
        String advice,
        List<Link> ideas,
        List<String> notes,
        @Nullable Matrix matrix,
        @Nullable Single single,
        @Nullable Share share) {

    /** A region chosen. */
    record Chip(String name, String href, String removeHref, String removeLabel, boolean reference) {}

    /** Regions of a level to choose from. */
    record AddGroup(String label, List<Select.Option> options) {

        /** The options as markup, escaped. */
        public String html() {
            return Select.html(options);
        }
    }

    record Link(String name, String href) {}

    /** Topics by subject, regions side by side. */
    record Matrix(String caption, List<Column> columns, List<Group> groups) {}

    record Column(String name, String href, boolean reference) {}

    record Group(String name, List<Row> rows) {}

    record Row(String topic, String href, String measure, List<Entry> entries) {}

    /** A region's figure; without a difference where it is the reference. */
    record Entry(FigureText figure, boolean reference, DifferenceText difference, Outcome verdict, boolean unlike) {}

    /**
     * One topic.
     *
     * @param trend at most three regions; {@code null} with more
     */
    record Single(
            String topic,
            String topicHref,
            String allHref,
            Drawing plot,
            String caption,
            List<RegionRow> rows,
            @Nullable Grid ages,
            Grid years,
            @Nullable TrendChart trend) {}

    /** A region with its difference from the reference. */
    record RegionRow(String name, String href, String basis, Entry entry) {}

    /** Figures by something in rows, regions in columns. */
    record Grid(String caption, String rowHeading, List<String> columns, List<GridRow> rows) {}

    record GridRow(String label, List<FigureText> figures) {}
}
