package se.tillsyn.web.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.map.AreaMap;
import se.tillsyn.web.map.ClassLimits;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.AreaShapes;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.Topic;

/** Makes the first page, in one language. */
final class OverviewPages {

    private final PublishedRelease release;
    private final Texts texts;
    private final SitePaths paths;

    OverviewPages(PublishedRelease release, Texts texts) {
        this.release = release;
        this.texts = texts;
        this.paths = new SitePaths(texts.language());
    }

    OverviewPage page() {
        return new OverviewPage(
                PageFrame.of(texts, release, Section.OVERVIEW, texts.of("overview.title"), SitePaths::overview),
                facts(),
                feature(),
                TopicGroup.of(texts, release));
    }

    private List<OverviewPage.Fact> facts() {
        List<String> periods = release.manifest().periods();
        long withheld = release.count(Status.SUPPRESSED);
        List<OverviewPage.Fact> facts = new ArrayList<>();
        facts.add(new OverviewPage.Fact(
                texts.of("fact.release"), texts.numbers().day(release.publishedAt()), paths.release(release.id())));
        facts.add(new OverviewPage.Fact(
                texts.of("fact.periods"),
                periods.size() == 1 ? periods.get(0) : periods.get(0) + "–" + periods.get(periods.size() - 1),
                ""));
        facts.add(new OverviewPage.Fact(
                texts.of("fact.topics"),
                texts.numbers().whole(release.codes().topics().all().size()),
                paths.topics()));
        facts.add(new OverviewPage.Fact(
                texts.of("fact.figures"), texts.numbers().whole(release.count(Status.VALUE)), ""));
        facts.add(new OverviewPage.Fact(
                texts.of("fact.withheld"), texts.numbers().whole(withheld), paths.method() + "#sekretess"));
        return facts;
    }

    /** The first topic, in the order of the code list, with a number for a region of the main level. */
    private OverviewPage.@Nullable Feature feature() {
        Optional<AreaShapes> shapes = release.map(release.mainLevel());
        List<Region> regions = release.codes().regionsOf(release.mainLevel());
        for (Topic topic : release.codes().topics().all()) {
            if (shapes.isPresent()
                    && topic.hasRate()
                    && !release.coverage(topic).periods().isEmpty()) {
                Measure measure = release.coverage(topic).usual();
                String period = release.coverage(topic).periods().last();
                boolean numbers = regions.stream().anyMatch(region -> release.total(topic.code(), region.code(), period)
                        .of(measure)
                        .hasNumber());
                if (numbers) {
                    return feature(topic, measure, period, shapes.get(), regions);
                }
            }
        }
        return null;
    }

    private OverviewPage.Feature feature(
            Topic topic, Measure measure, String period, AreaShapes shapes, List<Region> regions) {
        List<Observation> all = new ArrayList<>();
        List<AreaMap.Shown> shown = new ArrayList<>();
        List<OverviewPage.Row> rows = new ArrayList<>();
        for (Region region : regions) {
            for (String one : release.manifest().periods()) {
                all.add(release.total(topic.code(), region.code(), one).of(measure));
            }
            Observation observation =
                    release.total(topic.code(), region.code(), period).of(measure);
            String href = paths.topic(topic.code()) + "?region=" + region.code();
            shown.add(new AreaMap.Shown(region, observation, href));
            rows.add(new OverviewPage.Row(texts.of(region.name()), href, FigureText.of(texts, observation)));
        }
        String name = FigureText.measureName(texts, measure);
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
                AreaMap.of(texts, shapes, ClassLimits.over(all), shown, ""),
                texts.of("map.title", name, period),
                rows,
                texts.of("overview.feature.caption", texts.of(topic.name()), name, period),
                texts.ofOr("level." + release.mainLevel() + ".one", texts.of("level.other.one")));
    }
}
