package se.tillsyn.web.region;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.chart.PairPlot;
import se.tillsyn.web.chart.Style;
import se.tillsyn.web.file.ViewFiles;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.picture.Picture;
import se.tillsyn.web.release.Observation;

/** The profile's figure as a picture: the region's rate of each topic, and the nation's below it. */
final class RegionPicture {

    private final Shown shown;
    private final Texts texts;
    private final RegionFigures figures;

    RegionPicture(Shown shown, RegionFigures figures) {
        this.shown = shown;
        this.texts = shown.texts();
        this.figures = figures;
    }

    ViewFiles.Figure figure() {
        String name = texts.of(figures.view().region().name());
        String nation = texts.of(shown.release().nation().name());
        List<Picture.Key> keys = new ArrayList<>(List.of(new Picture.Key(Style.DOT_1, "", name)));
        if (!figures.nation()) {
            keys.add(new Picture.Key(Style.DOT_2, "", nation));
        }
        String title = texts.of("region.title", name, figures.view().period());
        return new ViewFiles.Figure(
                "region-" + figures.view().region().code(),
                title,
                texts.of("region.picture.subtitle"),
                PairPlot.of(
                        texts, title, figures.lines().stream().map(this::row).toList()),
                keys);
    }

    private PairPlot.Row row(RegionFigures.Line line) {
        String name = texts.of(line.topic().name()) + " · " + FigureText.measureName(texts, line.measure());
        return new PairPlot.Row(
                name, line.own(), figures.nation() ? Observation.without(Status.NOT_APPLICABLE) : line.nation());
    }
}
