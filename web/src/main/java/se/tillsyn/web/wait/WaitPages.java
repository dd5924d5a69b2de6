package se.tillsyn.web.wait;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.chart.Drawing;
import se.tillsyn.web.chart.IntervalPlot;
import se.tillsyn.web.chart.Mark;
import se.tillsyn.web.chart.Scale;
import se.tillsyn.web.chart.Style;
import se.tillsyn.web.file.ViewFiles;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Select;
import se.tillsyn.web.page.Share;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.picture.Picture;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.CodeList;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Topic;

/** Makes the page of waits, in one language. */
final class WaitPages {

    private final Shown shown;
    private final PublishedRelease release;
    private final Texts texts;
    private final WaitFigures figures;
    private final WaitView view;

    WaitPages(Shown shown, WaitFigures figures) {
        this.shown = shown;
        this.release = shown.release();
        this.texts = shown.texts();
        this.figures = figures;
        this.view = figures.view();
    }

    WaitPage page() {
        Quantities nation = figures.nation().waits();
        return new WaitPage(
                PageFrame.of(shown, Section.WAITS, texts.of("waits.title"), paths -> view.address(paths, "")
                        .text()),
                view.topic().map(topic -> texts.of(topic.name())).orElse(texts.of("waits.title")),
                headline(nation),
                String.join(
                        " · ",
                        view.period(),
                        name(release.codes().ageGroups(), view.age(), "all.ages"),
                        name(release.codes().operationTypes(), view.type(), "all.types")),
                view.topic().isEmpty() ? List.of() : selects(),
                shown.paths().waitsAddress("").text(),
                view.topic().isEmpty() ? List.of() : tiles(nation),
                view.topic().map(this::shownFigures).orElse(null));
    }

    private String headline(Quantities nation) {
        if (view.topic().isEmpty()) {
            return texts.of("waits.headline.none");
        }
        if (!nation.median().hasNumber()) {
            QuantityText median = QuantityText.of(texts, nation.median());
            return texts.of("waits.headline.without", view.period(), median.value(), median.spoken());
        }
        QuantityText median = QuantityText.of(texts, nation.median());
        String sentence =
                texts.of("waits.headline.median", view.period(), median.value(), median.limits(), unit(nation.unit()));
        if (nation.p90().hasNumber()) {
            QuantityText p90 = QuantityText.of(texts, nation.p90());
            sentence += " " + texts.of("waits.headline.p90", p90.value(), p90.limits(), unit(nation.unit()));
        }
        return sentence;
    }

    private List<WaitPage.Tile> tiles(Quantities nation) {
        List<WaitPage.Tile> tiles = new ArrayList<>();
        String unit = unit(nation.unit());
        tiles.add(tile("waits.median", QuantityText.of(texts, nation.median()), unit));
        tiles.add(tile("waits.p90", QuantityText.of(texts, nation.p90()), unit));
        tiles.add(tile("waits.waiting", QuantityText.waiting(texts, nation), ""));
        for (int i = 0; i < figures.rules().size(); i++) {
            Topic rule = figures.rules().get(i);
            Quantities value = figures.nation().rules().get(i);
            tiles.add(new WaitPage.Tile(
                    texts.of(rule.name()),
                    QuantityText.of(texts, value.median()),
                    unit(value.unit()),
                    texts.of("waits.rule.meaning")));
        }
        return tiles;
    }

    private WaitPage.Tile tile(String key, QuantityText figure, String unit) {
        return new WaitPage.Tile(
                texts.of(key), figure, figure.spoken().isEmpty() ? unit : "", texts.of(key + ".meaning"));
    }

    private WaitPage.Figures shownFigures(Topic topic) {
        List<WaitFigures.Place> newestFirst = new ArrayList<>(figures.years());
        Collections.reverse(newestFirst);
        String name = texts.of(topic.name());
        String regionCaption = texts.of("waits.regions.caption", name, view.period());
        String yearCaption =
                texts.of("waits.years.caption", name, texts.of(release.nation().name()));
        return new WaitPage.Figures(
                shown.paths().topic(topic.code()),
                plot(regionCaption, figures.regions(), false),
                regionCaption,
                ruleNames(),
                figures.regions().stream().map(place -> line(place, false)).toList(),
                plot(yearCaption, newestFirst, true),
                yearCaption,
                newestFirst.stream().map(place -> line(place, true)).toList(),
                share());
    }

    private Share share() {
        List<List<Share.FileLink>> links = new ArrayList<>();
        links.add(ViewFiles.tableLinks(
                texts, texts.of("waits.file.table"), ending -> view.address(shown.paths(), ending)));
        for (WaitFigure figure : WaitFigure.values()) {
            links.add(ViewFiles.figureLinks(
                    texts, texts.of("waits.file." + figure.code()), ending -> view.address(shown.paths(), ending)
                            .with(ViewFiles.FIGURE, figure.code(), WaitFigure.REGIONS.code())));
        }
        return Share.of(shown, texts.of("waits.title"), ViewFiles.all(links), view.address(shown.paths(), ""), "");
    }

    /**
     * A figure of the page, for pictures.
     *
     * @throws UnknownCodeException where the release has no waits
     */
    ViewFiles.Figure figure(WaitFigure figure) {
        WaitPage.Figures drawn = page().figures();
        if (drawn == null) {
            throw new UnknownCodeException("figure");
        }
        boolean years = figure == WaitFigure.YEARS;
        return new ViewFiles.Figure(
                "waits-" + figure.code(),
                texts.of("waits.title"),
                years ? drawn.yearCaption() : drawn.regionCaption(),
                years ? drawn.yearPlot() : drawn.regionPlot(),
                List.of(
                        new Picture.Key(Style.DOT_1, "", texts.of("waits.median")),
                        new Picture.Key(Style.DOT_2, "", texts.of("waits.p90"))));
    }

    private List<String> ruleNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < figures.rules().size(); i++) {
            String unit = unit(figures.nation().rules().get(i).unit());
            String name = texts.of(figures.rules().get(i).name());
            names.add(unit.isEmpty() ? name : texts.of("waits.rule.column", name, unit));
        }
        return names;
    }

    private Drawing plot(String caption, List<WaitFigures.Place> places, boolean years) {
        double highest = places.stream()
                .map(WaitFigures.Place::waits)
                .flatMap(wait -> List.of(wait.median(), wait.p90()).stream())
                .filter(Quantities.Quantile::hasNumber)
                .mapToDouble(quantile -> Double.isNaN(quantile.upper()) ? quantile.value() * 1.1 : quantile.upper())
                .max()
                .orElse(1);
        return IntervalPlot.of(
                texts.of("waits.plot.description", caption, described(places, years)),
                places.stream().map(place -> plotRow(place, years)).toList(),
                Scale.holding(highest, texts.numbers()::brief),
                years ? Double.NaN : figures.nation().waits().median().value());
    }

    private IntervalPlot.Row plotRow(WaitFigures.Place place, boolean years) {
        List<IntervalPlot.Point> points = new ArrayList<>();
        add(points, place.waits().p90(), Mark.Form.DIAMOND);
        add(points, place.waits().median(), Mark.Form.CIRCLE);
        boolean nation = place.region().code().equals(release.nation().code());
        return new IntervalPlot.Row(label(place, years), both(place), points, nation && !years);
    }

    private static void add(List<IntervalPlot.Point> points, Quantities.Quantile quantile, Mark.Form form) {
        if (quantile.hasNumber()) {
            points.add(new IntervalPlot.Point(quantile.value(), quantile.lower(), quantile.upper(), form));
        }
    }

    /** Median and percentile; one symbol where both are missing for the same reason. */
    private String both(WaitFigures.Place place) {
        Quantities.Quantile median = place.waits().median();
        Quantities.Quantile p90 = place.waits().p90();
        String first = QuantityText.of(texts, median).value();
        return !median.hasNumber() && median.status() == p90.status()
                ? first
                : texts.of("waits.both", first, QuantityText.of(texts, p90).value());
    }

    private String described(List<WaitFigures.Place> places, boolean years) {
        return String.join(
                "; ",
                places.stream()
                        .map(place -> label(place, years) + " " + both(place))
                        .toList());
    }

    private String label(WaitFigures.Place place, boolean years) {
        return years ? place.period() : texts.of(place.region().name());
    }

    private WaitPage.Line line(WaitFigures.Place place, boolean years) {
        Quantities wait = place.waits();
        return new WaitPage.Line(
                label(place, years),
                years ? "" : shown.paths().region(place.region().code()),
                !years && place.region().code().equals(release.nation().code()),
                QuantityText.count(texts, wait),
                QuantityText.waiting(texts, wait),
                QuantityText.of(texts, wait.median()),
                QuantityText.of(texts, wait.p90()),
                QuantityText.of(texts, wait.completedMedian()),
                place.rules().stream()
                        .map(rule -> QuantityText.of(texts, rule.median()))
                        .toList());
    }

    private List<Select> selects() {
        List<Select> selects = new ArrayList<>();
        List<Topic> topics = WaitView.topics(release);
        if (topics.size() > 1) {
            selects.add(new Select(
                    WaitView.TOPIC,
                    texts.of("topics.topic"),
                    topics.stream()
                            .map(topic -> new Select.Option(
                                    topic.code(),
                                    texts.of(topic.name()),
                                    view.topic().filter(topic::equals).isPresent()))
                            .toList()));
        }
        List<Select.Option> periods = new ArrayList<>();
        for (String period : release.manifest().periods()) {
            periods.add(0, new Select.Option(period, period, period.equals(view.period())));
        }
        selects.add(new Select(WaitView.PERIOD, texts.of("form.period"), periods));
        selects.add(new Select(
                WaitView.AGE, texts.of("form.age"), codes(release.codes().ageGroups(), view.age(), "all.ages")));
        selects.add(new Select(
                WaitView.TYPE,
                texts.of("form.type"),
                codes(release.codes().operationTypes(), view.type(), "all.types")));
        return selects;
    }

    private List<Select.Option> codes(CodeList<Code.Named> list, String chosen, String total) {
        List<Select.Option> options = new ArrayList<>();
        options.add(new Select.Option(RateColumns.TOTAL, texts.of(total), chosen.equals(RateColumns.TOTAL)));
        for (Code.Named code : list.all()) {
            options.add(new Select.Option(
                    code.code(), texts.of(code.name()), code.code().equals(chosen)));
        }
        return options;
    }

    private String unit(String code) {
        Locale locale = texts.language().locale();
        return release.codes()
                .valueUnits()
                .find(code)
                .map(unit -> texts.of(unit.name()).toLowerCase(locale))
                .orElse("");
    }

    private String name(CodeList<Code.Named> list, String code, String total) {
        return code.equals(RateColumns.TOTAL)
                ? texts.of(total)
                : list.find(code).map(entry -> texts.of(entry.name())).orElse(code);
    }
}
