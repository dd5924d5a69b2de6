package se.tillsyn.analytics.reference;

import static se.tillsyn.analytics.reference.FileCheck.table;
import static se.tillsyn.analytics.reference.IntervalChecks.put;

import java.util.List;
import java.util.OptionalDouble;
import se.tillsyn.analytics.reference.ReferenceTable.Row;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.funnel.ExactBinomialLimit;
import se.tillsyn.analytics.statistics.funnel.FunnelLimits;
import se.tillsyn.analytics.statistics.funnel.FunnelPosition;
import se.tillsyn.analytics.statistics.funnel.IndicatorScale;
import se.tillsyn.analytics.statistics.funnel.Overdispersion;
import se.tillsyn.analytics.statistics.funnel.RatioFunnel;
import se.tillsyn.analytics.statistics.funnel.Trimming;

/** Funnel limits, classes and overdispersion. */
final class FunnelChecks {

    static final List<FileCheck> ALL = List.of(
            // The file has 6 to 8 decimals.
            table("funnel_proportion_limits.csv", FunnelChecks::proportionLimits)
                    .given("case_id", "baseline", "n", "source")
                    .expectedWithin(1e-6, 1e-6, "lower95", "upper95", "lower998", "upper998"),
            table("funnel_proportion_significance.csv", FunnelChecks::proportionPosition)
                    .given("case_id", "numerator", "denominator", "baseline", "source")
                    .expected("significance"),
            // The other program stops its bisection at 1e-7.
            table("funnel_ratio_limits.csv", FunnelChecks::ratioLimits)
                    .given("case_id", "observed", "source")
                    .expectedWithin(1e-5, 0, "expected_at_lower95", "lower95_ratio_pct")
                    .expectedWithin(1e-5, 0, "expected_at_upper95", "upper95_ratio_pct")
                    .expectedWithin(1e-5, 0, "expected_at_lower998", "lower998_ratio_pct")
                    .expectedWithin(1e-5, 0, "expected_at_upper998", "upper998_ratio_pct"),
            table("funnel_ratio_significance.csv", FunnelChecks::ratioPosition)
                    .given("case_id", "observed", "expected_events", "source")
                    .expected("significance"),
            table("funnel_rate_limits.csv", FunnelChecks::rateLimits)
                    .given("case_id", "events", "baseline_per_100000", "years", "source")
                    .expectedWithin(1e-5, 0, "population_per_year_lower95", "lower95")
                    .expectedWithin(1e-5, 0, "population_per_year_upper95", "upper95", "lower998", "upper998"),
            // The baseline is that of all areas of the other program, of which the file holds some.
            table("funnel_rate_significance.csv", FunnelChecks::ratePosition)
                    .given("case_id", "events", "denominator", "baseline_all_areas", "source")
                    .expected("rate_per_100000", "significance_with_zero_area"),
            table("funnel_binomial_exact.csv", FunnelChecks::binomial)
                    .given("case_id", "p0", "n", "tail_p", "source")
                    .expected("binomial_quantile", "alpha", "limit_interpolated", "limit_interpolated_clipped")
                    .expected("limit_normal"),
            table("funnel_overdispersion_units.csv", FunnelChecks::unit)
                    .given("case_id", "unit", "numerator", "denominator")
                    .expected("rate", "transformed", "s", "z_unadjusted", "z_trimmed", "z_adjusted")
                    .expected("od_l95", "od_u95", "od_l998", "od_u998"),
            table("funnel_overdispersion_summary.csv", FunnelChecks::summary)
                    .given("case_id", "data_type", "method", "trim_by", "source")
                    .expected("units", "units_used", "target", "phi", "tau2"),
            table("funnel_poisson_ratio_limits.csv", FunnelChecks::asIfObserved)
                    .given("case_id", "expected_events", "source")
                    .expected("lower95", "upper95", "lower998", "upper998"));

    private FunnelChecks() {}

    private static Figures proportionLimits(Row row, ReferenceFolder folder) {
        Interval inner = FunnelLimits.score(row.number("baseline"), row.number("n"), FunnelPosition.INNER)
                .times(100);
        Interval outer = FunnelLimits.score(row.number("baseline"), row.number("n"), FunnelPosition.OUTER)
                .times(100);
        return four(inner, outer);
    }

    private static Figures four(Interval inner, Interval outer) {
        return new Figures()
                .number("lower95", inner.lower())
                .number("upper95", inner.upper())
                .number("lower998", outer.lower())
                .number("upper998", outer.upper());
    }

    private static String label(FunnelPosition position) {
        return switch (position) {
            case LOW_998 -> "Low (0.001)";
            case LOW_95 -> "Low (0.025)";
            case INSIDE -> "Not significant";
            case HIGH_95 -> "High (0.025)";
            case HIGH_998 -> "High (0.001)";
        };
    }

    private static Figures proportionPosition(Row row, ReferenceFolder folder) {
        return new Figures()
                .text(
                        "significance",
                        label(FunnelPosition.ofProportion(
                                row.number("numerator"), row.number("denominator"), row.number("baseline"))));
    }

    private static Figures ratioPosition(Row row, ReferenceFolder folder) {
        return new Figures()
                .text(
                        "significance",
                        label(FunnelPosition.ofCount(row.number("observed"), row.number("expected_events"))));
    }

    private static Figures ratePosition(Row row, ReferenceFolder folder) {
        double expected = row.number("baseline_all_areas") * row.number("denominator");
        return new Figures()
                .number("rate_per_100000", row.number("events") / row.number("denominator") * 100_000)
                .text("significance_with_zero_area", label(FunnelPosition.ofCount(row.number("events"), expected)));
    }

    private static Figures ratioLimits(Row row, ReferenceFolder folder) {
        Figures figures = new Figures();
        for (String level : List.of("95", "998")) {
            RatioFunnel found = RatioFunnel.of(row.number("observed"), confidence(level));
            figures.number("expected_at_lower" + level, found.expectedAtLower());
            figures.number("lower" + level + "_ratio_pct", found.lowerRatio() * 100);
            String upper = "expected_at_upper" + level;
            boolean stopped = row.has(upper) && stoppedEarly(found, row.number(upper));
            RatioFunnel compared =
                    stopped ? new RatioFunnel(found.observed(), found.expectedAtLower(), row.number(upper)) : found;
            figures.number(upper, compared.expectedAtUpper());
            put(figures, "upper" + level + "_ratio_pct", times(compared.upperRatio(), 100));
        }
        return figures;
    }

    private static Figures rateLimits(Row row, ReferenceFolder folder) {
        double baseline = row.number("baseline_per_100000");
        double perYear = baseline / 100_000 * row.number("years");
        RatioFunnel inner = RatioFunnel.of(row.number("events"), FunnelPosition.INNER);
        RatioFunnel outer = RatioFunnel.of(row.number("events"), FunnelPosition.OUTER);
        double given = row.has("upper998") ? outer.observed() * baseline / row.number("upper998") : Double.NaN;
        RatioFunnel compared =
                stoppedEarly(outer, given) ? new RatioFunnel(outer.observed(), outer.expectedAtLower(), given) : outer;
        Figures figures = new Figures()
                .number("population_per_year_lower95", inner.expectedAtLower() / perYear)
                .number("lower95", inner.lowerRatio() * baseline)
                .number("population_per_year_upper95", inner.expectedAtUpper() / perYear)
                .number("lower998", outer.lowerRatio() * baseline);
        put(figures, "upper95", times(inner.upperRatio(), baseline));
        put(figures, "upper998", times(compared.upperRatio(), baseline));
        return figures;
    }

    /**
     * Whether the other program's number expected is ours but for its stop: it halves an interval of {@code v = E/(1 + O +
     * E)} until it is 1e-7 wide, which for the smallest E is more than the usual tolerance.
     */
    private static boolean stoppedEarly(RatioFunnel ours, double theirs) {
        double whole = 1 + ours.observed();
        double position = ours.expectedAtUpper() / (whole + ours.expectedAtUpper());
        double otherPosition = theirs / (whole + theirs);
        return Math.abs(position - otherPosition) <= 1e-7;
    }

    private static OptionalDouble times(OptionalDouble value, double factor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
    }

    private static double confidence(String level) {
        return level.equals("95") ? FunnelPosition.INNER : FunnelPosition.OUTER;
    }

    private static Figures binomial(Row row, ReferenceFolder folder) {
        double p0 = row.number("p0");
        int n = row.whole("n");
        double tail = row.number("tail_p");
        ExactBinomialLimit found = ExactBinomialLimit.of(p0, n, tail);
        return new Figures()
                .number("binomial_quantile", found.count())
                .number("alpha", found.alpha())
                .number("limit_interpolated", found.limit())
                .number("limit_interpolated_clipped", found.clipped())
                .number("limit_normal", FunnelLimits.normal(p0, n, tail));
    }

    private static IndicatorScale scale(Row summary) {
        return switch (summary.text("data_type")) {
            case "PR" -> IndicatorScale.PROPORTION;
            case "RC" -> IndicatorScale.COUNT_RATIO;
            case "SR" ->
                summary.text("method").equals("SHMI")
                        ? IndicatorScale.STANDARDISED_LOG
                        : IndicatorScale.STANDARDISED_ROOT;
            default -> throw new AssertionError("data_type: expected PR, RC or SR");
        };
    }

    private static Overdispersion overdispersion(Row summary, List<Row> units) {
        IndicatorScale scale = scale(summary);
        return Overdispersion.of(
                units.stream().mapToDouble(unit -> unit.number("numerator")).toArray(),
                units.stream().mapToDouble(unit -> unit.number("denominator")).toArray(),
                scale,
                scale == IndicatorScale.STANDARDISED_LOG ? Trimming.TRUNCATE : Trimming.WINSORISE,
                summary.number("trim_by"));
    }

    private static Figures summary(Row row, ReferenceFolder folder) {
        Overdispersion found = overdispersion(
                row, folder.table("funnel_overdispersion_units.csv").where("case_id", row.text("case_id")));
        return new Figures()
                .number("units", found.scores().size())
                .number("units_used", found.unitsUsed())
                .number("target", found.target())
                .number("phi", found.phi())
                .number("tau2", found.tau2());
    }

    private static Figures unit(Row row, ReferenceFolder folder) {
        String id = row.text("case_id");
        Row summary = folder.table("funnel_overdispersion_summary.csv")
                .where("case_id", id)
                .get(0);
        List<Row> units = folder.table("funnel_overdispersion_units.csv").where("case_id", id);
        Overdispersion found = overdispersion(summary, units);
        Overdispersion.Score score = found.scores().get(units.indexOf(row));
        Interval inner = drawn(found, row.number("denominator"), FunnelPosition.INNER);
        Interval outer = drawn(found, row.number("denominator"), FunnelPosition.OUTER);
        Figures figures = new Figures()
                .number("rate", row.number("numerator") / row.number("denominator"))
                .number("transformed", score.transformed())
                .number("s", score.standardError())
                .number("z_unadjusted", score.z())
                .number("od_l95", inner.lower())
                .number("od_u95", inner.upper())
                .number("od_l998", outer.lower())
                .number("od_u998", outer.upper())
                .number("z_adjusted", score.adjustedZ());
        put(figures, "z_trimmed", score.trimmed());
        return figures;
    }

    /**
     * Limits as the other program draws them. It leaves those of the square root scale on that scale, and takes {@code
     * 1/(2√n)} for the standard error of a ratio of counts.
     */
    private static Interval drawn(Overdispersion found, double denominator, double confidence) {
        return switch (found.scale()) {
            case PROPORTION, STANDARDISED_LOG -> found.limits(denominator, confidence);
            case COUNT_RATIO -> found.limitsAtError(0.5 / Math.sqrt(denominator), confidence);
            case STANDARDISED_ROOT -> {
                Interval squared = found.limits(denominator, confidence);
                yield new Interval(Math.sqrt(squared.lower()), Math.sqrt(squared.upper()));
            }
        };
    }

    private static Figures asIfObserved(Row row, ReferenceFolder folder) {
        double expected = row.number("expected_events");
        return four(
                RatioFunnel.limitsAsIfObserved(expected, FunnelPosition.INNER),
                RatioFunnel.limitsAsIfObserved(expected, FunnelPosition.OUTER));
    }
}
