package se.tillsyn.web.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.Sparkline;
import se.tillsyn.web.map.AreaMap;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.TrendNote;

/**
 * The first page.
 *
 * @param sentences the release in five sentences
 * @param feature the topic whose map stands on the page; {@code null} when no topic has a map
 * @param changed topics that the release says have changed in the nation, at most six
 * @param varied topics whose regions differ most, noise taken off, at most six
 * @param regions of the main level
 * @param news what is new since the last release
 */
record OverviewPage(
        PageFrame frame,
        String published,
        List<String> sentences,
        @Nullable Feature feature,
        List<Changed> changed,
        List<Varied> varied,
        List<News> news,
        String changesHref,
        List<TopicGroup> groups,
        List<Place> regions) {

    /** A region and its profile. */
    record Place(String name, String href) {}

    /** A topic on the map. */
    record Feature(
            String name,
            String href,
            String definition,
            String measure,
            String period,
            String headline,
            String map,
            List<AreaMap.Key> legend,
            String mapTitle,
            List<Row> rows,
            String caption,
            String regionColumn) {}

    /** A region of the map, as text. */
    record Row(String name, String href, FigureText figure) {}

    /** A topic that has changed. */
    record Changed(
            String name,
            String href,
            FigureText figure,
            String measure,
            String period,
            TrendNote note,
            @Nullable Sparkline line) {}

    /**
     * A topic whose regions differ.
     *
     * @param spread standard deviation between regions without noise, in percentage points
     * @param range lowest and highest region in words
     * @param strip where each region's rate lies, percent of the width
     */
    record Varied(String name, String href, String period, String spread, String range, List<String> strip) {}

    /** A kind of difference to the release before, and how many numbers it concerns. */
    record News(String name, String value) {}
}
