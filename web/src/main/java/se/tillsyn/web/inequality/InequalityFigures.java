package se.tillsyn.web.inequality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.OfficeColumns;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.ReleaseCodes;
import se.tillsyn.web.release.ReleaseTable;
import se.tillsyn.web.release.TableKind;
import se.tillsyn.web.release.Topic;
import se.tillsyn.web.verdict.Difference;

/**
 * What a release says of the inequality on one topic, taken once: page, figures and files show these.
 *
 * @param measure what the rates are shares of
 * @param years spread in each year that has one, ascending
 * @param regions of the view's level with their rates in every year of the release
 * @param nation the nation's rates likewise
 * @param groups groups of municipalities, as the profile orders them, with their rate in the view's year
 * @param ends last group with a rate minus the first; nothing with fewer than two
 * @param parts share of the variation between municipalities that lies between counties
 * @param offices inspecting offices
 */
record InequalityFigures(
        InequalityView view,
        Topic topic,
        Measure measure,
        List<Spread> years,
        List<Rates> regions,
        List<Observation> nation,
        List<Group> groups,
        Difference ends,
        Parts parts,
        List<Office> offices) {

    /** A region's rate in every year. */
    record Rates(Region region, List<Observation> years) {}

    /** A group's rate in the view's year. */
    record Group(Region region, Observation observation) {}

    /**
     * Share of the variance between regions of the fine level that lies between those of the main level.
     *
     * @param share proportion; NaN where it cannot be told
     * @param reason key of why not; empty where it can
     */
    record Parts(double share, String reason) {

        /** Both spreads are without noise; where municipalities show no differences there is nothing to divide. */
        static Parts of(@Nullable Spread main, @Nullable Spread fine) {
            if (main == null || fine == null || Double.isNaN(main.tau()) || Double.isNaN(fine.tau())) {
                return new Parts(Double.NaN, "missing");
            }
            if (!fine.shown() || fine.tau() == 0) {
                return new Parts(Double.NaN, "not-shown");
            }
            double share = main.tau() * main.tau() / (fine.tau() * fine.tau());
            return share > 1 ? new Parts(Double.NaN, "unclear") : new Parts(share, "");
        }
    }

    /** How many deficiencies an office found of those expected: 1 as others, more than 1 more often. */
    record Office(Code.Named name, double ratio, double lower, double upper, double q) {

        boolean shown() {
            return q <= Difference.FALSE_FINDINGS && (lower > 1 || upper < 1);
        }
    }

    static InequalityFigures of(PublishedRelease release, InequalityView view) {
        Topic topic = view.topic().orElseThrow();
        List<Spread> years = release.table(TableKind.INEQUALITY, view.level()).under(topic.code()).stream()
                .map(Spread::of)
                .toList();
        Measure measure = years.isEmpty()
                ? release.coverage(topic).usual()
                : years.get(years.size() - 1).measure();
        List<Group> groups = release.codes().regionGroups().all().stream()
                .map(region -> new Group(
                        region,
                        release.total(topic.code(), region.code(), view.period())
                                .of(measure)))
                .toList();
        return new InequalityFigures(
                view,
                topic,
                measure,
                years,
                regions(release, view.level()).stream()
                        .map(region -> new Rates(region, rates(release, topic, region, measure)))
                        .toList(),
                rates(release, topic, release.nation(), measure),
                groups,
                ends(groups),
                parts(release, view, topic),
                offices(release, topic));
    }

    private static List<Region> regions(PublishedRelease release, String level) {
        return level.equals(ReleaseCodes.GROUP_LEVEL)
                ? release.codes().regionGroups().all()
                : release.codes().regionsOf(level);
    }

    private static List<Observation> rates(PublishedRelease release, Topic topic, Region region, Measure measure) {
        return release.manifest().periods().stream()
                .map(period ->
                        release.total(topic.code(), region.code(), period).of(measure))
                .toList();
    }

    private static Difference ends(List<Group> groups) {
        List<Observation> known = groups.stream()
                .map(Group::observation)
                .filter(Observation::hasNumber)
                .toList();
        return known.size() < 2
                ? Difference.NONE
                : Difference.between(known.get(known.size() - 1), known.get(0), false);
    }

    private static Parts parts(PublishedRelease release, InequalityView view, Topic topic) {
        Optional<Spread> main = spread(release, release.mainLevel(), topic, view.period());
        Optional<Spread> fine = release.fineLevel().flatMap(level -> spread(release, level, topic, view.period()));
        return Parts.of(main.orElse(null), fine.orElse(null));
    }

    private static Optional<Spread> spread(PublishedRelease release, String level, Topic topic, String period) {
        return release.table(TableKind.INEQUALITY, level)
                .find(topic.code(), period)
                .map(Spread::of);
    }

    private static List<Office> offices(PublishedRelease release, Topic topic) {
        Map<String, ReleaseTable.Row> rows = new LinkedHashMap<>();
        release.offices().under(topic.code()).forEach(row -> rows.put(row.text(OfficeColumns.OFFICE), row));
        List<Office> offices = new ArrayList<>();
        for (Code.Named office : release.codes().offices().all()) {
            ReleaseTable.Row row = rows.get(office.code());
            if (row != null) {
                offices.add(new Office(
                        office,
                        row.real(OfficeColumns.RATIO),
                        row.real(OfficeColumns.RATIO_LOWER),
                        row.real(OfficeColumns.RATIO_UPPER),
                        row.real(OfficeColumns.Q)));
            }
        }
        return offices;
    }

    /** The spread in the view's year; empty where fewer than two regions have a published rate. */
    Optional<Spread> current() {
        return years.stream()
                .filter(year -> year.period().equals(view.period()))
                .findFirst();
    }
}
