package se.tillsyn.analytics.reference;

import static se.tillsyn.analytics.reference.FileCheck.inputs;
import static se.tillsyn.analytics.reference.FileCheck.table;
import static se.tillsyn.analytics.reference.IntervalChecks.put;

import java.util.List;
import java.util.OptionalDouble;
import se.tillsyn.analytics.reference.ReferenceTable.Row;
import se.tillsyn.analytics.statistics.SampleQuantile;
import se.tillsyn.analytics.statistics.wait.KaplanMeier;
import se.tillsyn.analytics.statistics.wait.LimitScale;
import se.tillsyn.analytics.statistics.wait.OrderStatisticLimits;
import se.tillsyn.analytics.statistics.wait.WaitQuantile;

/** Quantiles and waiting times. */
final class WaitChecks {

    static final List<FileCheck> ALL = List.of(
            inputs("quantile_samples.csv", "sample_id", "index", "value"),
            table("quantile_expected.csv", WaitChecks::quantile)
                    .given("sample_id", "p", "type", "source")
                    .expected("n", "quantile"),
            table("quantile_ci_ranks.csv", WaitChecks::ranks)
                    .given("case_id", "n", "p", "confidence", "source")
                    .expected("lower_rank", "upper_rank", "actual_coverage"),
            inputs("wait_km_cases.csv", "case_id", "index", "days", "event"),
            table("wait_km_expected.csv", WaitChecks::kaplanMeier)
                    .given("case_id", "conf_type", "p", "source")
                    .expected("quantile_days", "lower", "upper", "naive_quantile_events_only_type7"));

    private WaitChecks() {}

    private static Figures quantile(Row row, ReferenceFolder folder) {
        double[] sorted = folder.table("quantile_samples.csv").where("sample_id", row.text("sample_id")).stream()
                .filter(value -> value.has("value"))
                .mapToDouble(value -> value.number("value"))
                .sorted()
                .toArray();
        SampleQuantile.Type type = SampleQuantile.Type.valueOf("TYPE_" + row.text("type"));
        Figures figures = new Figures().number("n", sorted.length);
        put(
                figures,
                "quantile",
                sorted.length == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(SampleQuantile.of(sorted, row.number("p"), type)));
        return figures;
    }

    private static Figures ranks(Row row, ReferenceFolder folder) {
        OrderStatisticLimits found = OrderStatisticLimits.of(row.whole("n"), row.number("p"), row.number("confidence"));
        Figures figures = new Figures();
        put(figures, "lower_rank", found.lowerRank());
        put(figures, "upper_rank", found.upperRank());
        put(figures, "actual_coverage", found.coverage());
        return figures;
    }

    private static Figures kaplanMeier(Row row, ReferenceFolder folder) {
        List<Row> waits = folder.table("wait_km_cases.csv").where("case_id", row.text("case_id"));
        double[] completed = days(waits, "1");
        LimitScale scale =
                switch (row.text("conf_type")) {
                    case "plain" -> LimitScale.PLAIN;
                    case "log" -> LimitScale.LOG;
                    case "log-log" -> LimitScale.LOG_LOG;
                    default -> throw new AssertionError("conf_type: expected plain, log or log-log");
                };
        double p = row.number("p");
        WaitQuantile found = KaplanMeier.of(completed, days(waits, "0")).quantile(p, scale, 0.95);
        Figures figures = new Figures();
        put(figures, "quantile_days", found.days());
        put(figures, "lower", found.lower());
        put(figures, "upper", found.upper());
        put(
                figures,
                "naive_quantile_events_only_type7",
                completed.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(SampleQuantile.of(completed, p)));
        return figures;
    }

    private static double[] days(List<Row> waits, String event) {
        return waits.stream()
                .filter(wait -> wait.text("event").equals(event))
                .mapToDouble(wait -> wait.number("days"))
                .sorted()
                .toArray();
    }
}
