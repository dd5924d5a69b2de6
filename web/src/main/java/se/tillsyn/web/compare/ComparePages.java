package se.tillsyn.web.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.chart.Drawing;
import se.tillsyn.web.chart.IntervalPlot;
import se.tillsyn.web.chart.Scale;
import se.tillsyn.web.chart.Series;
import se.tillsyn.web.chart.Style;
import se.tillsyn.web.chart.TrendChart;
import se.tillsyn.web.chart.ValueAxis;
import se.tillsyn.web.file.ViewFiles;
import se.tillsyn.web.http.BadRequestException;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Share;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.picture.Picture;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.CodeList;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.Topic;
import se.tillsyn.web.verdict.DifferenceText;
import se.tillsyn.web.verdict.Outcome;

/** Makes the page of a comparison, in one language. */
final class ComparePages {

    private static final int MOST_LINES = 3;
    private static final double CHANCE = 0.05;

    private final Shown shown;
    private final PublishedRelease release;
    private final Texts texts;
    private final CompareFigures figures;
    private final CompareView view;

    ComparePages(Shown shown, CompareFigures figures) {
        this.shown = shown;
        this.release = shown.release();
        this.texts = shown.texts();
        this.figures = figures;
        this.view = figures.view();
    }

    ComparePage page() {
        CompareForm form = new CompareForm(shown, view);
        boolean complete = view.complete();
        return new ComparePage(
                PageFrame.of(
                        shown, Section.COMPARE, texts.of("compare.title"), paths -> view.address(release, paths, "")
                                .text()),
                complete ? title() : texts.of("compare.title"),
                complete ? context() : "",
                form.chips(),
                form.add(),
                view.codes(),
                form.selects(),
                shown.paths().compareAddress("").text(),
                complete ? "" : texts.of(view.regions().isEmpty() ? "compare.advice.none" : "compare.advice.one"),
                complete ? List.of() : form.ideas(),
                complete ? notes() : List.of(),
                complete && view.topic().isEmpty() ? matrix() : null,
                complete ? view.topic().map(this::single).orElse(null) : null,
                complete ? share() : null);
    }

    private Share share() {
        List<List<Share.FileLink>> links = new ArrayList<>();
        links.add(ViewFiles.tableLinks(
                texts, texts.of("compare.file.table"), ending -> view.address(release, shown.paths(), ending)));
        if (view.topic().isPresent()) {
            links.add(ViewFiles.figureLinks(
                    texts, texts.of("compare.file.figure"), ending -> view.address(release, shown.paths(), ending)));
        } else {
            links.addAll(new ComparePicture(shown, figures).links());
        }
        return Share.of(shown, title(), ViewFiles.all(links), view.address(release, shown.paths(), ""), "");
    }

    /** The interval figure, for pictures. */
    ViewFiles.Figure figure() {
        if (!view.complete()) {
            throw new UnknownCodeException("figure");
        }
        if (view.topic().isEmpty()) {
            return new ComparePicture(shown, figures).figure();
        }
        if (shown.asked().containsKey(ViewFiles.FIGURE)) {
            throw BadRequestException.malformed(ViewFiles.FIGURE);
        }
        return new ViewFiles.Figure(
                "compare-" + view.topic().get().code(),
                title(),
                context(),
                plot(figures.topics().get(0)),
                List.of(new Picture.Key(
                        Style.REFERENCE, "", texts.of(reference().name()))));
    }

    private String title() {
        return view.topic().map(topic -> texts.of(topic.name())).orElse(texts.of("compare.title.all"));
    }

    private String context() {
        return view.topic().isEmpty()
                ? view.period()
                : String.join(
                        " · ",
                        FigureText.measureName(texts, view.measure()),
                        view.period(),
                        name(release.codes().ageGroups(), view.age(), "all.ages"));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        Region reference = reference();
        notes.add(texts.of("compare.note.reference", texts.of(reference.name())));
        long expected = Math.round(figures.differences() * CHANCE);
        if (expected > 0) {
            notes.add(texts.of("compare.note.chance", whole(figures.differences()), whole(expected)));
        }
        if (figures.unlike()) {
            notes.add(texts.of("compare.note.unlike"));
        }
        if (view.regions().stream().anyMatch(region -> within(region, reference) || within(reference, region))) {
            notes.add(texts.of("compare.note.nested"));
        }
        return notes;
    }

    private Region reference() {
        Region reference = view.reference();
        if (reference == null) {
            throw new IllegalStateException("a comparison needs a reference");
        }
        return reference;
    }

    /** Whether a region lies inside another one. */
    private boolean within(Region region, Region other) {
        if (region.code().equals(other.code())) {
            return false;
        }
        if (other.code().equals(release.nation().code())
                || other.code().equals(release.codes().groupOf().getOrDefault(region.code(), ""))) {
            return true;
        }
        Optional<Region> above = release.codes().regions().find(region.parent());
        return above.isPresent() && (above.get().code().equals(other.code()) || within(above.get(), other));
    }

    private ComparePage.Matrix matrix() {
        List<ComparePage.Group> groups = new ArrayList<>();
        for (Code.Named group : release.codes().topicGroups().all()) {
            List<ComparePage.Row> rows = figures.topics().stream()
                    .filter(row -> row.topic().group().equals(group.code()))
                    .map(this::row)
                    .toList();
            if (!rows.isEmpty()) {
                groups.add(new ComparePage.Group(texts.of(group.name()), rows));
            }
        }
        return new ComparePage.Matrix(
                texts.of(
                        "compare.matrix.caption",
                        view.period(),
                        texts.of(reference().name())),
                view.regions().stream().map(this::column).toList(),
                groups,
                texts.of("unlike.mark"));
    }

    private ComparePage.Column column(Region region) {
        return new ComparePage.Column(
                texts.of(region.name()), shown.paths().region(region.code()), view.isReference(region));
    }

    private ComparePage.Row row(CompareFigures.Row row) {
        return new ComparePage.Row(
                texts.of(row.topic().name()),
                view.on(release, row.topic())
                        .address(release, shown.paths(), "")
                        .text(),
                FigureText.measureName(texts, row.measure()),
                row.places().stream().map(place -> entry(row.topic(), place)).toList());
    }

    private ComparePage.Entry entry(Topic topic, CompareFigures.Place place) {
        return new ComparePage.Entry(
                FigureText.of(texts, place.observation()),
                view.isReference(place.region()),
                DifferenceText.of(texts, place.difference()),
                Outcome.of(texts, place.difference().direction(), topic),
                place.difference().unlike());
    }

    private ComparePage.Single single(Topic topic) {
        CompareFigures.Row main = figures.topics().get(0);
        List<ComparePage.RegionRow> rows = main.places().stream()
                .map(place -> new ComparePage.RegionRow(
                        texts.of(place.region().name()),
                        shown.paths().region(place.region().code()),
                        basis(place.cell().selectionBasis()),
                        entry(topic, place)))
                .toList();
        return new ComparePage.Single(
                texts.of(topic.name()),
                shown.paths().topic(topic.code()),
                all().address(release, shown.paths(), "").text(),
                plot(main),
                texts.of(
                        "compare.single.caption",
                        texts.of(topic.name()),
                        context(),
                        texts.of(reference().name())),
                rows,
                figures.ages().size() < 2 ? null : grid("age", figures.ages()),
                grid("period", figures.years()),
                view.regions().size() <= MOST_LINES ? trend(topic) : null);
    }

    /** The same regions on all topics. */
    private CompareView all() {
        List<String> periods = release.manifest().periods();
        return new CompareView(
                view.regions(),
                view.reference(),
                Optional.empty(),
                view.period(),
                periods.get(periods.size() - 1),
                RateColumns.TOTAL,
                view.measure());
    }

    private Drawing plot(CompareFigures.Row row) {
        List<Observation> observations =
                row.places().stream().map(CompareFigures.Place::observation).toList();
        Observation against = row.places().stream()
                .filter(place -> view.isReference(place.region()))
                .map(CompareFigures.Place::observation)
                .findFirst()
                .orElseThrow();
        return IntervalPlot.of(
                texts.of("compare.plot.description", texts.of(row.topic().name()), context(), described(row)),
                row.places().stream()
                        .map(place -> IntervalPlot.Row.of(
                                texts.of(place.region().name()),
                                FigureText.of(texts, place.observation()).whole(),
                                place.observation(),
                                view.isReference(place.region())))
                        .toList(),
                Scale.of(ValueAxis.over(observations), texts.numbers()::wholePercent),
                against.rate());
    }

    private String described(CompareFigures.Row row) {
        return String.join(
                "; ",
                row.places().stream()
                        .map(place -> {
                            FigureText figure = FigureText.of(texts, place.observation());
                            return texts.of(place.region().name()) + " "
                                    + (figure.spoken().isEmpty() ? figure.whole() : figure.spoken());
                        })
                        .toList());
    }

    private ComparePage.Grid grid(String by, List<CompareFigures.Row> rows) {
        boolean years = by.equals("period");
        return new ComparePage.Grid(
                texts.of("compare.grid." + by, texts.of(rows.get(0).topic().name()), context()),
                texts.of("form." + by),
                view.regions().stream().map(region -> texts.of(region.name())).toList(),
                rows.stream()
                        .map(row -> new ComparePage.GridRow(
                                years ? row.period() : name(release.codes().ageGroups(), row.age(), "all.ages"),
                                row.places().stream()
                                        .map(place -> FigureText.of(texts, place.observation()))
                                        .toList()))
                        .toList());
    }

    private @Nullable TrendChart trend(Topic topic) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < view.regions().size(); i++) {
            int at = i;
            series.add(new Series(
                    texts.of(view.regions().get(i).name()),
                    figures.years().stream()
                            .map(row -> row.places().get(at).observation())
                            .toList()));
        }
        return TrendChart.of(
                texts,
                FigureText.measureName(texts, view.measure()),
                release.manifest().periods(),
                series,
                topic.latestBreak());
    }

    private String basis(String code) {
        return code.equals(RateColumns.MIXED)
                ? texts.of("basis.mixed.short")
                : name(release.codes().selectionBases(), code, "all.types");
    }

    private String whole(long number) {
        return texts.numbers().whole(number);
    }

    private String name(CodeList<Code.Named> list, String code, String total) {
        return code.equals(RateColumns.TOTAL)
                ? texts.of(total)
                : list.find(code).map(entry -> texts.of(entry.name())).orElse(code);
    }
}
