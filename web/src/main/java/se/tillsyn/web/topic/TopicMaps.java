package se.tillsyn.web.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.map.AreaMap;
import se.tillsyn.web.map.ClassLimits;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.Topic;

/** The maps of a view. Classes are made from the main level and are the same on all of them. */
final class TopicMaps {

    private final PublishedRelease release;
    private final Texts texts;
    private final SitePaths paths;
    private final TopicView view;

    TopicMaps(Shown shown, TopicView view) {
        this.release = shown.release();
        this.texts = shown.texts();
        this.paths = shown.paths();
        this.view = view;
    }

    /** The map that the view asks for with links to the others; {@code null} where the release has none. */
    TopicPage.@Nullable MapPanel panel() {
        AreaMap map = map(view.map());
        if (map == null) {
            return null;
        }
        List<TopicPage.Choice> choices = new ArrayList<>();
        for (TopicView.MapChoice choice : TopicView.MapChoice.values()) {
            String level = level(choice);
            if (release.map(level).isPresent()) {
                choices.add(new TopicPage.Choice(
                        texts.of("map.choice." + choice.code(), levels(level)),
                        view.on(choice).href(paths),
                        choice == view.map()));
            }
        }
        return new TopicPage.MapPanel(
                map, texts.of("map.title", FigureText.measureName(texts, view.measure()), view.period()), choices);
    }

    @Nullable
    AreaMap map(TopicView.MapChoice choice) {
        String level = level(choice);
        List<AreaMap.Shown> shown = release.codes().regionsOf(level).stream()
                .map(region -> new AreaMap.Shown(
                        region,
                        release.cell(view.key().inRegion(region.code())).of(view.measure()),
                        view.in(region).href(paths)))
                .toList();
        ClassLimits limits = ClassLimits.over(totals(release, view.topic(), view.measure()));
        return release.map(level)
                .map(shapes -> AreaMap.of(texts, kind(choice), shapes, limits, shown, chosen(choice)))
                .orElse(null);
    }

    private String chosen(TopicView.MapChoice choice) {
        if (choice == TopicView.MapChoice.FINE) {
            return view.region().code();
        }
        Optional<Region> main = release.mainRegionOf(view.region());
        return main.map(Region::code).orElse("");
    }

    private String level(TopicView.MapChoice choice) {
        return choice == TopicView.MapChoice.FINE
                ? release.fineLevel().orElse(release.mainLevel())
                : release.mainLevel();
    }

    private String levels(String level) {
        return texts.ofOr("level." + level, texts.of("level.other"));
    }

    private static AreaMap.Kind kind(TopicView.MapChoice choice) {
        return switch (choice) {
            case MAIN -> AreaMap.Kind.AREAS;
            case TILES -> AreaMap.Kind.TILES;
            case FINE -> AreaMap.Kind.PICTURE;
        };
    }

    /** Rates of every region of the main level in every period, all ages and operation types together. */
    static List<Observation> totals(PublishedRelease release, Topic topic, Measure measure) {
        List<Observation> totals = new ArrayList<>();
        for (Region region : release.codes().regionsOf(release.mainLevel())) {
            for (String period : release.manifest().periods()) {
                totals.add(release.total(topic.code(), region.code(), period).of(measure));
            }
        }
        return totals;
    }
}
