package se.tillsyn.web.topic;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.chart.IntervalMark;
import se.tillsyn.web.chart.Series;
import se.tillsyn.web.chart.TrendChart;
import se.tillsyn.web.chart.ValueAxis;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Share;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.page.TopicPath;
import se.tillsyn.web.page.TrendNote;
import se.tillsyn.web.page.Verdict;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.Topic;
import se.tillsyn.web.table.CsvDialect;

/** Makes the page of a view, in one language. */
final class TopicPages {

    private final Shown shown;
    private final PublishedRelease release;
    private final Texts texts;
    private final SitePaths paths;
    private final TopicView view;
    private final Words words;

    TopicPages(Shown shown, TopicView view) {
        this.shown = shown;
        this.release = shown.release();
        this.texts = shown.texts();
        this.paths = shown.paths();
        this.view = view;
        this.words = new Words(release, texts);
    }

    TopicPage page() {
        Topic topic = view.topic();
        PageFrame frame = PageFrame.of(shown, Section.TOPICS, texts.of(topic.name()), view::href);
        List<StatementLine> statements = release.statements(topic).stream()
                .map(statement -> StatementLine.of(texts, release, statement))
                .toList();
        return new TopicPage(
                frame,
                new TopicDescription(release, texts).of(topic, paths.method()),
                statements,
                topic.hasRate() ? rates(TopicFigures.of(release, view)) : null,
                elsewhere(),
                topic.hasRate() ? "" : texts.ofOr("topic.no-rate." + topic.measure(), texts.of("topic.no-rate")));
    }

    /** Address of the page that has the figures of a topic without rates; empty where this one has them or none does. */
    private String elsewhere() {
        String path = TopicPath.of(shown, view.topic());
        return path.equals(paths.topic(view.topic().code())) ? "" : path;
    }

    private TopicPage.Rates rates(TopicFigures figures) {
        Region nation = release.nation();
        Headline headline = new Headline(texts);
        Observation own = figures.cell().of(view.measure());
        Observation all = figures.nation().of(view.measure());
        TopicTables tables = new TopicTables(shown, view, words);
        TopicPage.MapPanel map = new TopicMaps(shown, view).panel();
        TopicPage.Funnel funnel = new TopicFunnel(shown, view).funnel(figures);
        return new TopicPage.Rates(
                new TopicForm(release, texts, view).selects(),
                paths.topic(view.topic().code()),
                view.map() == TopicView.MapChoice.MAIN ? "" : view.map().code(),
                view.ofNation() ? headline.of(nation, own) : headline.of(view.region(), own, nation, all),
                words.context(view),
                paths.region(view.region().code()),
                texts.of("finding.profile", texts.of(view.region().name())),
                verdict(),
                TrendNote.of(texts, release, view.topic(), view.region()).orElse(null),
                tiles(figures),
                words.basisWithNote(figures.cell()),
                trend(figures),
                trendTable(figures),
                figures.quarterly().isEmpty() ? null : quarterTable(figures),
                map,
                tables.mainRegions(figures),
                tables.fineRegions(figures),
                funnel,
                tables.parts(figures),
                new TopicGround(shown, view, words).table(figures),
                share(map != null, funnel != null));
    }

    /** What the release says of the region in the year; it compares whole regions only. */
    private @org.jspecify.annotations.Nullable Verdict verdict() {
        boolean whole = view.age().equals(RateColumns.TOTAL) && view.type().equals(RateColumns.TOTAL);
        boolean usual = view.measure() == view.usual();
        return whole && usual && !view.ofNation()
                ? Verdict.of(texts, release, view.topic(), view.region(), view.period())
                        .orElse(null)
                : null;
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
                            : texts.of(
                                    "measure." + measure.code() + ".explanation",
                                    words.observedUnits(view.topic().observedUnit())),
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

    /** The region over the years, with the nation. */
    TrendChart trend(TopicFigures figures) {
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
        List<String> years = figures.periods();
        return table(
                texts.of(
                        "trend.caption",
                        texts.of(view.topic().name()),
                        FigureText.measureName(texts, view.measure()),
                        years.get(0),
                        years.get(years.size() - 1)),
                years,
                figures.trends());
    }

    private TopicPage.TrendTable quarterTable(TopicFigures figures) {
        List<String> quarters = figures.quarters().stream()
                .map(quarter -> texts.of("period.quarter", quarter.substring(0, 4), quarter.substring(6)))
                .toList();
        return table(
                texts.of(
                        "quarters.caption",
                        texts.of(view.topic().name()),
                        FigureText.measureName(texts, view.measure()),
                        quarters.get(0),
                        quarters.get(quarters.size() - 1)),
                quarters,
                figures.quarterly());
    }

    private TopicPage.TrendTable table(String caption, List<String> periods, List<TopicFigures.Trend> trends) {
        List<TopicPage.TrendRow> rows = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            int at = i;
            rows.add(new TopicPage.TrendRow(
                    periods.get(i),
                    trends.stream()
                            .map(trend ->
                                    FigureText.of(texts, trend.cells().get(at).of(view.measure())))
                            .toList()));
        }
        return new TopicPage.TrendTable(
                caption,
                trends.stream().map(trend -> texts.of(trend.region().name())).toList(),
                rows);
    }

    private static List<TopicPicture> pictures(boolean mapped, boolean funnelled) {
        List<TopicPicture> pictures = new ArrayList<>(List.of(TopicPicture.TREND, TopicPicture.REGIONS));
        if (mapped) {
            pictures.add(TopicPicture.MAP);
            pictures.add(TopicPicture.TILES);
        }
        if (funnelled) {
            pictures.add(TopicPicture.FUNNEL);
        }
        return pictures;
    }

    private Share share(boolean mapped, boolean funnelled) {
        String excel = view.address(paths, ".csv")
                .with(CsvDialect.PARAMETER, CsvDialect.EXCEL_SV.code())
                .text();
        List<Share.FileLink> files = new ArrayList<>();
        files.add(new Share.FileLink(
                texts.of("download.csv"), view.address(paths, ".csv").text()));
        files.add(new Share.FileLink(texts.of("download.excel"), excel));
        files.add(new Share.FileLink(
                texts.of("download.json"), view.address(paths, ".json").text()));
        for (TopicPicture picture : pictures(mapped, funnelled)) {
            String name = texts.of("picture." + picture.code());
            files.add(new Share.FileLink(
                    texts.of("download.png", name),
                    view.picture(paths, ".png", picture).text()));
            files.add(new Share.FileLink(
                    texts.of("download.svg", name),
                    view.picture(paths, ".svg", picture).text()));
        }
        return Share.of(
                shown,
                texts.of(view.topic().name()),
                files,
                view.address(paths, ""),
                view.embed(paths.ofLatest(), TopicPicture.TREND).text());
    }
}
