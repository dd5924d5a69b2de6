package se.tillsyn.web.topic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.IntervalMark;
import se.tillsyn.web.chart.TrendChart;
import se.tillsyn.web.map.AreaMap;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;

/**
 * The page of one topic.
 *
 * @param about what the topic is
 * @param statements of published reports
 * @param rates figures of the view; {@code null} for a topic that no rate is published for
 * @param withoutRate why there are no rates; empty when there are
 */
record TopicPage(
        PageFrame frame,
        About about,
        List<StatementLine> statements,
        @Nullable Rates rates,
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
            List<String> notes) {}

    /**
     * Figures of the view.
     *
     * @param context measure, period, age group and operation type in words
     * @param tiles both measures of the region
     * @param basis how the operations came to be inspected; empty when none was
     */
    record Rates(
            List<Select> selects,
            String resetHref,
            String headline,
            String context,
            List<Tile> tiles,
            String basis,
            TrendChart trend,
            TrendTable trendTable,
            @Nullable AreaMap map,
            String mapTitle,
            RegionTable mainTable,
            @Nullable RegionTable fineTable,
            String csvHref,
            String spreadsheetHref) {}

    /** A choice in the form. */
    record Select(String name, String label, List<Option> options) {}

    /** An option of a choice. */
    record Option(String value, String label, boolean selected) {}

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

    /** Regions of one level side by side. */
    record RegionTable(
            String title,
            String caption,
            String regionColumn,
            String scaleEnd,
            List<RegionRow> rows,
            String byCodeHref,
            String byRateHref,
            boolean sortedByRate) {}

    /** One region; {@code kind} is {@code nation}, {@code chosen} or empty. */
    record RegionRow(
            String code,
            String name,
            String href,
            String kind,
            FigureText cases,
            FigureText units,
            @Nullable IntervalMark mark,
            String basis) {}
}
