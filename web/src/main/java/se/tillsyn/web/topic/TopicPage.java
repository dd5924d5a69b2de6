package se.tillsyn.web.topic;

import static se.tillsyn.web.language.Markup.escaped;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.FunnelChart;
import se.tillsyn.web.chart.IntervalMark;
import se.tillsyn.web.chart.TrendChart;
import se.tillsyn.web.map.AreaMap;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Select;
import se.tillsyn.web.page.Share;
import se.tillsyn.web.page.TrendNote;
import se.tillsyn.web.page.Verdict;

/**
 * The page of one topic.
 *
 * @param about what the topic is
 * @param statements of published reports
 * @param rates figures of the view; {@code null} for a topic that no rate is published for
 * @param elsewhere address of the page that has the topic's figures; empty for this one or none
 * @param withoutRate why there are no rates; empty when there are
 */
record TopicPage(
        PageFrame frame,
        About about,
        List<StatementLine> statements,
        @Nullable Rates rates,
        String elsewhere,
        String withoutRate) {

    /** What the topic is and rests on; texts are empty where the profile says nothing. */
    record About(
            String code,
            String name,
            String group,
            String definition,
            String observedUnit,
            String evidence,
            String law,
            String lawNote,
            String polarity,
            String breakNote,
            List<String> notes,
            String methodHref) {}

    /**
     * Figures of the view.
     *
     * @param context measure, period, age group and operation type in words
     * @param profileHref address of the region's profile
     * @param profile what the link there says
     * @param verdict how the region stands to the rest of the nation; {@code null} where nothing is compared
     * @param note what may be said of the years; {@code null} where nothing may
     * @param tiles both measures of the region
     * @param basis how the operations came to be inspected; empty when none was
     * @param quarterTable quarters of the year and the one before; {@code null} where the release has none
     * @param parts the region by age, by operation type; groups of municipalities
     * @param ground what the figures rest on: in the period, as last seen, coverage
     */
    record Rates(
            List<Select> selects,
            String resetHref,
            String mapChoice,
            String headline,
            String context,
            String profileHref,
            String profile,
            @Nullable Verdict verdict,
            @Nullable TrendNote note,
            List<Tile> tiles,
            String basis,
            TrendChart trend,
            TrendTable trendTable,
            @Nullable TrendTable quarterTable,
            @Nullable MapPanel map,
            RegionTable mainTable,
            @Nullable RegionTable fineTable,
            @Nullable Funnel funnel,
            List<PartTable> parts,
            GroundTable ground,
            Share share) {}

    /** One of the two rates of the region that the page is about. */
    record Tile(
            String name,
            String explanation,
            FigureText figure,
            @Nullable IntervalMark mark,
            String scaleEnd,
            String nation,
            boolean chosen,
            String href) {}

    /** The trend as a table. */
    record TrendTable(String caption, List<String> columns, List<TrendRow> rows) {}

    /** One period. */
    record TrendRow(String period, List<FigureText> figures) {}

    /** The map, and links to the others. */
    record MapPanel(AreaMap map, String title, List<Choice> choices) {}

    /** A link to another view of the same. */
    record Choice(String label, String href, boolean current) {}

    /** Regions of one level side by side. */
    record RegionTable(
            String title,
            String caption,
            String regionColumn,
            String scaleEnd,
            List<RegionRow> rows,
            String byCodeHref,
            String byRateHref,
            boolean sortedByRate,
            boolean compared) {

        /** The rows as markup, escaped; there may be hundreds. */
        public String html() {
            StringBuilder html = new StringBuilder(900 * rows.size());
            rows.forEach(row -> row.write(html, compared));
            return html.toString();
        }
    }

    /**
     * One region.
     *
     * @param kind {@code nation}, {@code chosen} or empty
     * @param unlike what is said of a region that was selected on another basis than the nation; else empty
     */
    record RegionRow(
            String code,
            String name,
            String href,
            String kind,
            FigureText cases,
            FigureText units,
            @Nullable IntervalMark mark,
            @Nullable Verdict verdict,
            String basis,
            String unlike) {

        private void write(StringBuilder html, boolean compared) {
            html.append(kind.isEmpty() ? "<tr" : "<tr class=\"row-" + kind + "\"");
            html.append(" data-region=\"").append(escaped(code)).append("\"><th scope=\"row\"><a href=\"");
            html.append(escaped(href)).append(kind.equals("chosen") ? "\" aria-current=\"true\">" : "\">");
            html.append(escaped(name)).append("</a></th>");
            figures(html, cases, units, mark);
            if (compared) {
                html.append("<td class=\"verdict-cell\">");
                html.append(verdict == null ? "" : verdict.html()).append("</td>");
            }
            html.append("<td class=\"basis-cell\"><span>")
                    .append(escaped(basis))
                    .append("</span>");
            if (!unlike.isEmpty()) {
                html.append("<span class=\"unlike\" aria-hidden=\"true\">≠</span><span class=\"unseen\">");
                html.append(escaped(unlike)).append("</span>");
            }
            html.append("</td></tr>\n");
        }
    }

    private static void figures(StringBuilder html, FigureText cases, FigureText units, @Nullable IntervalMark mark) {
        html.append("<td class=\"figure\">").append(cases.cell()).append("</td><td class=\"figure\">");
        html.append(units.cell()).append("</td><td class=\"marks\">");
        html.append(mark == null ? "" : mark.svg()).append("</td>");
    }

    /** The funnel with the sentence that says what lies outside. */
    record Funnel(FunnelChart chart, String caption, String finding, String rule) {}

    /** The region's parts, or groups of regions, side by side. */
    record PartTable(
            String id, String title, String caption, String column, String scaleEnd, String note, List<PartRow> rows) {

        /** The rows as markup, escaped. */
        public String html() {
            StringBuilder html = new StringBuilder(600 * rows.size());
            rows.forEach(row -> row.write(html));
            return html.toString();
        }
    }

    /** One part. */
    record PartRow(
            String name,
            String href,
            boolean total,
            FigureText cases,
            FigureText units,
            @Nullable IntervalMark mark) {

        private void write(StringBuilder html) {
            html.append(total ? "<tr class=\"row-nation\">" : "<tr>").append("<th scope=\"row\"><a href=\"");
            html.append(escaped(href)).append("\">").append(escaped(name)).append("</a></th>");
            figures(html, cases, units, mark);
            html.append("</tr>\n");
        }
    }

    /** What the figures rest on. */
    record GroundTable(String caption, List<GroundRow> rows, List<CoverageLine> coverage) {}

    /** A region in one of the two views of the findings. */
    record GroundRow(String name, String view, FigureText cases, FigureText units, String basis) {}

    /** Operations inspected of those that there are, whatever the topic. */
    record CoverageLine(String name, String text) {}
}
