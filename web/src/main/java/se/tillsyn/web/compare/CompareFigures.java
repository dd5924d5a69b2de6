package se.tillsyn.web.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.release.Cell;
import se.tillsyn.web.release.CellKey;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.Topic;
import se.tillsyn.web.verdict.Difference;

/**
 * The figures of a comparison, taken from the release once: page, figures and files all show these.
 *
 * @param topics every topic's row in the view's year; one row when a topic is chosen
 * @param ages the chosen topic by age, the total first; empty with all topics
 * @param years the chosen topic year by year, ascending; empty with all topics
 */
record CompareFigures(CompareView view, List<Row> topics, List<Row> ages, List<Row> years) {

    /** One topic, age and year in every region. */
    record Row(Topic topic, Measure measure, String period, String age, List<Place> places) {}

    /** What is known of a region, and its difference from the reference; none of the reference from itself. */
    record Place(Region region, Cell cell, Observation observation, Difference difference) {}

    static CompareFigures of(PublishedRelease release, CompareView view) {
        Optional<Topic> topic = view.topic();
        if (topic.isEmpty()) {
            List<Row> rows = release.codes().topics().all().stream()
                    .filter(Topic::hasRate)
                    .map(each ->
                            row(release, view, each, release.coverage(each).usual(), view.period(), RateColumns.TOTAL))
                    .toList();
            return new CompareFigures(view, rows, List.of(), List.of());
        }
        List<String> ages = new ArrayList<>(List.of(RateColumns.TOTAL));
        TreeSet<String> known = new TreeSet<>(release.coverage(topic.get()).ageGroups());
        release.codes().ageGroups().all().stream()
                .map(Code::code)
                .filter(known::contains)
                .forEach(ages::add);
        return new CompareFigures(
                view,
                List.of(row(release, view, topic.get(), view.measure(), view.period(), view.age())),
                ages.stream()
                        .map(age -> row(release, view, topic.get(), view.measure(), view.period(), age))
                        .toList(),
                release.manifest().periods().stream()
                        .map(period -> row(release, view, topic.get(), view.measure(), period, view.age()))
                        .toList());
    }

    private static Row row(
            PublishedRelease release, CompareView view, Topic topic, Measure measure, String period, String age) {
        Region reference = view.reference();
        Cell against = reference == null ? Cell.NOT_INSPECTED : cell(release, topic, reference, period, age);
        List<Place> places = view.regions().stream()
                .map(region -> {
                    Cell cell = cell(release, topic, region, period, age);
                    return new Place(
                            region,
                            cell,
                            cell.of(measure),
                            view.isReference(region)
                                    ? Difference.NONE
                                    : Difference.between(
                                            cell.of(measure),
                                            against.of(measure),
                                            !cell.selectionBasis().equals(against.selectionBasis())));
                })
                .toList();
        return new Row(topic, measure, period, age, places);
    }

    private static Cell cell(PublishedRelease release, Topic topic, Region region, String period, String age) {
        return release.cell(new CellKey(topic.code(), region.code(), period, age, RateColumns.TOTAL));
    }

    /** Number of differences in the main table. */
    long differences() {
        return topics.stream()
                .flatMap(row -> row.places().stream())
                .filter(place -> place.difference().known())
                .count();
    }

    /** Whether any difference of the main table is between unlike selection bases. */
    boolean unlike() {
        return topics.stream().flatMap(row -> row.places().stream()).anyMatch(place -> place.difference()
                .unlike());
    }
}
