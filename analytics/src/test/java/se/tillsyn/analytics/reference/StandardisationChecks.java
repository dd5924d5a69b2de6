package se.tillsyn.analytics.reference;

import static se.tillsyn.analytics.reference.FileCheck.inputs;
import static se.tillsyn.analytics.reference.FileCheck.table;
import static se.tillsyn.analytics.reference.IntervalChecks.put;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import se.tillsyn.analytics.reference.ReferenceTable.Row;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.PoissonInterval;
import se.tillsyn.analytics.statistics.inequality.ModelScale;
import se.tillsyn.analytics.statistics.inequality.OrderedGroup;
import se.tillsyn.analytics.statistics.inequality.SlopeIndex;
import se.tillsyn.analytics.statistics.standardisation.DirectRate;
import se.tillsyn.analytics.statistics.standardisation.EventStratum;
import se.tillsyn.analytics.statistics.standardisation.FewestEvents;
import se.tillsyn.analytics.statistics.standardisation.IndirectRate;
import se.tillsyn.analytics.statistics.standardisation.QuantileGroups;
import se.tillsyn.analytics.statistics.standardisation.ReferenceStratum;
import se.tillsyn.analytics.statistics.standardisation.Stratum;

/** Standardised rates, the slope index of inequality and groups by quantile. */
final class StandardisationChecks {

    /** Seed of the simulated limits. */
    private static final long SEED = 20_240_601;

    private static final String RULE_OF_FEWEST_EVENTS = "ukhsa-collaboration/PHEindicatormethods";

    static final List<FileCheck> ALL = List.of(
            inputs("dsr_strata.csv", "case_id", "stratum", "count", "population", "standard_population"),
            // Crude rate and variance are not given by PHEindicatormethods, 99.8 % limits only by it, and epitools
            // gives
            // no lower limit at 0 events.
            table("dsr_expected.csv", StandardisationChecks::direct)
                    .given("case_id", "multiplier", "source")
                    .expected("total_count", "total_population", "dsr", "dsr_unsuppressed")
                    .expected("dobson_byar_lower95", "dobson_byar_upper95", "fay_feuer_upper95")
                    .expectedWhereGiven("crude", "variance", "fay_feuer_lower95")
                    .expectedWhereGiven("dobson_byar_lower998", "dobson_byar_upper998"),
            inputs(
                    "dsr_clustered_strata.csv",
                    "case_id",
                    "stratum",
                    "population",
                    "standard_population",
                    "persons_1_event",
                    "persons_2_events",
                    "persons_3_events",
                    "persons_4_events"),
            table("dsr_clustered_expected.csv", StandardisationChecks::severalEvents)
                    .given("case_id", "multiplier", "source")
                    .expected("total_count", "dsr", "lower95", "upper95", "lower998", "upper998"),
            inputs("isr_strata.csv", "case_id", "stratum", "count", "population", "reference_count")
                    .given("reference_population"),
            table("isr_expected.csv", StandardisationChecks::indirect)
                    .given("case_id", "statistic", "multiplier", "source")
                    .expected("observed", "expected_events", "reference_rate", "value", "method")
                    .expected("lower95", "upper95", "lower998", "upper998"),
            // The standard error is an input: it was made from the limits with 1.96 for the normal quantile.
            inputs("sii_quantiles.csv", "case_id", "quantile", "population", "count", "value", "lower95", "upper95")
                    .given("se_on_model_scale"),
            // Limits are simulated: the file's description allows 0.05. One case has none, and only fits on another
            // scale give an intercept.
            table("sii_expected.csv", StandardisationChecks::slope)
                    .given("case_id", "value_type", "transform", "multiplier", "confidence", "source")
                    .expected("sii", "rii")
                    .expectedWhereGivenWithin(0.05, 0, "sii_lower", "sii_upper", "rii_lower", "rii_upper")
                    .expectedWhereGiven("intercept"),
            table("quantile_group_assignment.csv", StandardisationChecks::group)
                    .given("group_id", "value", "invert", "nquantiles", "source")
                    .expected("expected_quantile"));

    private StandardisationChecks() {}

    private static double orZero(Row row, String column) {
        return row.has(column) ? row.number(column) : 0;
    }

    private static Figures direct(Row row, ReferenceFolder folder) {
        DirectRate rate = DirectRate.of(folder.table("dsr_strata.csv").where("case_id", row.text("case_id")).stream()
                .map(s -> new Stratum(orZero(s, "count"), s.number("population"), s.number("standard_population")))
                .toList());
        double multiplier = row.number("multiplier");
        boolean shown = !row.text("source").startsWith(RULE_OF_FEWEST_EVENTS) || FewestEvents.suffice(rate);
        Interval fayFeuer = rate.fayFeuer(0.95).times(multiplier);
        Figures figures = new Figures()
                .number("total_count", rate.events())
                .number("total_population", rate.population())
                .number("crude", rate.crude() * multiplier)
                .number("dsr_unsuppressed", rate.rate() * multiplier)
                .number("variance", rate.variance())
                .number("fay_feuer_lower95", fayFeuer.lower())
                .number("fay_feuer_upper95", fayFeuer.upper());
        put(figures, "dsr", shown ? OptionalDouble.of(rate.rate() * multiplier) : OptionalDouble.empty());
        put(
                figures,
                "dobson_byar_lower95",
                "dobson_byar_upper95",
                rate.dobson(0.95).filter(limits -> shown).map(limits -> limits.times(multiplier)));
        put(
                figures,
                "dobson_byar_lower998",
                "dobson_byar_upper998",
                rate.dobson(0.998).filter(limits -> shown).map(limits -> limits.times(multiplier)));
        return figures;
    }

    private static Figures severalEvents(Row row, ReferenceFolder folder) {
        List<EventStratum> strata =
                folder.table("dsr_clustered_strata.csv").where("case_id", row.text("case_id")).stream()
                        .map(s -> new EventStratum(
                                List.of(
                                        orZero(s, "persons_1_event"),
                                        orZero(s, "persons_2_events"),
                                        orZero(s, "persons_3_events"),
                                        orZero(s, "persons_4_events")),
                                s.number("population"),
                                s.number("standard_population")))
                        .toList();
        DirectRate rate = DirectRate.ofSeveralEvents(strata);
        double multiplier = row.number("multiplier");
        boolean shown = FewestEvents.suffice(rate);
        Figures figures = new Figures().number("total_count", rate.events());
        put(figures, "dsr", shown ? OptionalDouble.of(rate.rate() * multiplier) : OptionalDouble.empty());
        put(
                figures,
                "lower95",
                "upper95",
                rate.dobson(0.95).filter(limits -> shown).map(limits -> limits.times(multiplier)));
        put(
                figures,
                "lower998",
                "upper998",
                rate.dobson(0.998).filter(limits -> shown).map(limits -> limits.times(multiplier)));
        return figures;
    }

    private static Figures indirect(Row row, ReferenceFolder folder) {
        IndirectRate found =
                IndirectRate.of(folder.table("isr_strata.csv").where("case_id", row.text("case_id")).stream()
                        .map(s -> new ReferenceStratum(
                                orZero(s, "count"),
                                s.number("population"),
                                orZero(s, "reference_count"),
                                s.number("reference_population")))
                        .toList());
        double multiplier = row.number("multiplier");
        boolean ratio = row.text("statistic").equals("ratio");
        Interval limits95 = ratio ? found.ratioLimits(0.95) : found.rateLimits(0.95);
        Interval limits998 = ratio ? found.ratioLimits(0.998) : found.rateLimits(0.998);
        Figures figures = new Figures()
                .number("observed", found.observed())
                .number("expected_events", found.expected())
                .number("value", (ratio ? found.ratio() : found.rate()) * multiplier)
                .text(
                        "method",
                        switch (PoissonInterval.methodFor(found.observed())) {
                            case EXACT -> "Exact";
                            case BYAR -> "Byars";
                        });
        put(
                figures,
                "reference_rate",
                ratio ? OptionalDouble.empty() : OptionalDouble.of(found.referenceRate() * multiplier));
        put(figures, "lower95", "upper95", Optional.of(limits95.times(multiplier)));
        put(figures, "lower998", "upper998", Optional.of(limits998.times(multiplier)));
        return figures;
    }

    private static Figures slope(Row row, ReferenceFolder folder) {
        List<OrderedGroup> groups = folder.table("sii_quantiles.csv").where("case_id", row.text("case_id")).stream()
                .sorted((a, b) -> Integer.compare(a.whole("quantile"), b.whole("quantile")))
                .map(g -> new OrderedGroup(g.number("population"), g.number("value"), orZero(g, "se_on_model_scale")))
                .toList();
        ModelScale errors =
                switch (row.text("value_type")) {
                    case "normal" -> ModelScale.IDENTITY;
                    case "rate" -> ModelScale.LOG;
                    case "proportion" -> ModelScale.LOGIT;
                    default -> throw new AssertionError("value_type: expected normal, rate or proportion");
                };
        ModelScale line =
                switch (row.text("transform")) {
                    case "none" -> ModelScale.IDENTITY;
                    case "log" -> ModelScale.LOG;
                    case "logit" -> ModelScale.LOGIT;
                    default -> throw new AssertionError("transform: expected none, log or logit");
                };
        double multiplier = row.number("multiplier");
        SlopeIndex index = SlopeIndex.of(groups, line);
        SlopeIndex.Limits limits = SlopeIndex.limits(groups, errors, line, row.number("confidence"), SEED)
                .times(multiplier);
        Figures figures = new Figures()
                .number("sii", index.times(multiplier).slope())
                .number("rii", index.times(multiplier).ratio())
                .number("intercept", index.bottom());
        put(figures, "sii_lower", "sii_upper", Optional.of(limits.slope()));
        put(figures, "rii_lower", "rii_upper", Optional.of(limits.ratio()));
        return figures;
    }

    private static Figures group(Row row, ReferenceFolder folder) {
        List<Row> areas = folder.table("quantile_group_assignment.csv").where("group_id", row.text("group_id"));
        double[] values = areas.stream()
                .mapToDouble(area -> area.has("value") ? area.number("value") : Double.NaN)
                .toArray();
        List<OptionalInt> groups = QuantileGroups.assign(
                values,
                row.whole("nquantiles"),
                row.text("invert").equals("true")
                        ? QuantileGroups.Order.HIGHEST_FIRST
                        : QuantileGroups.Order.LOWEST_FIRST);
        Figures figures = new Figures();
        put(figures, "expected_quantile", groups.get(areas.indexOf(row)));
        return figures;
    }
}
