package se.tillsyn.web.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.map.AreaMap;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;

/**
 * The first page.
 *
 * @param facts about the release, each a name and a value
 * @param feature the topic whose map stands on the page; {@code null} when no topic has a map
 */
record OverviewPage(
        PageFrame frame, List<Fact> facts, @Nullable Feature feature, List<TopicGroup> groups) {

    /** A name and its value. */
    record Fact(String name, String value, String href) {}

    /** A topic on the map. */
    record Feature(
            String name,
            String href,
            String definition,
            String measure,
            String period,
            String headline,
            AreaMap map,
            String mapTitle,
            List<Row> rows,
            String caption,
            String regionColumn) {}

    /** A region of the map, as text. */
    record Row(String name, String href, FigureText figure) {}
}
