package se.tillsyn.web.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.tillsyn.web.release.Cell;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;

/**
 * The figures of a view, taken from the release once: page, chart, map and data file all show these.
 *
 * @param cell what the view is about
 * @param nation the same in the nation
 * @param periods periods of the trend, ascending
 * @param trends the region and those above it, each over the periods
 * @param mainRegions every region of the main level, in the order asked for
 * @param fineRegions regions below the chosen region's main region, likewise; empty for the nation
 */
record TopicFigures(
        TopicView view,
        Cell cell,
        Cell nation,
        List<String> periods,
        List<Trend> trends,
        List<Row> mainRegions,
        List<Row> fineRegions) {

    /** A region over time. */
    record Trend(Region region, List<Cell> cells) {

        List<Observation> of(Measure measure) {
            return cells.stream().map(cell -> cell.of(measure)).toList();
        }
    }

    /** A region in the view's period. */
    record Row(Region region, Cell cell) {}

    static TopicFigures of(PublishedRelease release, TopicView view) {
        List<String> periods = release.manifest().periods();
        List<Region> lineage = lineage(release, view.region());
        List<Trend> trends = lineage.stream()
                .map(region -> new Trend(
                        region,
                        periods.stream()
                                .map(period -> release.cell(
                                        view.key().inRegion(region.code()).inPeriod(period)))
                                .toList()))
                .toList();
        Optional<Region> main = release.fineLevel().flatMap(level -> release.mainRegionOf(view.region()));
        return new TopicFigures(
                view,
                release.cell(view.key()),
                release.cell(view.key().inRegion(view.nation())),
                periods,
                trends,
                rows(release, view, release.codes().regionsOf(release.mainLevel())),
                main.map(region -> rows(release, view, release.codes().regionsBelow(region.code())))
                        .orElse(List.of()));
    }

    /** The region first, then those above it. */
    private static List<Region> lineage(PublishedRelease release, Region region) {
        List<Region> lineage = new ArrayList<>(List.of(region));
        Optional<Region> above = release.codes().regions().find(region.parent());
        while (above.isPresent() && lineage.size() < release.manifest().levels().size()) {
            lineage.add(above.get());
            above = release.codes().regions().find(above.get().parent());
        }
        return lineage;
    }

    private static List<Row> rows(PublishedRelease release, TopicView view, List<Region> regions) {
        List<Row> rows = new ArrayList<>();
        for (Region region : regions) {
            rows.add(new Row(region, release.cell(view.key().inRegion(region.code()))));
        }
        Comparator<Row> byCode = Comparator.comparing(row -> row.region().code());
        rows.sort(
                switch (view.order()) {
                    case CODE -> byCode;
                    case RATE -> highestFirst(view.measure()).thenComparing(byCode);
                });
        return rows;
    }

    /** Those without a number come last, all alike: their order tells nothing. */
    private static Comparator<Row> highestFirst(Measure measure) {
        return Comparator.comparingDouble(row -> {
            Observation observation = row.cell().of(measure);
            return observation.hasNumber() ? -observation.rate() : 1;
        });
    }
}
