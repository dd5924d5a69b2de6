package se.tillsyn.web.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.tillsyn.analytics.release.ComparisonColumns;
import se.tillsyn.analytics.release.FollowUpColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.analytics.release.TrendColumns;
import se.tillsyn.web.release.Cell;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.ReleaseTable;
import se.tillsyn.web.release.TableKind;
import se.tillsyn.web.release.Topic;
import se.tillsyn.web.verdict.Difference;
import se.tillsyn.web.verdict.Outcome;

/**
 * What a release says of a region in a year, taken once: page and files show these.
 *
 * @param nation whether the region is the nation, which is compared with nothing
 * @param group the group of municipalities alike that the region belongs to
 * @param lines one for each topic with rates, in the order of the code list
 * @param followUp demands by the year they were made, ascending; up to the view's year
 * @param coverage what was inspected, by kind of operation, all kinds together first
 */
record RegionFigures(
        RegionView view,
        boolean nation,
        Optional<Region> group,
        List<Line> lines,
        List<Demands> followUp,
        List<ReleaseTable.Row> coverage) {

    /** At most so many topics on either side of the middle. */
    private static final int EXTREMES = 3;

    /**
     * A topic.
     *
     * @param measure the topic's usual rate
     * @param nation the same in the whole nation
     * @param group the same in the group of regions alike
     * @param difference from the rest of the nation, as the release says
     * @param years the rate in every year up to the view's
     * @param trend what the release says of the years
     */
    record Line(
            Topic topic,
            Measure measure,
            Cell cell,
            Observation nation,
            Observation group,
            Difference difference,
            List<Observation> years,
            Trend trend) {

        Observation own() {
            return cell.of(measure);
        }

        /** How bad the difference is at the least, in proportions: the limit next to zero, counted so that bad is positive. */
        double leastBad() {
            return Outcome.badSign(topic) > 0 ? difference.lower() : -difference.upper();
        }

        double leastGood() {
            return Outcome.badSign(topic) > 0 ? -difference.upper() : difference.lower();
        }

        double bad() {
            return Outcome.badSign(topic) * difference.value();
        }
    }

    /**
     * What may be said of the years.
     *
     * @param direction {@code increasing}, {@code decreasing}, {@code none}, or {@code unknown} where nothing may be said
     */
    record Trend(String direction) {

        static final Trend UNKNOWN = new Trend("unknown");
        private static final String TOO_FEW = "too_few_periods";

        static Trend of(ReleaseTable.Row row) {
            boolean said = Status.ofCode(row.text(TrendColumns.STATUS)) == Status.VALUE
                    && !row.text(TrendColumns.BASIS).equals(TOO_FEW);
            return said ? new Trend(row.text(TrendColumns.DIRECTION)) : UNKNOWN;
        }

        boolean changes() {
            return direction.equals("increasing") || direction.equals("decreasing");
        }
    }

    /** Demands of one year, over all topics: each belongs to one topic at one operation. */
    record Demands(String period, int demands, int followedUp, int remedied, int relapsed) {

        Demands plus(ReleaseTable.Row row) {
            return new Demands(
                    period,
                    demands + row.whole(FollowUpColumns.DEMANDS),
                    followedUp + row.whole(FollowUpColumns.FOLLOWED_UP),
                    remedied + row.whole(FollowUpColumns.REMEDIED),
                    relapsed + row.whole(FollowUpColumns.RELAPSED));
        }

        Demands plus(Demands other) {
            return new Demands(
                    period,
                    demands + other.demands,
                    followedUp + other.followedUp,
                    remedied + other.remedied,
                    relapsed + other.relapsed);
        }
    }

    static RegionFigures of(PublishedRelease release, RegionView view) {
        Region region = view.region();
        Optional<Region> group = Optional.ofNullable(release.codes().groupOf().get(region.code()))
                .flatMap(release::region);
        boolean nation = region.code().equals(release.nation().code());
        List<Line> lines = release.codes().topics().all().stream()
                .filter(Topic::hasRate)
                .map(topic -> line(release, view, group, topic))
                .toList();
        return new RegionFigures(
                view,
                nation,
                group,
                lines,
                followUp(release, view),
                release.table(TableKind.COVERAGE, region.level()).under(region.code(), view.period()).stream()
                        .sorted(Comparator.comparing(
                                row -> !row.text(RateColumns.OPERATION_TYPE).equals(RateColumns.TOTAL)))
                        .toList());
    }

    private static Line line(PublishedRelease release, RegionView view, Optional<Region> group, Topic topic) {
        Region region = view.region();
        Measure measure = release.coverage(topic).usual();
        List<Observation> years = release.manifest().periods().stream()
                .filter(period -> period.compareTo(view.period()) <= 0)
                .map(period ->
                        release.total(topic.code(), region.code(), period).of(measure))
                .toList();
        return new Line(
                topic,
                measure,
                release.total(topic.code(), region.code(), view.period()),
                release.total(topic.code(), release.nation().code(), view.period())
                        .of(measure),
                group.map(alike -> release.total(topic.code(), alike.code(), view.period())
                                .of(measure))
                        .orElse(Observation.without(Status.NOT_AVAILABLE)),
                release.table(TableKind.COMPARISONS, region.level())
                        .find(topic.code(), region.code(), view.period())
                        .filter(row -> row.text(ComparisonColumns.DENOMINATOR).equals(denominator(measure)))
                        .map(Difference::ofRelease)
                        .orElse(Difference.NONE),
                years,
                release.table(TableKind.TRENDS, region.level())
                        .find(topic.code(), region.code())
                        .map(Trend::of)
                        .orElse(Trend.UNKNOWN));
    }

    /** Word of the release's tables for what a rate is a share of. */
    private static String denominator(Measure measure) {
        return measure == Measure.CASE ? "cases" : "units";
    }

    private static List<Demands> followUp(PublishedRelease release, RegionView view) {
        ReleaseTable table = release.table(TableKind.FOLLOWUP, view.region().level());
        Map<String, Demands> years = new TreeMap<>();
        for (Topic topic : release.codes().topics().all()) {
            for (ReleaseTable.Row row : table.under(topic.code(), view.region().code())) {
                String period = row.text(RateColumns.PERIOD);
                if (period.compareTo(view.period()) <= 0) {
                    years.put(
                            period,
                            years.getOrDefault(period, new Demands(period, 0, 0, 0, 0))
                                    .plus(row));
                }
            }
        }
        return new ArrayList<>(years.values());
    }

    /** Every demand up to the view's year. */
    Demands allDemands() {
        return followUp.stream().reduce(new Demands("", 0, 0, 0, 0), Demands::plus);
    }

    /** Topics that are worse than in the rest of the nation by the most, counted cautiously; the worst first. */
    List<Line> worst() {
        return extremes(line -> line.bad() > 0, Comparator.comparingDouble(line -> -line.leastBad()));
    }

    /** Topics that are better than in the rest of the nation, likewise. */
    List<Line> best() {
        return extremes(line -> line.bad() < 0, Comparator.comparingDouble(line -> -line.leastGood()));
    }

    private List<Line> extremes(Predicate<Line> side, Comparator<Line> order) {
        return lines.stream()
                .filter(line -> line.difference().known())
                .filter(side)
                .sorted(order)
                .limit(EXTREMES)
                .toList();
    }

    /** Number of topics that are compared with the rest of the nation. */
    long compared() {
        return lines.stream().filter(line -> line.difference().known()).count();
    }

    /** Number of topics on which a difference is shown, to the worse, to the better, or either way. */
    long shown(String judgement) {
        return lines.stream()
                .filter(line -> line.difference().shown())
                .filter(line -> Outcome.judgement(line.difference().direction(), line.topic())
                        .equals(judgement))
                .count();
    }
}
