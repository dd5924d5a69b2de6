package se.tillsyn.web.region;

import static se.tillsyn.web.language.Markup.escaped;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.IntervalMark;
import se.tillsyn.web.chart.Sparkline;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Share;
import se.tillsyn.web.verdict.DifferenceText;
import se.tillsyn.web.verdict.Outcome;

/**
 * The profile of a region.
 *
 * @param place what kind of region it is and where
 * @param sentences the profile in a few sentences
 * @param nation whether the region is the nation, which has no comparison
 * @param groupName group of regions alike; empty for none
 * @param profile topics by subject
 */
record RegionPage(
        PageFrame frame,
        String name,
        String place,
        List<String> sentences,
        String period,
        List<Period> periods,
        String action,
        boolean nation,
        String groupName,
        @Nullable Extremes extremes,
        Profile profile,
        String scaleEnd,
        List<Change> changes,
        FollowUp followUp,
        List<Covered> coverage,
        Alike alike,
        Share share) {

    /** A year to choose. */
    record Period(String code, boolean chosen) {}

    /** Topics that lie furthest from the rest of the nation. */
    record Extremes(List<Line> worst, List<Line> best, String caution) {}

    /**
     * Every topic.
     *
     * @param compared whether there is a nation to compare with
     * @param grouped whether there is a group of regions alike
     * @param unlikeMark the mark of a comparison of unlike selections
     */
    record Profile(List<Group> groups, boolean compared, boolean grouped, String unlikeMark) {

        /** The parts of the table as markup, escaped: some forty topics. */
        public String html() {
            StringBuilder html = new StringBuilder(40_000);
            for (Group group : groups) {
                html.append("<tbody><tr class=\"row-group\"><th scope=\"rowgroup\" colspan=\"");
                html.append(!compared ? 4 : grouped ? 8 : 7).append("\">");
                html.append(escaped(group.name())).append("</th></tr>\n");
                group.lines().forEach(line -> line.write(html, this));
                html.append("</tbody>");
            }
            return html.toString();
        }
    }

    /** Topics of a subject. */
    record Group(String name, List<Line> lines) {}

    /** A topic in the region. */
    record Line(
            String code,
            String topic,
            String href,
            String measure,
            FigureText figure,
            @Nullable IntervalMark mark,
            FigureText nation,
            FigureText group,
            DifferenceText difference,
            Outcome verdict,
            boolean unlike,
            @Nullable Sparkline spark,
            String trend) {

        private void write(StringBuilder html, Profile profile) {
            html.append("<tr data-topic=\"").append(escaped(code)).append("\"><th scope=\"row\"><a href=\"");
            html.append(escaped(href)).append("\">").append(escaped(topic)).append("</a> <span class=\"note\">");
            html.append(escaped(measure))
                    .append("</span></th><td class=\"figure\">")
                    .append(figure.cell());
            html.append("</td><td class=\"marks\">")
                    .append(mark == null ? "" : mark.svg())
                    .append("</td>");
            if (profile.compared()) {
                html.append("<td class=\"figure\">").append(nation.plain()).append("</td>");
                if (profile.grouped()) {
                    html.append("<td class=\"figure\">").append(group.plain()).append("</td>");
                }
                html.append("<td class=\"figure\">").append(difference.html()).append("</td>");
                html.append("<td class=\"verdict-cell\">");
                html.append(difference.outcome(verdict, unlike ? profile.unlikeMark() : ""))
                        .append("</td>");
            }
            html.append("<td class=\"trend-cell\">").append(spark == null ? "" : spark.html());
            html.append(" <span class=\"note\">").append(escaped(trend)).append("</span></td></tr>\n");
        }
    }

    /** A topic whose years say something. */
    record Change(
            String topic,
            String href,
            String symbol,
            String sentence,
            @Nullable Sparkline spark) {}

    /**
     * What became of demands.
     *
     * @param steps demands, re-inspected, remedied, deficient again; none without any demand
     */
    record FollowUp(String sentence, List<Step> steps, List<Year> years) {}

    /** A step of the chain: a number, its share of the demands in percent, and how long its bar is. */
    record Step(String name, String number, String share, String width) {}

    /** Demands of one year. */
    record Year(
            String period,
            String demands,
            String followedUp,
            String remedied,
            String relapsed,
            String share,
            String limits) {}

    /** Inspected operations of a kind. */
    record Covered(
            String type,
            boolean total,
            String inspected,
            String eligible,
            String share,
            String deficient,
            String basis) {}

    /** Regions to compare with. */
    record Alike(String sentence, List<Link> regions, String compareHref, List<Link> below) {}

    record Link(String name, String href) {}
}
