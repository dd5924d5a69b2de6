package se.tillsyn.web.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.release.Cell;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.RateView;
import se.tillsyn.web.release.Region;

/**
 * The figures of a view, taken from the release once: page, chart, map and data file all show these.
 *
 * @param cell what the view is about
 * @param nation the same in the nation
 * @param periods years of the trend, ascending
 * @param trends the region and those above it, each over the periods
 * @param quarters quarters of the view's year and of the year before, ascending; none where the release has none
 * @param quarterly regions above and with the view's own that have quarters, each over the quarters
 * @param mainRegions every region of the main level, in the order asked for
 * @param fineRegions regions below the chosen region's main region, likewise; all of them when the map shows them
 * @param groups groups of municipalities alike, in the order of the list
 * @param ages the region by age group, the total first; ages that no figure is for are left out
 * @param types the region by operation type, likewise
 * @param seen the region as last seen when the year ended, and the nation
 */
record TopicFigures(
        TopicView view,
        Cell cell,
        Cell nation,
        List<String> periods,
        List<Trend> trends,
        List<String> quarters,
        List<Trend> quarterly,
        List<Row> mainRegions,
        List<Row> fineRegions,
        List<Row> groups,
        List<Part> ages,
        List<Part> types,
        List<Row> seen) {

    /** A part of the region's cell: an age group or an operation type, by its code. */
    record Part(String code, Cell cell) {}

    /** A region over time. */
    record Trend(Region region, List<Cell> cells) {

        List<Observation> of(Measure measure) {
            return cells.stream().map(cell -> cell.of(measure)).toList();
        }
    }

    /** A region in the view's period. */
    record Row(Region region, Cell cell) {}

    static TopicFigures of(PublishedRelease release, TopicView view) {
        List<String> periods = view.span().years();
        List<Region> lineage = lineage(release, view.region());
        List<Trend> trends = lineage.stream()
                .map(region -> new Trend(
                        region,
                        periods.stream()
                                .map(period -> release.cell(
                                        view.key().inRegion(region.code()).inPeriod(period)))
                                .toList()))
                .toList();
        List<String> quarters = quarters(view.period(), release.manifest().periods());
        List<Trend> quarterly = quarterly(release, view, lineage, quarters);
        Optional<Region> main = release.fineLevel().flatMap(level -> release.mainRegionOf(view.region()));
        return new TopicFigures(
                view,
                release.cell(view.key()),
                release.cell(view.key().inRegion(view.nation())),
                periods,
                trends,
                quarterly.isEmpty() ? List.of() : quarters,
                quarterly,
                rows(release, view, release.codes().regionsOf(release.mainLevel())),
                fine(release, view, main),
                rows(release, view, release.groupsWithRates()),
                ages(release, view),
                types(release, view),
                seen(release, view));
    }

    private static List<String> quarters(String year, List<String> years) {
        List<String> quarters = new ArrayList<>();
        int at = years.indexOf(year);
        for (String one : years.subList(Math.max(0, at - 1), at + 1)) {
            for (int quarter = 1; quarter <= 4; quarter++) {
                quarters.add(one + "-Q" + quarter);
            }
        }
        return quarters;
    }

    /** Of the regions those that anything is said of in a quarter; a cell without a row is one that nothing is said of. */
    private static List<Trend> quarterly(
            PublishedRelease release, TopicView view, List<Region> lineage, List<String> quarters) {
        List<Trend> quarterly = new ArrayList<>();
        for (Region region : lineage) {
            List<Cell> cells = quarters.stream()
                    .map(quarter -> release.cell(
                            RateView.QUARTERS,
                            view.key().inRegion(region.code()).inPeriod(quarter)))
                    .toList();
            if (!cells.stream().allMatch(Cell.NOT_INSPECTED::equals)) {
                quarterly.add(new Trend(region, cells));
            }
        }
        return quarterly;
    }

    private static List<Row> fine(PublishedRelease release, TopicView view, Optional<Region> main) {
        if (main.isPresent()) {
            return rows(release, view, release.codes().regionsBelow(main.get().code()));
        }
        return view.map() == TopicView.MapChoice.FINE
                ? rows(
                        release,
                        view,
                        release.codes().regionsOf(release.fineLevel().orElseThrow()))
                : List.of();
    }

    private static List<Part> ages(PublishedRelease release, TopicView view) {
        List<String> codes = new ArrayList<>(List.of(RateColumns.TOTAL));
        codes.addAll(release.coverage(view.topic()).ageGroups());
        return codes.stream()
                .map(code -> new Part(code, release.cell(view.forAge(code).key())))
                .toList();
    }

    private static List<Part> types(PublishedRelease release, TopicView view) {
        List<String> codes = new ArrayList<>(List.of(RateColumns.TOTAL));
        codes.addAll(release.coverage(view.topic()).operationTypes());
        return codes.stream()
                .map(code -> new Part(code, release.cell(view.forType(code).key())))
                .toList();
    }

    private static List<Row> seen(PublishedRelease release, TopicView view) {
        List<Row> seen = new ArrayList<>();
        seen.add(new Row(view.region(), release.cell(RateView.LATEST, view.key())));
        if (!view.ofNation()) {
            seen.add(new Row(
                    release.nation(), release.cell(RateView.LATEST, view.key().inRegion(view.nation()))));
        }
        return seen;
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
