package se.tillsyn.web.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.chart.IntervalMark;
import se.tillsyn.web.chart.Series;
import se.tillsyn.web.chart.TrendChart;
import se.tillsyn.web.chart.ValueAxis;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.map.AreaMap;
import se.tillsyn.web.map.ClassLimits;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.Cell;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.CodeList;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.Topic;

/** Makes the page of a view, in one language. */
final class TopicPages {

    private final PublishedRelease release;
    private final Texts texts;
    private final SitePaths paths;
    private final TopicView view;

    TopicPages(PublishedRelease release, Texts texts, TopicView view) {
        this.release = release;
        this.texts = texts;
        this.view = view;
        this.paths = new SitePaths(texts.language());
    }

    TopicPage page() {
        Topic topic = view.topic();
        PageFrame frame =
                PageFrame.of(texts, release, Section.TOPICS, texts.of(topic.name()), other -> view.href(other));
        List<StatementLine> statements = release.statements(topic).stream()
                .map(statement -> StatementLine.of(texts, release, statement))
                .toList();
        return new TopicPage(
                frame,
                new TopicDescription(release, texts).of(topic),
                statements,
                topic.hasRate() ? rates(TopicFigures.of(release, view)) : null,
                topic.hasRate() ? "" : texts.ofOr("topic.no-rate." + topic.measure(), texts.of("topic.no-rate")));
    }

    private TopicPage.Rates rates(TopicFigures figures) {
        Measure measure = view.measure();
        Region nation = release.nation();
        Headline headline = new Headline(texts);
        Observation own = figures.cell().of(measure);
        Observation all = figures.nation().of(measure);
        return new TopicPage.Rates(
                new TopicForm(release, texts, view).selects(),
                paths.topic(view.topic().code()),
                view.ofNation() ? headline.of(nation, own) : headline.of(view.region(), own, nation, all),
                context(),
                tiles(figures),
                basis(figures.cell()),
                trend(figures),
                trendTable(figures),
                map(figures),
                texts.of("map.title", FigureText.measureName(texts, measure), view.period()),
                table(release.mainLevel(), "", figures.mainRegions(), figures),
                fineTable(figures),
                view.csv(paths),
                view.spreadsheet(paths));
    }

    private String context() {
        return String.join(
                " · ",
                FigureText.measureName(texts, view.measure()),
                view.period(),
                name(release.codes().ageGroups(), view.age(), "all.ages"),
                name(release.codes().operationTypes(), view.type(), "all.types"));
    }

    private List<TopicPage.Tile> tiles(TopicFigures figures) {
        List<TopicPage.Tile> tiles = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            Observation own = figures.cell().of(measure);
            Observation all = figures.nation().of(measure);
            ValueAxis axis = ValueAxis.over(List.of(own, all));
            tiles.add(new TopicPage.Tile(
                    FigureText.measureName(texts, measure),
                    own.status() == Status.NOT_APPLICABLE
                            ? ""
                            : texts.of("measure." + measure.code() + ".explanation", observedUnits()),
                    FigureText.of(texts, own),
                    IntervalMark.of(own, all, axis),
                    texts.numbers().wholePercent(axis.max()),
                    view.ofNation()
                            ? ""
                            : texts.of(
                                    "tile.nation",
                                    texts.of(release.nation().name()),
                                    FigureText.of(texts, all).whole()),
                    measure == view.measure(),
                    view.with(measure).href(paths)));
        }
        return tiles;
    }

    private String observedUnits() {
        String code = view.topic().observedUnit();
        String listed = name(release.codes().observedUnits(), code, "all.types");
        return texts.ofOr(
                "observed." + code, listed.toLowerCase(texts.language().locale()));
    }

    private String basis(Cell cell) {
        String code = cell.selectionBasis();
        if (code.isEmpty()) {
            return "";
        }
        if (code.equals(RateColumns.MIXED)) {
            return texts.of("basis.mixed");
        }
        return release.codes()
                .selectionBases()
                .find(code)
                .map(basis -> texts.of(basis.note()).isEmpty()
                        ? texts.of("basis.plain", texts.of(basis.name()))
                        : texts.of("basis.noted", texts.of(basis.name()), texts.of(basis.note())))
                .orElse(code);
    }

    private TrendChart trend(TopicFigures figures) {
        List<Series> series = figures.trends().stream()
                .map(trend -> new Series(texts.of(trend.region().name()), trend.of(view.measure())))
                .toList();
        return TrendChart.of(
                texts,
                FigureText.measureName(texts, view.measure()),
                figures.periods(),
                series,
                view.topic().latestBreak());
    }

    private TopicPage.TrendTable trendTable(TopicFigures figures) {
        List<TopicPage.TrendRow> rows = new ArrayList<>();
        for (int i = 0; i < figures.periods().size(); i++) {
            int at = i;
            rows.add(new TopicPage.TrendRow(
                    figures.periods().get(i),
                    figures.trends().stream()
                            .map(trend ->
                                    FigureText.of(texts, trend.cells().get(at).of(view.measure())))
                            .toList()));
        }
        return new TopicPage.TrendTable(
                texts.of(
                        "trend.caption",
                        texts.of(view.topic().name()),
                        FigureText.measureName(texts, view.measure()),
                        figures.periods().get(0),
                        figures.periods().get(figures.periods().size() - 1)),
                figures.trends().stream()
                        .map(trend -> texts.of(trend.region().name()))
                        .toList(),
                rows);
    }

    private @Nullable AreaMap map(TopicFigures figures) {
        String level = release.mainLevel();
        List<AreaMap.Shown> shown = figures.mainRegions().stream()
                .map(row -> new AreaMap.Shown(
                        row.region(),
                        row.cell().of(view.measure()),
                        view.in(row.region()).href(paths)))
                .toList();
        Optional<Region> main = release.mainRegionOf(view.region());
        ClassLimits limits = ClassLimits.over(totals(release, view.topic(), view.measure()));
        return release.map(level)
                .map(shapes -> AreaMap.of(
                        texts, shapes, limits, shown, main.map(Region::code).orElse("")))
                .orElse(null);
    }

    /** Rates of every region of the main level in every period, all ages and operation types together. */
    private static List<Observation> totals(PublishedRelease release, Topic topic, Measure measure) {
        List<Observation> totals = new ArrayList<>();
        for (Region region : release.codes().regionsOf(release.mainLevel())) {
            for (String period : release.manifest().periods()) {
                totals.add(release.total(topic.code(), region.code(), period).of(measure));
            }
        }
        return totals;
    }

    private TopicPage.@Nullable RegionTable fineTable(TopicFigures figures) {
        Optional<String> level = release.fineLevel();
        Optional<Region> main = release.mainRegionOf(view.region());
        return level.isPresent() && main.isPresent() && !figures.fineRegions().isEmpty()
                ? table(level.get(), texts.of(main.get().name()), figures.fineRegions(), figures)
                : null;
    }

    private TopicPage.RegionTable table(
            String level, String within, List<TopicFigures.Row> regions, TopicFigures figures) {
        Observation reference = figures.nation().of(view.measure());
        List<Observation> shown = new ArrayList<>(List.of(reference));
        regions.forEach(row -> shown.add(row.cell().of(view.measure())));
        ValueAxis axis = ValueAxis.over(shown);
        List<TopicPage.RegionRow> rows = new ArrayList<>();
        rows.add(row(new TopicFigures.Row(release.nation(), figures.nation()), "nation", reference, axis));
        for (TopicFigures.Row region : regions) {
            boolean chosen = region.region().code().equals(view.region().code());
            rows.add(row(region, chosen ? "chosen" : "", reference, axis));
        }
        String levels = texts.ofOr("level." + level, texts.of("level.other"));
        String measure = FigureText.measureName(texts, view.measure());
        return new TopicPage.RegionTable(
                within.isEmpty() ? levels : texts.of("table.within", levels, within),
                texts.of(
                        "table.caption",
                        texts.of(view.topic().name()),
                        context(),
                        within.isEmpty() ? levels : texts.of("table.within", levels, within)),
                texts.ofOr("level." + level + ".one", texts.of("level.other.one")),
                texts.of("table.scale", measure, texts.numbers().wholePercent(axis.max())),
                rows,
                view.sortedBy(TopicView.Order.CODE).href(paths),
                view.sortedBy(TopicView.Order.RATE).href(paths),
                view.order() == TopicView.Order.RATE);
    }

    private TopicPage.RegionRow row(TopicFigures.Row row, String kind, Observation reference, ValueAxis axis) {
        Cell cell = row.cell();
        String basis = cell.selectionBasis();
        return new TopicPage.RegionRow(
                row.region().code(),
                texts.of(row.region().name()),
                view.in(row.region()).href(paths),
                kind,
                FigureText.of(texts, cell.cases()),
                FigureText.of(texts, cell.units()),
                IntervalMark.of(cell.of(view.measure()), reference, axis),
                basis.equals(RateColumns.MIXED)
                        ? texts.of("basis.mixed.short")
                        : name(release.codes().selectionBases(), basis, "all.types"));
    }

    private String name(CodeList<Code.Named> list, String code, String total) {
        return code.equals(RateColumns.TOTAL)
                ? texts.of(total)
                : list.find(code).map(entry -> texts.of(entry.name())).orElse(code);
    }
}
