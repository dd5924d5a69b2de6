package se.tillsyn.web.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.tillsyn.web.chart.Drawing;
import se.tillsyn.web.chart.Equiplot;
import se.tillsyn.web.chart.Scale;
import se.tillsyn.web.chart.Style;
import se.tillsyn.web.chart.ValueAxis;
import se.tillsyn.web.file.ViewFiles;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Share;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.picture.Picture;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;

/** Makes the page of the inequality on a topic, in one language. */
final class InequalityPages {

    private final Shown shown;
    private final PublishedRelease release;
    private final Texts texts;
    private final InequalityFigures figures;
    private final InequalityView view;
    private final InequalityWords words;
    private final String topic;

    InequalityPages(Shown shown, InequalityFigures figures) {
        this.shown = shown;
        this.release = shown.release();
        this.texts = shown.texts();
        this.figures = figures;
        this.view = figures.view();
        this.words = new InequalityWords(shown, view);
        this.topic = texts.of(figures.topic().name());
    }

    InequalityPage page() {
        Optional<Spread> current = figures.current();
        InequalitySources sources = new InequalitySources(shown, figures);
        return new InequalityPage(
                PageFrame.of(
                        shown, Section.INEQUALITY, texts.of("inequality.topic.title", topic), paths -> view.address(
                                        paths, "")
                                .text()),
                topic,
                shown.paths().topic(figures.topic().code()),
                shown.paths().inequalityAddress("", "").text(),
                headline(current),
                String.join(
                        " · ",
                        FigureText.measureName(texts, figures.measure()),
                        view.period(),
                        texts.ofOr("level." + view.level(), texts.of("level.other"))),
                words.selects(),
                shown.paths().inequalityAddress(figures.topic().code(), "").text(),
                current.map(this::tiles).orElse(List.of()),
                equiplot(),
                texts.of("inequality.equiplot.caption", topic, words.levels()),
                grid(),
                figures.years().stream().map(this::year).toList(),
                texts.of("inequality.years.caption", topic, words.levels()),
                parts(),
                sources.gradient(),
                sources.offices(),
                cannot(current),
                share());
    }

    private String headline(Optional<Spread> current) {
        if (current.isEmpty() || Double.isNaN(current.get().tau())) {
            return texts.of("inequality.headline.none", words.levels(), view.period());
        }
        Spread spread = current.get();
        return texts.of(
                spread.shown() ? "inequality.headline.shown" : "inequality.headline.not-shown",
                words.levels(),
                texts.numbers().points(spread.tau()),
                limits(spread),
                texts.numbers().percent(spread.nation()),
                view.period());
    }

    private String limits(Spread spread) {
        return spread.hasLimits()
                ? texts.numbers().limits(spread.lower(), spread.upper())
                : texts.of("inequality.no-limits");
    }

    private List<InequalityPage.Tile> tiles(Spread spread) {
        List<InequalityPage.Tile> tiles = new ArrayList<>();
        if (!Double.isNaN(spread.tau())) {
            tiles.add(new InequalityPage.Tile(
                    texts.of("inequality.tau"),
                    texts.numbers().points(spread.tau()),
                    texts.of("difference.points"),
                    texts.of("inequality.tau.detail", limits(spread)),
                    texts.of("inequality.tau.meaning")));
        }
        tiles.add(new InequalityPage.Tile(
                texts.of("inequality.alike"),
                texts.of(spread.shown() ? "inequality.shown" : "inequality.not-shown"),
                "",
                words.test(spread.alikeP()),
                texts.of("inequality.alike.meaning")));
        tiles.add(new InequalityPage.Tile(
                texts.of("inequality.gap"),
                texts.numbers().points(spread.gap()),
                texts.of("difference.points"),
                texts.of("inequality.gap.detail", texts.numbers().points(spread.gapByChance())),
                texts.of("inequality.gap.meaning")));
        return tiles;
    }

    private Drawing equiplot() {
        List<String> periods = release.manifest().periods();
        List<Equiplot.Row> rows = new ArrayList<>();
        List<Observation> all = new ArrayList<>(figures.nation());
        for (int i = 0; i < periods.size(); i++) {
            int at = i;
            List<Observation> rates = figures.regions().stream()
                    .map(region -> region.years().get(at))
                    .toList();
            all.addAll(rates);
            rows.add(new Equiplot.Row(periods.get(i), rates, figures.nation().get(i)));
        }
        double highest = all.stream()
                .filter(Observation::hasNumber)
                .mapToDouble(Observation::rate)
                .max()
                .orElse(1);
        return Equiplot.of(
                texts.of(
                        "inequality.equiplot.description",
                        topic,
                        words.levels(),
                        periods.get(0),
                        periods.get(periods.size() - 1),
                        extremes(all)),
                rows,
                Scale.of(ValueAxis.holding(highest), texts.numbers()::wholePercent),
                "..");
    }

    private String extremes(List<Observation> all) {
        List<Double> rates = all.stream()
                .filter(Observation::hasNumber)
                .map(Observation::rate)
                .sorted()
                .toList();
        return rates.isEmpty()
                ? texts.of("inequality.equiplot.none")
                : texts.of(
                        "inequality.equiplot.extremes",
                        texts.numbers().percent(rates.get(0)),
                        texts.numbers().percent(rates.get(rates.size() - 1)));
    }

    private InequalityPage.Grid grid() {
        List<InequalityPage.GridRow> rows = new ArrayList<>();
        rows.add(new InequalityPage.GridRow(
                texts.of(release.nation().name()),
                shown.paths().region(release.nation().code()),
                figures.nation().stream()
                        .map(rate -> FigureText.of(texts, rate))
                        .toList()));
        for (InequalityFigures.Rates region : figures.regions()) {
            rows.add(new InequalityPage.GridRow(
                    texts.of(region.region().name()),
                    shown.paths().region(region.region().code()),
                    region.years().stream()
                            .map(rate -> FigureText.of(texts, rate))
                            .toList()));
        }
        return new InequalityPage.Grid(
                texts.of("inequality.equiplot.caption", topic, words.levels()),
                release.manifest().periods(),
                rows);
    }

    private InequalityPage.Year year(Spread spread) {
        boolean known = !Double.isNaN(spread.tau());
        return new InequalityPage.Year(
                spread.period(),
                texts.numbers().whole(spread.regions()),
                known ? texts.numbers().points(spread.tau()) : "..",
                spread.hasLimits() ? texts.numbers().limits(spread.lower(), spread.upper()) : "",
                texts.numbers().points(spread.gap()),
                texts.numbers().points(spread.gapByChance()),
                words.probability(spread.alikeP()),
                spread.shown(),
                texts.of(spread.shown() ? "inequality.shown" : "inequality.not-shown"));
    }

    private String parts() {
        InequalityFigures.Parts parts = figures.parts();
        String main = words.levels(release.mainLevel());
        String fine = release.fineLevel().map(words::levels).orElse("");
        if (!parts.reason().isEmpty() || fine.isEmpty()) {
            return texts.of("inequality.parts." + (fine.isEmpty() ? "missing" : parts.reason()), main, fine);
        }
        return texts.of(
                "inequality.parts.share",
                main,
                fine,
                texts.numbers().wholePercent(parts.share()),
                texts.numbers().wholePercent(1 - parts.share()));
    }

    private List<String> cannot(Optional<Spread> current) {
        List<String> cannot = new ArrayList<>();
        current.ifPresent(spread -> {
            int missing = figures.regions().size() - spread.regions();
            if (missing > 0) {
                cannot.add(texts.of(
                        "inequality.cannot.missing",
                        texts.numbers().whole(missing),
                        texts.numbers().whole(figures.regions().size())));
            }
            if (!spread.hasLimits()) {
                cannot.add(texts.of("inequality.cannot.limits"));
            }
        });
        cannot.add(texts.of("inequality.cannot.selection"));
        cannot.add(texts.of("inequality.cannot.cause"));
        return cannot;
    }

    private Share share() {
        List<List<Share.FileLink>> links = new ArrayList<>();
        for (InequalityTables.Kind kind : InequalityTables.Kind.values()) {
            links.add(ViewFiles.tableLinks(
                    texts,
                    texts.of("inequality.file." + kind.code()),
                    ending -> InequalityTables.address(view, shown, ending, kind)));
        }
        for (InequalityFigure figure : drawn()) {
            links.add(ViewFiles.figureLinks(
                    texts, texts.of("inequality.figure." + figure.code()), ending -> view.address(shown.paths(), ending)
                            .with(ViewFiles.FIGURE, figure.code(), InequalityFigure.REGIONS.code())));
        }
        return Share.of(
                shown,
                texts.of("inequality.topic.title", topic),
                ViewFiles.all(links),
                view.address(shown.paths(), ""),
                "");
    }

    /** Figures that the page has. */
    private List<InequalityFigure> drawn() {
        List<InequalityFigure> drawn = new ArrayList<>(List.of(InequalityFigure.REGIONS));
        if (!figures.groups().isEmpty()) {
            drawn.add(InequalityFigure.GROUPS);
        }
        if (!figures.offices().isEmpty()) {
            drawn.add(InequalityFigure.OFFICES);
        }
        return drawn;
    }

    /**
     * A figure of the page, for pictures.
     *
     * @throws UnknownCodeException where the topic has no such figure
     */
    ViewFiles.Figure figure(InequalityFigure figure) {
        InequalitySources sources = new InequalitySources(shown, figures);
        InequalityPage.Gradient gradient = sources.gradient();
        InequalityPage.Offices offices = sources.offices();
        Picture.Key nation = new Picture.Key(
                figure == InequalityFigure.REGIONS ? Style.DOT_2 : Style.REFERENCE,
                "",
                texts.of(release.nation().name()));
        String name = "inequality-" + figure.code() + "-" + figures.topic().code();
        String title = texts.of("inequality.topic.title", topic);
        return switch (figure) {
            case REGIONS ->
                new ViewFiles.Figure(
                        name,
                        title,
                        texts.of("inequality.equiplot.caption", topic, words.levels()),
                        equiplot(),
                        List.of(nation));
            case GROUPS -> {
                if (gradient == null) {
                    throw new UnknownCodeException("figure");
                }
                yield new ViewFiles.Figure(name, title, gradient.caption(), gradient.plot(), List.of(nation));
            }
            case OFFICES -> {
                if (offices == null) {
                    throw new UnknownCodeException("figure");
                }
                yield new ViewFiles.Figure(name, title, offices.caption(), offices.plot(), List.of());
            }
        };
    }
}
