package se.tillsyn.web.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.InequalityColumns;
import se.tillsyn.web.chart.Sparkline;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.map.AreaMap;
import se.tillsyn.web.map.ClassLimits;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.page.TrendNote;
import se.tillsyn.web.release.AreaShapes;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.ReleaseTable;
import se.tillsyn.web.release.TableKind;
import se.tillsyn.web.release.Topic;

/** Makes the first page, in one language. */
final class OverviewPages {

    private static final int MOST = 6;

    private final Shown shown;
    private final PublishedRelease release;
    private final Texts texts;
    private final SitePaths paths;

    OverviewPages(Shown shown) {
        this.shown = shown;
        this.release = shown.release();
        this.texts = shown.texts();
        this.paths = shown.paths();
    }

    OverviewPage page() {
        List<Spread> spreads = spreads();
        return new OverviewPage(
                PageFrame.of(shown, Section.OVERVIEW, texts.of("overview.title"), SitePaths::overview),
                texts.numbers().day(release.publishedAt()),
                new ReleaseSentences(shown).all(spreads.isEmpty() ? null : spreads.get(0)),
                feature(spreads),
                changed(),
                spreads.stream().limit(MOST).map(this::varied).toList(),
                news(),
                release.changes().total() == 0 ? "" : paths.changes(release.id()),
                TopicGroup.of(shown),
                places());
    }

    /** How much the regions of the main level differ on a topic in its latest year. */
    record Spread(Topic topic, String period, double tau) {}

    /** Topics with a spread, the widest first; those counted in files alone, since few operations make coarse rates. */
    private List<Spread> spreads() {
        ReleaseTable inequality = release.table(TableKind.INEQUALITY, release.mainLevel());
        List<Spread> spreads = new ArrayList<>();
        for (Topic topic : release.codes().topics().all()) {
            if (topic.hasRate() && !release.coverage(topic).periods().isEmpty()) {
                String period = release.coverage(topic).periods().last();
                inequality
                        .find(topic.code(), period)
                        .filter(row -> row.has(InequalityColumns.TAU) && row.real(InequalityColumns.TAU) > 0)
                        .ifPresent(row -> spreads.add(new Spread(topic, period, row.real(InequalityColumns.TAU))));
            }
        }
        spreads.sort(Comparator.comparingDouble(Spread::tau).reversed());
        List<Spread> ofCases = spreads.stream()
                .filter(spread -> release.coverage(spread.topic()).usual() == Measure.CASE)
                .toList();
        return ofCases.isEmpty() ? spreads : ofCases;
    }

    private OverviewPage.Varied varied(Spread spread) {
        Topic topic = spread.topic();
        Measure measure = release.coverage(topic).usual();
        List<String> strip = new ArrayList<>();
        Region lowest = null;
        Region highest = null;
        double low = 2;
        double high = -1;
        for (Region region : release.codes().regionsOf(release.mainLevel())) {
            Observation observation =
                    release.total(topic.code(), region.code(), spread.period()).of(measure);
            if (observation.hasNumber()) {
                strip.add(texts.numbers().place(observation.rate()));
                if (observation.rate() < low) {
                    low = observation.rate();
                    lowest = region;
                }
                if (observation.rate() > high) {
                    high = observation.rate();
                    highest = region;
                }
            }
        }
        String range = lowest == null || highest == null
                ? ""
                : texts.of(
                        "overview.range",
                        texts.numbers().percent(low),
                        texts.of(lowest.name()),
                        texts.numbers().percent(high),
                        texts.of(highest.name()));
        return new OverviewPage.Varied(
                texts.of(topic.name()),
                paths.topic(topic.code()),
                spread.period(),
                texts.of("overview.spread", texts.numbers().points(spread.tau())),
                range,
                strip);
    }

    /** Regions of the main level, each leading to its profile. */
    private List<OverviewPage.Place> places() {
        return release.codes().regionsOf(release.mainLevel()).stream()
                .map(region -> new OverviewPage.Place(texts.of(region.name()), paths.region(region.code())))
                .toList();
    }

    private List<OverviewPage.Changed> changed() {
        List<OverviewPage.Changed> changed = new ArrayList<>();
        for (Topic topic : release.codes().topics().all()) {
            Optional<TrendNote> note = TrendNote.of(texts, release, topic, release.nation())
                    .filter(one -> one.direction().equals("increasing")
                            || one.direction().equals("decreasing"));
            if (note.isPresent() && !release.coverage(topic).periods().isEmpty() && changed.size() < MOST) {
                Measure measure = release.coverage(topic).usual();
                String period = release.coverage(topic).periods().last();
                List<Observation> years = release.manifest().periods().stream()
                        .map(year -> release.total(
                                        topic.code(), release.nation().code(), year)
                                .of(measure))
                        .toList();
                changed.add(new OverviewPage.Changed(
                        texts.of(topic.name()),
                        paths.topic(topic.code()),
                        FigureText.of(
                                texts,
                                release.total(topic.code(), release.nation().code(), period)
                                        .of(measure)),
                        FigureText.measureName(texts, measure),
                        period,
                        note.get(),
                        Sparkline.of(years)));
            }
        }
        return changed;
    }

    private List<OverviewPage.News> news() {
        List<OverviewPage.News> news = new ArrayList<>();
        for (String kind : List.of("NEW", "CHANGED", "NOW_WITHHELD", "NOW_PUBLISHED", "WITHDRAWN")) {
            Integer count = release.changes().byKind().get(kind);
            if (count != null) {
                news.add(new OverviewPage.News(
                        texts.of("changes.kind." + kind), texts.numbers().whole(count)));
            }
        }
        return news;
    }

    /** The topic that varies most, or else the first with a number for a region of the main level. */
    private OverviewPage.@Nullable Feature feature(List<Spread> spreads) {
        Optional<AreaShapes> shapes = release.map(release.mainLevel());
        if (shapes.isEmpty()) {
            return null;
        }
        if (!spreads.isEmpty()) {
            return feature(spreads.get(0).topic(), spreads.get(0).period(), shapes.get());
        }
        for (Topic topic : release.codes().topics().all()) {
            if (topic.hasRate() && !release.coverage(topic).periods().isEmpty()) {
                return feature(topic, release.coverage(topic).periods().last(), shapes.get());
            }
        }
        return null;
    }

    private OverviewPage.Feature feature(Topic topic, String period, AreaShapes shapes) {
        Measure measure = release.coverage(topic).usual();
        List<Observation> all = new ArrayList<>();
        List<AreaMap.Shown> regions = new ArrayList<>();
        List<OverviewPage.Row> rows = new ArrayList<>();
        for (Region region : release.codes().regionsOf(release.mainLevel())) {
            for (String one : release.manifest().periods()) {
                all.add(release.total(topic.code(), region.code(), one).of(measure));
            }
            Observation observation =
                    release.total(topic.code(), region.code(), period).of(measure);
            String href = paths.region(region.code());
            regions.add(new AreaMap.Shown(region, observation, href));
            rows.add(new OverviewPage.Row(texts.of(region.name()), href, FigureText.of(texts, observation)));
        }
        String name = FigureText.measureName(texts, measure);
        String title = texts.of("map.title", name, period);
        AreaMap map = AreaMap.of(texts, AreaMap.Kind.AREAS, shapes, ClassLimits.over(all), regions, "");
        FigureText nation = FigureText.of(
                texts,
                release.total(topic.code(), release.nation().code(), period).of(measure));
        return new OverviewPage.Feature(
                texts.of(topic.name()),
                paths.topic(topic.code()),
                texts.of(topic.definition()),
                name,
                period,
                texts.of("overview.feature", texts.of(release.nation().name()), period, nation.whole()),
                map.svg(texts.of(topic.name()) + ". " + title),
                map.legend(),
                title,
                rows,
                texts.of("overview.feature.caption", texts.of(topic.name()), name, period),
                texts.ofOr("level." + release.mainLevel() + ".one", texts.of("level.other.one")));
    }
}
