package se.tillsyn.web.compare;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.web.chart.PairPlot;
import se.tillsyn.web.chart.Style;
import se.tillsyn.web.file.ViewFiles;
import se.tillsyn.web.http.BadRequestException;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.Share;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.picture.Picture;
import se.tillsyn.web.release.Region;

/**
 * Pictures of a comparison over all topics: one for each region, set against the reference. All regions in one picture
 * would be told apart by colour alone.
 */
final class ComparePicture {

    private final Shown shown;
    private final Texts texts;
    private final CompareFigures figures;
    private final CompareView view;

    ComparePicture(Shown shown, CompareFigures figures) {
        this.shown = shown;
        this.texts = shown.texts();
        this.figures = figures;
        this.view = figures.view();
    }

    /** Files of each picture; the first region's needs no parameter. */
    List<List<Share.FileLink>> links() {
        List<List<Share.FileLink>> links = new ArrayList<>();
        String first = others().get(0).code();
        for (Region region : others()) {
            links.add(ViewFiles.figureLinks(
                    texts, texts.of("compare.file.pair", texts.of(region.name())), ending -> view.address(
                                    shown.release(), shown.paths(), ending)
                            .with(ViewFiles.FIGURE, region.code(), first)));
        }
        return links;
    }

    /** @throws BadRequestException when the request asks for a region that is not set against the reference */
    ViewFiles.Figure figure() {
        String code =
                shown.asked().getOrDefault(ViewFiles.FIGURE, others().get(0).code());
        Region region = others().stream()
                .filter(other -> other.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BadRequestException.malformed(ViewFiles.FIGURE));
        Region reference = reference();
        String title = texts.of("compare.pair", texts.of(region.name()), texts.of(reference.name()), view.period());
        return new ViewFiles.Figure(
                "compare-" + region.code() + "-" + reference.code(),
                title,
                texts.of("region.picture.subtitle"),
                PairPlot.of(
                        texts,
                        title,
                        figures.topics().stream()
                                .map(row -> row(row, region, reference))
                                .toList()),
                List.of(
                        new Picture.Key(Style.DOT_1, "", texts.of(region.name())),
                        new Picture.Key(Style.DOT_2, "", texts.of(reference.name()))));
    }

    private List<Region> others() {
        return view.regions().stream()
                .filter(region -> !view.isReference(region))
                .toList();
    }

    private Region reference() {
        return view.regions().stream().filter(view::isReference).findFirst().orElseThrow();
    }

    private PairPlot.Row row(CompareFigures.Row row, Region region, Region reference) {
        return new PairPlot.Row(
                texts.of(row.topic().name()) + " · " + FigureText.measureName(texts, row.measure()),
                place(row, region).observation(),
                place(row, reference).observation());
    }

    private static CompareFigures.Place place(CompareFigures.Row row, Region region) {
        return row.places().stream()
                .filter(place -> place.region().code().equals(region.code()))
                .findFirst()
                .orElseThrow();
    }
}
