package se.tillsyn.web.inequality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.Drawing;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Select;
import se.tillsyn.web.page.Share;
import se.tillsyn.web.verdict.Outcome;

/**
 * How unequal regions are on one topic.
 *
 * @param headline the finding in a sentence
 * @param tiles the year's measures; none without any
 * @param equiplot rates of every region, year by year
 * @param parts sentence on how much lies between counties
 * @param gradient groups of municipalities in order; {@code null} where the release has none
 * @param offices {@code null} where the release says nothing of offices
 * @param cannot what the figures do not say
 */
record InequalityPage(
        PageFrame frame,
        String topic,
        String topicHref,
        String listHref,
        String headline,
        String context,
        List<Select> selects,
        String action,
        List<Tile> tiles,
        Drawing equiplot,
        String equiplotCaption,
        Grid rates,
        List<Year> years,
        String yearsCaption,
        String parts,
        @Nullable Gradient gradient,
        @Nullable Offices offices,
        List<String> cannot,
        Share share) {

    /** One measure: number with its unit, empty for a word; what it is; how to read it. */
    record Tile(String name, String number, String unit, String detail, String meaning) {}

    /** Regions in rows, years in columns. */
    record Grid(String caption, List<String> columns, List<GridRow> rows) {}

    record GridRow(String label, String href, List<FigureText> figures) {}

    record Year(
            String period,
            String regions,
            String spread,
            String limits,
            String gap,
            String gapByChance,
            String alike,
            boolean shown,
            String verdict) {}

    /** From the first group to the last. */
    record Gradient(String sentence, Drawing plot, String caption, List<GroupRow> rows) {}

    record GroupRow(String name, String href, FigureText figure) {}

    record Offices(String sentence, Drawing plot, String caption, List<OfficeRow> rows) {}

    record OfficeRow(String name, String ratio, String limits, Outcome verdict) {}
}
