package se.tillsyn.analytics.reference;

import static se.tillsyn.analytics.reference.FileCheck.table;
import static se.tillsyn.analytics.reference.TrendChecks.optional;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import se.tillsyn.analytics.reference.ReferenceTable.Row;
import se.tillsyn.analytics.statistics.Proportion;
import se.tillsyn.analytics.statistics.comparison.AdjustedP;
import se.tillsyn.analytics.statistics.comparison.MarshallShrinkage;
import se.tillsyn.analytics.statistics.comparison.PoissonGamma;
import se.tillsyn.analytics.statistics.comparison.RankSet;
import se.tillsyn.analytics.statistics.comparison.RankSets;
import se.tillsyn.analytics.statistics.comparison.ShrunkRate;

/** Adjusted p-values, ranks and empirical Bayes. */
final class ComparisonChecks {

    private static final double CONFIDENCE = 0.95;
    private static final long SEED = 20_240_101;

    static final List<FileCheck> ALL = List.of(
            table("multiple_testing.csv", ComparisonChecks::adjusted)
                    .given("family_id", "index", "p", "source")
                    .expected("bh", "by", "holm", "hochberg", "bonferroni"),
            table("rank_confidence_counts.csv", ComparisonChecks::countRank)
                    .given("case_id", "simultaneous", "unit", "count", "source")
                    .expected("rank", "rank_lower", "rank_upper"),
            table("rank_confidence_rates.csv", ComparisonChecks::rateRank)
                    .given("case_id", "unit", "x", "n", "source")
                    .expected("p_shrunk", "variance", "rank_desc", "holm_rank_lower", "holm_rank_upper")
                    // Resampled: the file's description allows 1.
                    .expectedWithin(0, 1, "csranks_lower", "csranks_upper"),
            // The file gives no Poisson-gamma figures for some cases in which they exist.
            table("empirical_bayes_units.csv", ComparisonChecks::shrunkUnit)
                    .given("case_id", "unit", "count", "denominator", "expected")
                    .expected("raw_rate", "marshall_eb", "smr")
                    .expectedWhereGiven("poisson_gamma_rr", "poisson_gamma_rr_median"),
            table("empirical_bayes_summary.csv", ComparisonChecks::shrunkCase)
                    .given("case_id", "source")
                    .expected("units", "marshall_a", "marshall_b")
                    .expectedWhereGiven("poisson_gamma_alpha", "poisson_gamma_beta0"));

    private ComparisonChecks() {}

    private static Figures adjusted(Row row, ReferenceFolder folder) {
        List<Row> family = folder.table("multiple_testing.csv").where("family_id", row.text("family_id"));
        double[] p = family.stream()
                .mapToDouble(test -> test.has("p") ? test.number("p") : Double.NaN)
                .toArray();
        int place = place(row, family, "index");
        Figures figures = new Figures();
        probability(figures, "bh", AdjustedP.benjaminiHochberg(p)[place]);
        probability(figures, "by", AdjustedP.benjaminiYekutieli(p)[place]);
        probability(figures, "holm", AdjustedP.holm(p)[place]);
        probability(figures, "hochberg", AdjustedP.hochberg(p)[place]);
        probability(figures, "bonferroni", AdjustedP.bonferroni(p)[place]);
        return figures;
    }

    private static void probability(Figures figures, String column, double value) {
        optional(figures, column, Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
    }

    private static Figures countRank(Row row, ReferenceFolder folder) {
        List<Row> units = folder.table("rank_confidence_counts.csv").where("case_id", row.text("case_id")).stream()
                .filter(unit -> unit.text("simultaneous").equals(row.text("simultaneous")))
                .toList();
        long[] counts = units.stream().mapToLong(unit -> unit.whole("count")).toArray();
        RankSets sets = row.text("simultaneous").equals("TRUE")
                ? RankSets.ofCounts(counts, CONFIDENCE)
                : RankSets.marginalOfCounts(counts, CONFIDENCE);
        RankSet set = sets.sets().get(place(row, units, "unit"));
        return new Figures()
                .number("rank", set.rank())
                .number("rank_lower", set.lower())
                .number("rank_upper", set.upper());
    }

    private static Figures rateRank(Row row, ReferenceFolder folder) {
        List<Row> rows = folder.table("rank_confidence_rates.csv").where("case_id", row.text("case_id"));
        List<Proportion> units = rows.stream()
                .map(unit -> new Proportion(unit.whole("x"), unit.whole("n")))
                .toList();
        int place = place(row, rows, "unit");
        ShrunkRate shrunk = ShrunkRate.of(units.get(place));
        RankSet holm = RankSets.ofRates(units, CONFIDENCE).sets().get(place);
        RankSet resampled =
                RankSets.ofRatesByResampling(units, CONFIDENCE, SEED).sets().get(place);
        return new Figures()
                .number("p_shrunk", shrunk.rate())
                .number("variance", shrunk.variance())
                .number("rank_desc", holm.rank())
                .number("holm_rank_lower", holm.lower())
                .number("holm_rank_upper", holm.upper())
                .number("csranks_lower", resampled.lower())
                .number("csranks_upper", resampled.upper());
    }

    private static Figures shrunkUnit(Row row, ReferenceFolder folder) {
        List<Row> units = folder.table("empirical_bayes_units.csv").where("case_id", row.text("case_id"));
        Figures figures = new Figures();
        if (row.has("denominator")) {
            MarshallShrinkage marshall = marshall(units);
            figures.number("raw_rate", row.number("count") / row.number("denominator"))
                    .number("marshall_eb", marshall.estimates().get(place(row, units, "unit")));
        } else {
            figures.none("raw_rate").none("marshall_eb");
        }
        if (!row.has("expected")) {
            return figures.none("smr").none("poisson_gamma_rr").none("poisson_gamma_rr_median");
        }
        figures.number("smr", row.number("count") / row.number("expected"));
        Optional<PoissonGamma> fitted = poissonGamma(units);
        if (fitted.isEmpty()) {
            return figures.none("poisson_gamma_rr").none("poisson_gamma_rr_median");
        }
        return figures.number("poisson_gamma_rr", fitted.get().relativeRisk(row.whole("count"), row.number("expected")))
                .number(
                        "poisson_gamma_rr_median",
                        fitted.get().quantile(row.whole("count"), row.number("expected"), 0.5));
    }

    private static Figures shrunkCase(Row row, ReferenceFolder folder) {
        List<Row> units = folder.table("empirical_bayes_units.csv").where("case_id", row.text("case_id"));
        Figures figures = new Figures().number("units", units.size());
        if (units.stream().allMatch(unit -> unit.has("denominator"))) {
            MarshallShrinkage marshall = marshall(units);
            figures.number("marshall_a", marshall.between()).number("marshall_b", marshall.overall());
        } else {
            figures.none("marshall_a").none("marshall_b");
        }
        Optional<PoissonGamma> fitted =
                units.stream().allMatch(unit -> unit.has("expected")) ? poissonGamma(units) : Optional.empty();
        optional(figures, "poisson_gamma_alpha", fitted.map(PoissonGamma::alpha).orElse(OptionalDouble.empty()));
        optional(
                figures,
                "poisson_gamma_beta0",
                fitted.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.log(fitted.get().mean())));
        return figures;
    }

    private static MarshallShrinkage marshall(List<Row> units) {
        return MarshallShrinkage.poisson(
                units.stream().mapToDouble(unit -> unit.number("count")).toArray(),
                units.stream().mapToDouble(unit -> unit.number("denominator")).toArray());
    }

    private static Optional<PoissonGamma> poissonGamma(List<Row> units) {
        return PoissonGamma.fit(
                units.stream().mapToLong(unit -> unit.whole("count")).toArray(),
                units.stream().mapToDouble(unit -> unit.number("expected")).toArray());
    }

    private static int place(Row row, List<Row> rows, String column) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).text(column).equals(row.text(column)))
                .findFirst()
                .orElseThrow();
    }
}
