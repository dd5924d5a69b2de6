package se.tillsyn.web.topic;

import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.Drawing;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.map.AreaMap;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;

/**
 * One figure of a topic in a frame on another site, with its source.
 *
 * @param href the whole page
 * @param rates figures of the view
 * @param drawing the figure; {@code null} for a map
 * @param map the map; {@code null} for a drawing
 */
record EmbeddedPage(
        PageFrame frame,
        String title,
        String href,
        TopicPage.Rates rates,
        TopicPicture figure,
        @Nullable Drawing drawing,
        @Nullable AreaMap map) {

    static EmbeddedPage of(Shown shown, TopicView view, TopicPicture figure) {
        TopicPage.Rates rates = new TopicPages(shown, view).page().rates();
        if (rates == null) {
            throw new UnknownCodeException("figure");
        }
        Drawing drawing = new TopicPictures(shown, view).embedded(rates, figure);
        AreaMap map = figure == TopicPicture.MAP
                ? new TopicMaps(shown, view).map(TopicView.MapChoice.MAIN)
                : figure == TopicPicture.TILES ? new TopicMaps(shown, view).map(TopicView.MapChoice.TILES) : null;
        if (drawing == null && map == null) {
            throw new UnknownCodeException("figure");
        }
        String title = shown.texts().of(view.topic().name());
        return new EmbeddedPage(
                PageFrame.of(shown, Section.NONE, title, paths -> view.embed(paths, figure)
                        .text()),
                title,
                view.href(shown.paths()),
                rates,
                figure,
                drawing,
                map);
    }
}
