package se.tillsyn.web.compare;

import static se.tillsyn.web.language.Markup.escaped;

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

    /**
     * Topics by subject, regions side by side.
     *
     * @param unlikeMark the mark of a comparison of unlike selections
     */
    record Matrix(String caption, List<Column> columns, List<Group> groups, String unlikeMark) {

        /** The parts of the table as markup, escaped: some forty topics in up to eight regions. */
        public String html() {
            StringBuilder html = new StringBuilder(60_000);
            for (Group group : groups) {
                html.append("<tbody><tr class=\"row-group\"><th scope=\"rowgroup\" colspan=\"");
                html.append(columns.size() + 1)
                        .append("\">")
                        .append(escaped(group.name()))
                        .append("</th></tr>\n");
                group.rows().forEach(row -> row.write(html, unlikeMark));
                html.append("</tbody>");
            }
            return html.toString();
        }
    }

    record Column(String name, String href, boolean reference) {}

    record Group(String name, List<Row> rows) {}

    record Row(String topic, String href, String measure, List<Entry> entries) {

        private void write(StringBuilder html, String unlikeMark) {
            html.append("<tr><th scope=\"row\"><a href=\"")
                    .append(escaped(href))
                    .append("\">")
                    .append(escaped(topic));
            html.append("</a> <span class=\"note\">").append(escaped(measure)).append("</span></th>");
            for (Entry entry : entries) {
                html.append("<td class=\"figure\">").append(entry.figure().html());
                if (!entry.reference() && entry.difference().spoken().isEmpty()) {
                    entry.writeDifference(html, unlikeMark);
                }
                html.append("</td>");
            }
            html.append("</tr>\n");
        }
    }

    /** A region's figure; without a difference where it is the reference. */
    record Entry(FigureText figure, boolean reference, DifferenceText difference, Outcome verdict, boolean unlike) {

        private void writeDifference(StringBuilder html, String unlikeMark) {
            html.append("<span class=\"matrix-difference\"><span class=\"verdict ")
                    .append(escaped(verdict.style()));
            html.append("\"><span aria-hidden=\"true\">")
                    .append(escaped(verdict.symbol()))
                    .append("</span> <span>");
            html.append(escaped(difference.value())).append("</span><span class=\"unseen\"> ");
            html.append(escaped(verdict.word())).append("</span></span><span class=\"limits\"> (");
            html.append(escaped(difference.limits())).append(")</span> ");
            html.append(unlike ? "<span class=\"unlike\">" + escaped(unlikeMark) + "</span>" : "")
                    .append("</span>");
        }
    }

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
