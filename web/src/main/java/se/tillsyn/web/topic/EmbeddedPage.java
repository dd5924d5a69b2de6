package se.tillsyn.web.topic;

import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.Drawing;
import se.tillsyn.web.chart.TrendChart;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.map.AreaMap;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;

/**
 * One figure of a topic in a frame on another site, with its source.
 *
 * @param href the whole page
 * @param context what the figure is about
 * @param trend whose lines are explained; {@code null} for other figures
 * @param drawing the figure; {@code null} for a map
 * @param map the map; {@code null} for a drawing
 */
record EmbeddedPage(
        PageFrame frame,
        String title,
        String href,
        String context,
        @Nullable TrendChart trend,
        @Nullable Drawing drawing,
        @Nullable AreaMap map) {

    static EmbeddedPage of(Shown shown, TopicView view, TopicPicture figure) {
        if (!view.topic().hasRate()) {
            throw new UnknownCodeException("figure");
        }
        TopicFigures figures = TopicFigures.of(shown.release(), view);
        TrendChart trend = figure == TopicPicture.TREND ? new TopicPages(shown, view).trend(figures) : null;
        Drawing drawing = trend != null ? trend.drawing() : drawing(shown, view, figures, figure);
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
                new Words(shown.release(), shown.texts()).context(view),
                trend,
                drawing,
                map);
    }

    private static @Nullable Drawing drawing(Shown shown, TopicView view, TopicFigures figures, TopicPicture figure) {
        if (figure == TopicPicture.REGIONS) {
            return new TopicPictures(shown, view).bars(figures);
        }
        TopicPage.Funnel funnel = figure == TopicPicture.FUNNEL ? new TopicFunnel(shown, view).funnel(figures) : null;
        return funnel == null ? null : funnel.chart().drawing();
    }
}
