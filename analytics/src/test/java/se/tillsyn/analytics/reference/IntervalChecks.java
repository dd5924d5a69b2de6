package se.tillsyn.analytics.reference;

import static se.tillsyn.analytics.reference.FileCheck.inputs;
import static se.tillsyn.analytics.reference.FileCheck.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import se.tillsyn.analytics.reference.ReferenceTable.Row;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.MeanInterval;
import se.tillsyn.analytics.statistics.PoissonInterval;
import se.tillsyn.analytics.statistics.RateDifference;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.TwoProportions;
import se.tillsyn.analytics.statistics.TwoProportions.RiskRatio;

/** Limits of proportions, rates and means, and the comparison of two proportions. */
final class IntervalChecks {

    static final List<FileCheck> ALL = List.of(
            // Cases of PHEindicatormethods give Wilson's limits only.
            table("proportion_ci.csv", IntervalChecks::proportion)
                    .given("case_id", "x", "n", "confidence", "multiplier", "source")
                    .expected("value", "wilson_lower", "wilson_upper")
                    .expectedWhereGiven("clopper_pearson_lower", "clopper_pearson_upper")
                    .expectedWhereGiven("jeffreys_lower", "jeffreys_upper")
                    .expectedWhereGiven("agresti_coull_lower", "agresti_coull_upper"),
            // The method is an input: the same counts stand in the file once for each.
            table("rate_poisson_ci.csv", IntervalChecks::rate)
                    .given("case_id", "x", "n", "multiplier", "confidence", "method", "source")
                    .expected("value", "lower", "upper"),
            table("two_proportion_compare.csv", IntervalChecks::comparison)
                    .given("case_id", "x1", "n1", "x2", "n2", "source")
                    .expected("difference", "newcombe_lower", "newcombe_upper", "pooled_z", "pooled_p", "fisher_p")
                    .expected("risk_ratio", "risk_ratio_katz_lower", "risk_ratio_katz_upper"),
            inputs("mean_ci_values.csv", "case_id", "value"),
            table("mean_ci_expected.csv", IntervalChecks::mean)
                    .given("case_id", "source")
                    .expected("count", "stdev", "mean", "lower95", "upper95", "lower998", "upper998"));

    private IntervalChecks() {}

    /** A figure, or none. */
    static void put(Figures figures, String column, OptionalDouble value) {
        if (value.isPresent()) {
            figures.number(column, value.getAsDouble());
        } else {
            figures.none(column);
        }
    }

    /** A whole figure, or none. */
    static void put(Figures figures, String column, OptionalInt value) {
        put(figures, column, value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty());
    }

    /** Both limits, or none. */
    static void put(Figures figures, String lower, String upper, Optional<Interval> limits) {
        put(figures, lower, limits.map(l -> OptionalDouble.of(l.lower())).orElse(OptionalDouble.empty()));
        put(figures, upper, limits.map(l -> OptionalDouble.of(l.upper())).orElse(OptionalDouble.empty()));
    }

    private static Figures proportion(Row row, ReferenceFolder folder) {
        double x = row.number("x");
        double n = row.number("n");
        double confidence = row.number("confidence");
        double multiplier = row.number("multiplier");
        Figures figures = new Figures();
        boolean some = n > 0;
        put(figures, "value", some ? OptionalDouble.of(x / n * multiplier) : OptionalDouble.empty());
        put(
                figures,
                "wilson_lower",
                "wilson_upper",
                some ? Optional.of(RateInterval.wilson(x, n, confidence).times(multiplier)) : Optional.empty());
        put(
                figures,
                "clopper_pearson_lower",
                "clopper_pearson_upper",
                some ? Optional.of(RateInterval.clopperPearson(x, n, confidence).times(multiplier)) : Optional.empty());
        put(
                figures,
                "jeffreys_lower",
                "jeffreys_upper",
                some ? Optional.of(RateInterval.jeffreys(x, n, confidence).times(multiplier)) : Optional.empty());
        put(
                figures,
                "agresti_coull_lower",
                "agresti_coull_upper",
                some ? Optional.of(RateInterval.agrestiCoull(x, n, confidence).times(multiplier)) : Optional.empty());
        return figures;
    }

    private static Figures rate(Row row, ReferenceFolder folder) {
        double x = row.number("x");
        double unit = row.number("multiplier") / row.number("n");
        double confidence = row.number("confidence");
        Figures figures = new Figures().number("value", x * unit);
        switch (row.text("method")) {
            case "Exact" ->
                put(
                        figures,
                        "lower",
                        "upper",
                        Optional.of(PoissonInterval.exact(x, confidence).times(unit)));
            case "Byars" -> {
                OptionalDouble lower = PoissonInterval.byarLower(x, confidence);
                put(
                        figures,
                        "lower",
                        lower.isPresent() ? OptionalDouble.of(lower.getAsDouble() * unit) : OptionalDouble.empty());
                figures.number("upper", PoissonInterval.byarUpper(x, confidence) * unit);
            }
            default -> throw new AssertionError("method: expected Exact or Byars");
        }
        return figures;
    }

    private static Figures comparison(Row row, ReferenceFolder folder) {
        TwoProportions two = new TwoProportions(row.whole("x1"), row.whole("n1"), row.whole("x2"), row.whole("n2"));
        RateDifference difference = two.difference(0.95);
        Optional<RiskRatio> ratio = two.riskRatio(0.95);
        Figures figures = new Figures()
                .number("difference", difference.difference())
                .number("newcombe_lower", difference.limits().lower())
                .number("newcombe_upper", difference.limits().upper())
                .number("fisher_p", two.fisherP());
        put(figures, "pooled_z", two.pooledZ());
        put(figures, "pooled_p", two.pooledP());
        put(figures, "risk_ratio", ratio.map(r -> OptionalDouble.of(r.ratio())).orElse(OptionalDouble.empty()));
        put(figures, "risk_ratio_katz_lower", "risk_ratio_katz_upper", ratio.map(RiskRatio::limits));
        return figures;
    }

    private static Figures mean(Row row, ReferenceFolder folder) {
        MeanInterval mean =
                MeanInterval.of(folder.table("mean_ci_values.csv").where("case_id", row.text("case_id")).stream()
                        .filter(value -> value.has("value"))
                        .mapToDouble(value -> value.number("value"))
                        .toArray());
        Figures figures = new Figures().number("count", mean.count()).number("mean", mean.mean());
        put(figures, "stdev", mean.standardDeviation());
        put(figures, "lower95", "upper95", mean.limits(0.95));
        put(figures, "lower998", "upper998", mean.limits(0.998));
        return figures;
    }
}
