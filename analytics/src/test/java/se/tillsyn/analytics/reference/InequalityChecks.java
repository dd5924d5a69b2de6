package se.tillsyn.analytics.reference;

import static se.tillsyn.analytics.reference.FileCheck.inputs;
import static se.tillsyn.analytics.reference.FileCheck.table;
import static se.tillsyn.analytics.reference.TrendChecks.optional;
import static se.tillsyn.analytics.reference.TrendChecks.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import se.tillsyn.analytics.reference.ReferenceTable.Row;
import se.tillsyn.analytics.statistics.Proportion;
import se.tillsyn.analytics.statistics.inequality.ConcentrationIndex;
import se.tillsyn.analytics.statistics.inequality.Disparity;
import se.tillsyn.analytics.statistics.inequality.Estimate;
import se.tillsyn.analytics.statistics.inequality.Favourable;
import se.tillsyn.analytics.statistics.inequality.Group;
import se.tillsyn.analytics.statistics.inequality.LogisticSlopeIndex;
import se.tillsyn.analytics.statistics.inequality.MidRanks;
import se.tillsyn.analytics.statistics.inequality.PopulationAttributable;
import se.tillsyn.analytics.statistics.inequality.SlopeIndex;
import se.tillsyn.analytics.statistics.inequality.SpatialAutocorrelation;
import se.tillsyn.analytics.statistics.inequality.SystematicComponent;
import se.tillsyn.analytics.statistics.inequality.Weighting;

/** Inequality between units and over ordered groups, and autocorrelation. The files' rates are in percent. */
final class InequalityChecks {

    private static final double PERCENT = 100;

    /** What the package puts for an estimate of 0 percent, as a proportion. */
    private static final double STAND_IN_FOR_ZERO = 1e-6 / PERCENT;

    static final List<FileCheck> ALL = List.of(
            table("inequality_units.csv", InequalityChecks::unit)
                    .given("case_id", "unit", "numerator", "denominator", "weight", "reference", "favourable")
                    .expected("estimate", "se"),
            table("inequality_expected.csv", InequalityChecks::measure)
                    .given("case_id", "measure", "source")
                    .expected("estimate", "se_package", "lower_package", "upper_package"),
            table("inequality_ordered_groups.csv", InequalityChecks::midRank)
                    .given("case_id", "order", "estimate_pct", "population")
                    .expected("midpoint_rank"),
            table("inequality_ordered_expected.csv", InequalityChecks::ordered)
                    .given("case_id", "source")
                    .expected("sii_linear_weighted", "rii_linear_ratio", "sii_logit_pkg_pct")
                    .expected("sii_logit_pkg_se_fraction", "rii_logit_pkg", "rii_logit_pkg_lnse")
                    .expected("sii_logit_plain_pct", "rii_logit_plain", "aci_pkg", "aci_se_pkg", "rci_pkg")
                    .expected("rci_se_pkg", "concentration_index_cov"),
            inputs("moran_graph.csv", "graph", "from", "to"),
            inputs("moran_values.csv", "case_id", "graph", "node", "value"),
            table("moran_expected.csv", InequalityChecks::moran)
                    .given("case_id", "graph", "style", "source")
                    .expected("moran_i", "expectation", "variance_randomisation", "z_randomisation")
                    .expected("p_two_sided", "variance_normal", "z_normal", "geary_c"));

    private InequalityChecks() {}

    /** Rate and standard error of the units that have counts; the others come with both. */
    private static Figures unit(Row row, ReferenceFolder folder) {
        Optional<Group> group = group(row);
        Figures figures = new Figures();
        optional(figures, "estimate", value(group.map(found -> found.rate() * PERCENT)));
        boolean without = !row.has("se") && !row.has("numerator");
        optional(
                figures,
                "se",
                without ? OptionalDouble.empty() : value(group.map(found -> found.standardError() * PERCENT)));
        return figures;
    }

    private static Optional<Group> group(Row row) {
        if (row.has("numerator") && row.has("denominator")) {
            Proportion counts = new Proportion(row.whole("numerator"), row.whole("denominator"));
            if (counts.cases() == 0) {
                return Optional.empty();
            }
            Group group = Group.ofCases(counts);
            return Optional.of(new Group(group.rate(), group.standardError(), row.number("weight")));
        }
        return row.has("estimate")
                ? Optional.of(new Group(
                        row.number("estimate") / PERCENT,
                        row.has("se") ? row.number("se") / PERCENT : 0,
                        row.number("weight")))
                : Optional.empty();
    }

    private static Figures measure(Row row, ReferenceFolder folder) {
        List<Row> rows = folder.table("inequality_units.csv").where("case_id", row.text("case_id"));
        List<Group> groups = rows.stream()
                .map(InequalityChecks::group)
                .flatMap(Optional::stream)
                .toList();
        Favourable favourable = rows.get(0).text("favourable").equals("1") ? Favourable.HIGH : Favourable.LOW;
        return switch (row.text("measure")) {
            case "difference_max_min" ->
                estimate(Optional.of(Disparity.gap(groups).times(PERCENT)));
            case "ratio_max_min" -> estimate(Disparity.ratio(groups));
            case "between_group_variance" ->
                estimate(Optional.of(Disparity.betweenGroupVariance(groups).times(PERCENT * PERCENT)));
            case "bgsd" -> plain(OptionalDouble.of(Disparity.betweenGroupDeviation(groups) * PERCENT));
            case "covar" -> plain(Disparity.coefficientOfVariationPercent(groups));
            case "mdmw" -> points(Disparity.differenceFromMean(groups, Weighting.WEIGHTED));
            case "mdmu" -> points(Disparity.differenceFromMean(groups, Weighting.EQUAL));
            case "idisw" -> plain(Disparity.indexOfDisparityPercent(groups, Weighting.WEIGHTED));
            case "idisu" -> plain(Disparity.indexOfDisparityPercent(groups, Weighting.EQUAL));
            case "mdbw" -> points(Disparity.differenceFromBest(groups, favourable, Weighting.WEIGHTED));
            case "mdbu" -> points(Disparity.differenceFromBest(groups, favourable, Weighting.EQUAL));
            case "mdrw" -> fromReference(rows, groups, Weighting.WEIGHTED);
            case "mdru" -> fromReference(rows, groups, Weighting.EQUAL);
            case "mld" -> errorLeftSmall(Disparity.meanLogDeviation(withoutZero(groups)), 1000);
            case "ti" -> errorLeftSmall(Disparity.theil(withoutZero(groups)), 1000);
            case "mld_se_correct_x1000" ->
                estimate(Disparity.meanLogDeviation(withoutZero(groups)).map(found -> found.times(1000)));
            case "ti_se_correct_x1000" ->
                estimate(Disparity.theil(withoutZero(groups)).map(found -> found.times(1000)));
            case "parisk" ->
                estimate(PopulationAttributable.of(groups, favourable)
                        .map(found -> found.risk().times(PERCENT)));
            case "paf" ->
                errorLeftSmall(
                        PopulationAttributable.of(groups, favourable).map(PopulationAttributable::fraction), PERCENT);
            case "gini_weighted" -> plain(Disparity.gini(groups));
            case "hoover_weighted" -> plain(Disparity.hoover(groups));
            case "theil_t" -> plain(value(Disparity.theil(groups).map(Estimate::value)));
            case "theil_l_mld_nonzero" -> plain(Disparity.meanLogDeviationOfPositive(groups));
            case "atkinson_eps1" -> plain(Disparity.atkinson(groups));
            case "weighted_mean" -> points(Disparity.mean(groups, Weighting.WEIGHTED));
            case "unweighted_sd" -> {
                OptionalDouble deviation = Disparity.standardDeviation(groups);
                yield plain(deviation.isEmpty() ? deviation : OptionalDouble.of(deviation.getAsDouble() * PERCENT));
            }
            case "coefficient_variation_unweighted" -> plain(Disparity.unweightedCoefficientOfVariationPercent(groups));
            case "systematic_component_variance" -> plain(systematicComponent(rows));
            default -> throw new AssertionError("unknown measure " + row.text("measure"));
        };
    }

    private static OptionalDouble systematicComponent(List<Row> rows) {
        if (!rows.stream().allMatch(row -> row.has("numerator") && row.has("denominator"))) {
            return OptionalDouble.empty();
        }
        return SystematicComponent.of(rows.stream()
                .map(row -> new Proportion(row.whole("numerator"), row.whole("denominator")))
                .toList());
    }

    private static Figures fromReference(List<Row> rows, List<Group> groups, Weighting weighting) {
        return rows.stream()
                .filter(row -> row.text("reference").equals("1"))
                .findFirst()
                .flatMap(InequalityChecks::group)
                .map(reference -> points(Disparity.differenceFrom(reference.rate(), groups, weighting)))
                .orElseGet(() -> plain(OptionalDouble.empty()));
    }

    /** The package's own treatment of zeros in mean log deviation and Theil's index. */
    private static List<Group> withoutZero(List<Group> groups) {
        return groups.stream()
                .map(group ->
                        group.rate() > 0 ? group : new Group(STAND_IN_FOR_ZERO, group.standardError(), group.weight()))
                .toList();
    }

    private static Figures points(double proportion) {
        return plain(OptionalDouble.of(proportion * PERCENT));
    }

    private static Figures plain(OptionalDouble value) {
        Figures figures = new Figures();
        optional(figures, "estimate", value);
        return figures.none("se_package").none("lower_package").none("upper_package");
    }

    private static Figures estimate(Optional<Estimate> found) {
        return found.map(estimate -> new Figures()
                        .number("estimate", estimate.value())
                        .number("se_package", estimate.standardError())
                        .number("lower_package", estimate.limits().lower())
                        .number("upper_package", estimate.limits().upper()))
                .orElseGet(() -> plain(OptionalDouble.empty()));
    }

    /** The package's fault: the estimate in another unit, standard error and limits about it in the old. */
    private static Figures errorLeftSmall(Optional<Estimate> found, double factor) {
        return found.map(estimate -> new Figures()
                        .number("estimate", estimate.value() * factor)
                        .number("se_package", estimate.standardError())
                        .number(
                                "lower_package",
                                estimate.value() * factor + estimate.limits().lower() - estimate.value())
                        .number(
                                "upper_package",
                                estimate.value() * factor + estimate.limits().upper() - estimate.value()))
                .orElseGet(() -> plain(OptionalDouble.empty()));
    }

    private static Figures midRank(Row row, ReferenceFolder folder) {
        List<Row> groups = folder.table("inequality_ordered_groups.csv").where("case_id", row.text("case_id"));
        int place = IntStream.range(0, groups.size())
                .filter(i -> groups.get(i).text("order").equals(row.text("order")))
                .findFirst()
                .orElseThrow();
        return new Figures().number("midpoint_rank", MidRanks.of(populations(groups))[place]);
    }

    private static Figures ordered(Row row, ReferenceFolder folder) {
        List<Row> rows = folder.table("inequality_ordered_groups.csv").where("case_id", row.text("case_id"));
        double[] population = populations(rows);
        double[] ranks = MidRanks.of(population);
        // The package makes counts of the percentages, rounded to whole people.
        double[] counts = rows.stream()
                .mapToDouble(group -> Math.rint(group.number("estimate_pct") / PERCENT * group.number("population")))
                .toArray();
        List<Group> groups = rows.stream()
                .map(group -> new Group(group.number("estimate_pct"), 0, group.number("population")))
                .toList();
        Optional<SlopeIndex> linear = SlopeIndex.ofRates(groups);
        Optional<LogisticSlopeIndex> logistic = LogisticSlopeIndex.of(ranks, counts, population);
        // The package's fault: counts weighted by the population once more.
        Optional<LogisticSlopeIndex> twice =
                LogisticSlopeIndex.of(ranks, product(counts, population), product(population, population));
        ConcentrationIndex concentration = ConcentrationIndex.of(groups);
        Figures figures = new Figures();
        optional(figures, "sii_linear_weighted", value(linear.map(SlopeIndex::slope)));
        optional(figures, "rii_linear_ratio", linear.map(SlopeIndex::relative).orElse(OptionalDouble.empty()));
        optional(figures, "sii_logit_pkg_pct", value(twice.map(found -> found.slope() * PERCENT)));
        optional(
                figures,
                "sii_logit_pkg_se_fraction",
                twice.map(LogisticSlopeIndex::slopeError).orElse(OptionalDouble.empty()));
        optional(figures, "rii_logit_pkg", value(twice.map(LogisticSlopeIndex::ratio)));
        optional(
                figures,
                "rii_logit_pkg_lnse",
                twice.map(LogisticSlopeIndex::logRatioError).orElse(OptionalDouble.empty()));
        optional(figures, "sii_logit_plain_pct", value(logistic.map(found -> found.slope() * PERCENT)));
        optional(figures, "rii_logit_plain", value(logistic.map(LogisticSlopeIndex::ratio)));
        figures.number("aci_pkg", concentration.absolute());
        optional(figures, "aci_se_pkg", concentration.absoluteError());
        optional(figures, "rci_pkg", concentration.relative());
        optional(figures, "rci_se_pkg", concentration.relativeError());
        optional(figures, "concentration_index_cov", concentration.relative());
        return figures;
    }

    private static double[] populations(List<Row> rows) {
        return rows.stream().mapToDouble(row -> row.number("population")).toArray();
    }

    private static double[] product(double[] first, double[] second) {
        return IntStream.range(0, first.length)
                .mapToDouble(i -> first[i] * second[i])
                .toArray();
    }

    private static Figures moran(Row row, ReferenceFolder folder) {
        List<Row> values = folder.table("moran_values.csv").where("case_id", row.text("case_id"));
        List<String> nodes = values.stream().map(value -> value.text("node")).toList();
        List<TreeSet<Integer>> neighbours = new ArrayList<>();
        nodes.forEach(node -> neighbours.add(new TreeSet<>()));
        for (Row edge : folder.table("moran_graph.csv").where("graph", row.text("graph"))) {
            neighbours.get(nodes.indexOf(edge.text("from"))).add(nodes.indexOf(edge.text("to")));
        }
        int[][] places = neighbours.stream()
                .map(of -> of.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        Optional<SpatialAutocorrelation> found = SpatialAutocorrelation.of(
                values.stream().mapToDouble(value -> value.number("value")).toArray(), places);
        Figures figures = new Figures();
        optional(figures, "moran_i", value(found.map(SpatialAutocorrelation::moran)));
        optional(figures, "expectation", value(found.map(SpatialAutocorrelation::expectation)));
        optional(
                figures,
                "variance_randomisation",
                found.map(SpatialAutocorrelation::randomisationVariance).orElse(OptionalDouble.empty()));
        optional(
                figures,
                "z_randomisation",
                found.map(SpatialAutocorrelation::randomisationZ).orElse(OptionalDouble.empty()));
        optional(figures, "p_two_sided", found.map(SpatialAutocorrelation::p).orElse(OptionalDouble.empty()));
        optional(figures, "variance_normal", value(found.map(SpatialAutocorrelation::normalVariance)));
        optional(figures, "z_normal", found.map(SpatialAutocorrelation::normalZ).orElse(OptionalDouble.empty()));
        optional(figures, "geary_c", value(found.map(SpatialAutocorrelation::geary)));
        return figures;
    }
}
