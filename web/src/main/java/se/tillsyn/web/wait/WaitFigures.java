package se.tillsyn.web.wait;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.TableKind;
import se.tillsyn.web.release.Topic;

/**
 * What a release says of waits, taken once: page, figures and files all show these.
 *
 * @param rules topics that are measured by a value of another kind: what is asked before somebody is let in
 * @param regions the nation first, then the main level by code, in the view's year
 * @param years the nation in every year of the release
 */
record WaitFigures(WaitView view, List<Topic> rules, List<Place> regions, List<Place> years) {

    private static final String MEASURED = "MEASURED";

    /** Waits of a region in a year, and its rules in their order. */
    record Place(Region region, String period, Quantities waits, List<Quantities> rules) {}

    static WaitFigures of(PublishedRelease release, WaitView view) {
        List<Topic> rules = release.codes().topics().all().stream()
                .filter(topic -> topic.measure().equals(MEASURED))
                .toList();
        List<Region> regions = new ArrayList<>(List.of(release.nation()));
        regions.addAll(release.codes().regionsOf(release.mainLevel()));
        return new WaitFigures(
                view,
                rules,
                regions.stream()
                        .map(region -> place(release, view, rules, region, view.period()))
                        .toList(),
                release.manifest().periods().stream()
                        .map(period -> place(release, view, rules, release.nation(), period))
                        .toList());
    }

    private static Place place(
            PublishedRelease release, WaitView view, List<Topic> rules, Region region, String period) {
        return new Place(
                region,
                period,
                view.topic()
                        .map(topic -> quantities(release, TableKind.WAITS, topic, region, period, view))
                        .orElse(Quantities.NONE),
                rules.stream()
                        .map(rule -> quantities(release, TableKind.MEASURED, rule, region, period, view))
                        .toList());
    }

    /** Rules are asked by kinds of operation and not by ages: they are shown for all ages. */
    private static Quantities quantities(
            PublishedRelease release, TableKind kind, Topic topic, Region region, String period, WaitView view) {
        String age = kind == TableKind.WAITS ? view.age() : RateColumns.TOTAL;
        return release.table(kind, region.level())
                .find(topic.code(), region.code(), period, age, view.type())
                .map(Quantities::of)
                .orElse(Quantities.NONE);
    }

    Place nation() {
        return regions.get(0);
    }
}
