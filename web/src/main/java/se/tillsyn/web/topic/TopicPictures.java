package se.tillsyn.web.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.tillsyn.web.chart.Drawing;
import se.tillsyn.web.chart.IntervalBars;
import se.tillsyn.web.chart.Style;
import se.tillsyn.web.chart.TrendChart;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.map.AreaMap;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.picture.Picture;
import se.tillsyn.web.release.Observation;

/** The figures of a view as pictures, from the page's own figures. */
final class TopicPictures {

    private final Shown shown;
    private final Texts texts;
    private final TopicView view;

    TopicPictures(Shown shown, TopicView view) {
        this.shown = shown;
        this.texts = shown.texts();
        this.view = view;
    }

    /** @throws UnknownCodeException where the view has no such figure */
    Picture picture(TopicPicture which, String address) {
        TopicPage page = new TopicPages(shown, view).page();
        TopicPage.Rates rates = page.rates();
        if (rates == null) {
            throw new UnknownCodeException("figure");
        }
        return switch (which) {
            case TREND -> {
                Picture trend =
                        drawn(rates, rates.trend().drawing(), trendKeys(rates.trend()), address, rates.headline());
                yield trend.entitled(titleOfRegion());
            }
            case REGIONS ->
                drawn(
                        rates,
                        bars(TopicFigures.of(shown.release(), view)),
                        List.of(reference()),
                        address,
                        rates.mainTable().title());
            case FUNNEL -> funnel(rates, address);
            case MAP -> mapped(rates, TopicView.MapChoice.MAIN, address);
            case TILES -> mapped(rates, TopicView.MapChoice.TILES, address);
        };
    }

    private Picture drawn(TopicPage.Rates rates, Drawing drawing, List<Picture.Key> keys, String address, String what) {
        return new Picture(
                title(),
                what + (what.endsWith(".") ? " " : ". ") + rates.context(),
                drawing,
                null,
                keys,
                footer(address));
    }

    private Picture funnel(TopicPage.Rates rates, String address) {
        TopicPage.Funnel funnel = rates.funnel();
        if (funnel == null) {
            throw new UnknownCodeException("figure");
        }
        List<Picture.Key> keys = List.of(
                new Picture.Key(Style.LIMIT_INNER, "", texts.of("funnel.key.inner")),
                new Picture.Key(Style.LIMIT_OUTER, "", texts.of("funnel.key.outer")),
                reference());
        return drawn(rates, funnel.chart().drawing(), keys, address, funnel.finding());
    }

    private Picture mapped(TopicPage.Rates rates, TopicView.MapChoice choice, String address) {
        AreaMap map = new TopicMaps(shown, view).map(choice);
        if (map == null) {
            throw new UnknownCodeException("figure");
        }
        return new Picture(title(), rates.context(), null, map, List.of(), footer(address));
    }

    /** Every region of the main level beside the nation. */
    Drawing bars(TopicFigures figures) {
        List<IntervalBars.Row> rows = new ArrayList<>();
        rows.add(new IntervalBars.Row(
                texts.of(shown.release().nation().name()), figures.nation().of(view.measure()), true));
        figures.mainRegions()
                .forEach(row -> rows.add(new IntervalBars.Row(
                        texts.of(row.region().name()),
                        row.cell().of(view.measure()),
                        row.region().code().equals(view.region().code()))));
        Observation nation = figures.nation().of(view.measure());
        return IntervalBars.of(texts, title(), rows, Optional.of(nation));
    }

    private Picture.Key reference() {
        return new Picture.Key(
                Style.REFERENCE, "", texts.of(shown.release().nation().name()));
    }

    private List<Picture.Key> trendKeys(TrendChart trend) {
        List<Picture.Key> keys = new ArrayList<>();
        for (TrendChart.Key key : trend.keys()) {
            keys.add(new Picture.Key(key.style(), "", key.label()));
        }
        keys.add(new Picture.Key(Style.BAND_1, "", texts.of("trend.band")));
        if (!trend.breakNote().isEmpty()) {
            keys.add(new Picture.Key(Style.BREAK, "", trend.breakNote()));
        }
        return keys;
    }

    private String title() {
        return texts.of(view.topic().name());
    }

    private String titleOfRegion() {
        return texts.of("picture.title", title(), texts.of(view.region().name()));
    }

    private List<String> footer(String address) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.of(
                "picture.source",
                texts.of(shown.release().manifest().publisher()),
                texts.of(shown.release().manifest().name()),
                shown.release().id(),
                texts.numbers().day(shown.release().publishedAt()),
                shown.release().manifest().licence()));
        if (shown.release().manifest().synthetic()) {
            lines.add(texts.of("synthetic.title") + " " + texts.of("synthetic.text"));
        }
        lines.add(address);
        return lines;
    }
}
