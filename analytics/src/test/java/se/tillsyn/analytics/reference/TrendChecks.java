package se.tillsyn.analytics.reference;

import static se.tillsyn.analytics.reference.FileCheck.inputs;
import static se.tillsyn.analytics.reference.FileCheck.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.tillsyn.analytics.reference.ReferenceTable.Row;
import se.tillsyn.analytics.statistics.Proportion;
import se.tillsyn.analytics.statistics.trend.Direction;
import se.tillsyn.analytics.statistics.trend.MannKendall;
import se.tillsyn.analytics.statistics.trend.NhsRules;
import se.tillsyn.analytics.statistics.trend.ProportionChart;
import se.tillsyn.analytics.statistics.trend.ProportionTrend;
import se.tillsyn.analytics.statistics.trend.RecentTrend;
import se.tillsyn.analytics.statistics.trend.RunsAnalysis;
import se.tillsyn.analytics.statistics.trend.Screening;
import se.tillsyn.analytics.statistics.trend.SpecialCause;
import se.tillsyn.analytics.statistics.trend.XmrChart;

/** Control charts, runs and trend tests. */
final class TrendChecks {

    /** Width of a 95 % interval in standard errors, as the source divides. */
    private static final double WIDTH_IN_STANDARD_ERRORS = 3.92;

    static final List<FileCheck> ALL = List.of(
            table("spc_xmr_points.csv", TrendChecks::xmr)
                    .given("case_id", "screen_outliers", "index", "y")
                    .expected("mean", "lower_limit", "upper_limit", "outside_limits", "relative_to_mean")
                    .expected("close_to_limits", "special_cause_type", "point_type"),
            table("spc_rule_units.csv", TrendChecks::rule)
                    .given("case_id", "rule", "input", "input_relative_to_mean", "source")
                    .expected("expected"),
            table("spc_pchart.csv", TrendChecks::proportionChart)
                    .given("case_id", "chart", "index", "count", "size", "source")
                    .expected("rate", "centre", "lcl", "ucl", "sigma_signal", "longest_run", "longest_run_max")
                    .expected("crossings", "crossings_min", "runs_signal"),
            table("spc_runs_thresholds.csv", TrendChecks::thresholds)
                    .given("case_id", "n_useful", "source")
                    .expected("longest_run_max", "crossings_min"),
            inputs("trend_recent_data.csv", "case_id", "period", "count", "denominator", "value", "lower95", "upper95"),
            table("trend_recent_expected.csv", TrendChecks::recent)
                    .given("case_id", "method", "value_type", "source")
                    .expectedWhereGiven("expected_chi2_rounded2")
                    .expected("expected_significant", "expected_direction", "slope_computed", "chi2_computed"),
            table("trend_proportion_tests.csv", TrendChecks::proportionTrend)
                    .given("case_id", "x", "n", "source")
                    .expected("periods", "ca_chisq", "ca_p", "logit_slope", "logit_se", "logit_p")
                    .expected("pearson_dispersion", "quasi_se"),
            table("trend_mann_kendall.csv", TrendChecks::mannKendall)
                    .given("case_id", "y", "source")
                    .expected("n", "S", "varS", "z", "p_normal", "p_exact", "tau_b", "sen_slope"));

    private TrendChecks() {}

    private static Figures xmr(Row row, ReferenceFolder folder) {
        List<Row> series = folder.table("spc_xmr_points.csv").where("case_id", row.text("case_id"));
        XmrChart chart = XmrChart.of(
                series.stream().mapToDouble(point -> point.number("y")).toArray(),
                row.text("screen_outliers").equals("TRUE") ? Screening.SCREENED : Screening.UNSCREENED);
        XmrChart.Point point = chart.points().get(place(row, series));
        Figures figures = new Figures()
                .number("mean", chart.mean())
                .number("relative_to_mean", point.side())
                .text("special_cause_type", label(point.cause()))
                .text("point_type", pointType(point.cause()));
        if (chart.limits() == null) {
            return figures.none("lower_limit")
                    .none("upper_limit")
                    .none("outside_limits")
                    .none("close_to_limits");
        }
        return figures.number("lower_limit", chart.limits().lower())
                .number("upper_limit", chart.limits().upper())
                .text("outside_limits", truth(point.outside()))
                .text("close_to_limits", truth(point.close()));
    }

    private static Figures rule(Row row, ReferenceFolder folder) {
        if (!row.has("input")) {
            return new Figures().none("expected");
        }
        double[] input = row.numbers("input");
        int[] found =
                switch (row.text("rule")) {
                    case "seven_one_side" -> numbers(NhsRules.sevenOnOneSide(whole(input)));
                    case "part_of_seven" -> numbers(NhsRules.membersOfSeven(whole(input)));
                    case "seven_point_trend" -> NhsRules.sevenInOneDirection(input);
                    case "two_in_three" ->
                        numbers(NhsRules.twoOfThree(marks(input), whole(row.numbers("input_relative_to_mean"))));
                    default -> throw new AssertionError("unknown rule " + row.text("rule"));
                };
        String text = Arrays.stream(found).mapToObj(Integer::toString).collect(Collectors.joining(";"));
        return new Figures().text("expected", text);
    }

    private static Figures proportionChart(Row row, ReferenceFolder folder) {
        List<Row> series = folder.table("spc_pchart.csv").where("case_id", row.text("case_id")).stream()
                .filter(point -> point.text("chart").equals(row.text("chart")))
                .toList();
        List<Proportion> periods = series.stream()
                .map(point -> new Proportion(point.whole("count"), point.whole("size")))
                .toList();
        ProportionChart chart =
                row.text("chart").equals("pp") ? ProportionChart.laney(periods) : ProportionChart.plain(periods);
        ProportionChart.Point point = chart.points().get(place(row, series));
        RunsAnalysis runs = chart.runs();
        return new Figures()
                .number("rate", point.rate())
                .number("centre", chart.centre())
                .number("lcl", point.limits().lower())
                .number("ucl", point.limits().upper())
                .text("sigma_signal", truth(point.outside()))
                .number("longest_run", runs.longestRun())
                .number("longest_run_max", RunsAnalysis.longestRunLimit(runs.useful()))
                .number("crossings", runs.crossings())
                .number("crossings_min", RunsAnalysis.fewestCrossings(runs.useful()))
                .text("runs_signal", truth(runs.signal()));
    }

    private static Figures thresholds(Row row, ReferenceFolder folder) {
        return new Figures()
                .number("longest_run_max", RunsAnalysis.longestRunLimit(row.whole("n_useful")))
                .number("crossings_min", RunsAnalysis.fewestCrossings(row.whole("n_useful")));
    }

    private static Figures recent(Row row, ReferenceFolder folder) {
        List<Row> periods = folder.table("trend_recent_data.csv").where("case_id", row.text("case_id"));
        boolean weighted = row.text("method").equals("weighted");
        Optional<RecentTrend> trend = weighted ? recentOfEstimates(periods) : recentOfProportions(periods);
        Figures figures = new Figures();
        figures.text(
                "expected_significant",
                Boolean.toString(trend.isPresent() && trend.get().significant()));
        direction(figures, row, trend.map(RecentTrend::direction).orElse(Direction.NONE));
        if (trend.isEmpty()) {
            return figures.none("expected_chi2_rounded2").none("slope_computed").none("chi2_computed");
        }
        figures.number("expected_chi2_rounded2", Math.rint(trend.get().chiSquare() * 100) / 100)
                .number("chi2_computed", trend.get().chiSquare());
        // For proportions the file gives no slope: its source has none.
        return weighted ? figures.number("slope_computed", trend.get().slope()) : figures.none("slope_computed");
    }

    private static Optional<RecentTrend> recentOfEstimates(List<Row> periods) {
        return RecentTrend.ofEstimates(
                periods.stream().mapToDouble(period -> period.number("value")).toArray(),
                periods.stream()
                        .mapToDouble(period ->
                                (period.number("upper95") - period.number("lower95")) / WIDTH_IN_STANDARD_ERRORS)
                        .toArray());
    }

    private static Optional<RecentTrend> recentOfProportions(List<Row> periods) {
        return RecentTrend.ofProportions(periods.stream()
                .map(period -> new Proportion(period.whole("count"), period.whole("denominator")))
                .toList());
    }

    /** Any word but increasing and decreasing, and no word, says that no direction is stated. */
    private static void direction(Figures figures, Row row, Direction found) {
        String text = row.text("expected_direction");
        boolean named = text.equals("increasing") || text.equals("decreasing");
        if (found != Direction.NONE || named) {
            figures.text("expected_direction", found.name().toLowerCase(Locale.ROOT));
        } else if (text.isEmpty()) {
            figures.none("expected_direction");
        } else {
            figures.text("expected_direction", text);
        }
    }

    private static Figures proportionTrend(Row row, ReferenceFolder folder) {
        double[] deficient = row.numbers("x");
        double[] cases = row.numbers("n");
        List<Proportion> periods = IntStream.range(0, deficient.length)
                .mapToObj(i -> new Proportion(Math.round(deficient[i]), Math.round(cases[i])))
                .toList();
        Figures figures = new Figures().number("periods", periods.size());
        Optional<ProportionTrend> trend = ProportionTrend.of(periods);
        optional(figures, "ca_chisq", value(trend.map(ProportionTrend::chiSquare)));
        optional(figures, "ca_p", value(trend.map(ProportionTrend::p)));
        optional(figures, "logit_slope", trend.map(ProportionTrend::slope).orElse(OptionalDouble.empty()));
        optional(figures, "logit_se", trend.map(ProportionTrend::standardError).orElse(OptionalDouble.empty()));
        optional(figures, "logit_p", trend.map(ProportionTrend::slopeP).orElse(OptionalDouble.empty()));
        optional(
                figures,
                "pearson_dispersion",
                trend.map(ProportionTrend::dispersion).orElse(OptionalDouble.empty()));
        optional(
                figures,
                "quasi_se",
                trend.map(ProportionTrend::quasiStandardError).orElse(OptionalDouble.empty()));
        return figures;
    }

    private static Figures mannKendall(Row row, ReferenceFolder folder) {
        MannKendall found = MannKendall.of(row.numbers("y"));
        Figures figures = new Figures()
                .number("n", found.n())
                .number("S", found.s())
                .number("varS", found.variance())
                .number("z", found.z())
                .number("p_normal", found.p());
        optional(figures, "p_exact", found.exactP());
        optional(figures, "tau_b", found.tauB());
        optional(figures, "sen_slope", found.slope());
        return figures;
    }

    static void optional(Figures figures, String column, OptionalDouble value) {
        if (value.isPresent()) {
            figures.number(column, value.getAsDouble());
        } else {
            figures.none(column);
        }
    }

    static OptionalDouble value(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static int place(Row row, List<Row> series) {
        return IntStream.range(0, series.size())
                .filter(i -> series.get(i).text("index").equals(row.text("index")))
                .findFirst()
                .orElseThrow();
    }

    private static String truth(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private static String label(SpecialCause cause) {
        return switch (cause) {
            case ABOVE_LIMIT -> "Above UCL";
            case BELOW_LIMIT -> "Below LCL";
            case SEVEN_RISING -> "7 Point Trend (Increasing)";
            case SEVEN_FALLING -> "7 Point Trend (Decreasing)";
            case TWO_OF_THREE_ABOVE -> "2 in 3 Above CL";
            case TWO_OF_THREE_BELOW -> "2 in 3 Below CL";
            case SEVEN_ABOVE -> "7 Points Above CL";
            case SEVEN_BELOW -> "7 Points Below CL";
            case NONE -> "Common Cause";
        };
    }

    /** The file's improvement is a decrease. */
    private static String pointType(SpecialCause cause) {
        return switch (cause.direction()) {
            case INCREASING -> "special_cause_concern";
            case DECREASING -> "special_cause_improvement";
            case NONE -> "common_cause";
        };
    }

    private static int[] whole(double[] values) {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }

    private static boolean[] marks(double[] values) {
        boolean[] marks = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            marks[i] = values[i] != 0;
        }
        return marks;
    }

    private static int[] numbers(boolean[] marks) {
        return IntStream.range(0, marks.length).map(i -> marks[i] ? 1 : 0).toArray();
    }
}
