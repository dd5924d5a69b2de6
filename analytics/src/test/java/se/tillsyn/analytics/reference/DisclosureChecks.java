package se.tillsyn.analytics.reference;

import static se.tillsyn.analytics.reference.FileCheck.other;
import static se.tillsyn.analytics.reference.FileCheck.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import se.tillsyn.analytics.audit.Attack;
import se.tillsyn.analytics.audit.Bounds;
import se.tillsyn.analytics.audit.CountTable;
import se.tillsyn.analytics.audit.Dimension;
import se.tillsyn.analytics.audit.Expression;
import se.tillsyn.analytics.audit.IntervalInversion;
import se.tillsyn.analytics.audit.LinearSystem;
import se.tillsyn.analytics.audit.PercentRounding;
import se.tillsyn.analytics.audit.PublishedCell;
import se.tillsyn.analytics.audit.RateInversion;
import se.tillsyn.analytics.audit.Released;
import se.tillsyn.analytics.disclosure.perturbation.KeyedCount;
import se.tillsyn.analytics.disclosure.perturbation.PerturbationTable;
import se.tillsyn.analytics.disclosure.perturbation.PerturbationTable.Outcome;
import se.tillsyn.analytics.disclosure.perturbation.PerturbationTable.Perturbed;
import se.tillsyn.analytics.disclosure.perturbation.RandomKey;
import se.tillsyn.analytics.disclosure.perturbation.RandomRounding;
import se.tillsyn.analytics.disclosure.perturbation.RepeatedRows;
import se.tillsyn.analytics.disclosure.perturbation.SmallCountRule;
import se.tillsyn.analytics.reference.ReferenceTable.Row;
import se.tillsyn.analytics.statistics.Proportion;
import tools.jackson.databind.JsonNode;

/** What released figures disclose, and how other agencies alter counts. */
final class DisclosureChecks {

    private static final String TOTAL = "Total";
    private static final double SAME = 1e-6;

    static final List<FileCheck> ALL = List.of(
            other(
                    "sdc_audit_cases.json",
                    folder -> cases(folder, "sdc_audit_cases.json", DisclosureChecks::smallTable)),
            other(
                    "sdc_hierarchical_patterns.json",
                    folder -> cases(folder, "sdc_hierarchical_patterns.json", DisclosureChecks::hierarchicalTable)),
            other(
                    "sdc_release_pairs.json",
                    folder -> cases(folder, "sdc_release_pairs.json", DisclosureChecks::releasePair)),
            other("sdc_cell_key.json", DisclosureChecks::cellKeys),
            table("sdc_rate_inversion.csv", DisclosureChecks::rateInversion)
                    .given("case_id", "denominator", "true_numerator", "decimals", "source")
                    .expected("published_percent", "feasible_min", "feasible_max", "feasible_count")
                    .expected("exactly_recoverable"),
            table("sdc_ci_inversion.csv", DisclosureChecks::intervalInversion)
                    .given("case_id", "true_numerator", "true_denominator", "decimals", "source")
                    .expected("published_percent", "published_lower", "published_upper")
                    .expected("compatible_pairs", "compatible_pairs_list"),
            table("sdc_rounding.csv", DisclosureChecks::rounding)
                    .given("count", "source")
                    .expected("nhs_digital_subnational", "opensafely_redact7_round5", "opensafely_midpoint6")
                    .expected("eurostat_ifs2023", "random_round3_low", "random_round5_low", "ons_pcv", "ons_10_5_rule")
                    // The file has six decimals.
                    .expectedWithin(0, 5e-7, "random_round3_prob_up", "random_round5_prob_up"));

    private DisclosureChecks() {}

    private static Stream<DynamicTest> cases(ReferenceFolder folder, String file, Consumer<JsonPart> check) {
        return JsonPart.parse(folder.text(file))
                .valueStream()
                .map(node -> DynamicTest.dynamicTest(node.get("case_id").asString(), () -> {
                    try (JsonPart part = JsonPart.of(node.get("case_id").asString(), node)) {
                        check.accept(part);
                    }
                }));
    }

    /** A few counts and what was released of them. */
    private static void smallTable(JsonPart part) {
        part.labels("case_id", "source", "description", "group", "licence");
        Map<String, Double> values = JsonPart.numbers(part.read("variables"));
        List<String> names = new ArrayList<>(values.keySet());
        double[] truth =
                values.values().stream().mapToDouble(Double::doubleValue).toArray();
        LinearSystem system = LinearSystem.ofCounts(names.size());
        Map<String, Double> lower = JsonPart.numbers(part.read("lower_bounds"));
        Map<String, Double> upper = JsonPart.numbers(part.read("upper_bounds"));
        for (int unknown = 0; unknown < truth.length; unknown++) {
            String name = names.get(unknown);
            system = system.withLimits(
                    unknown, lower.getOrDefault(name, 0.0), upper.getOrDefault(name, Double.POSITIVE_INFINITY));
        }
        List<Released> released = new ArrayList<>();
        for (JsonPart figure : part.parts("released_equalities")) {
            released.add(Released.exactly(
                    expression(figure.read("expr"), names), figure.read("value").asDouble()));
            figure.close();
        }
        for (JsonPart figure : part.parts("released_inequalities")) {
            released.add(new Released(
                    expression(figure.read("expr"), names),
                    limit(figure.read("min"), Double.NEGATIVE_INFINITY),
                    limit(figure.read("max"), Double.POSITIVE_INFINITY)));
            figure.close();
        }
        Attack attack = Attack.on(system.with(released));
        boolean linear = false;
        boolean real = false;
        boolean whole = false;
        for (JsonPart expected : part.parts("expected")) {
            Expression target = expression(expected.read("target"), names);
            Bounds realBounds = attack.realBounds(target);
            Bounds wholeBounds = attack.wholeBounds(target);
            expected.compare("true_value", target.valueAt(truth));
            expected.compare("linear_determined", attack.isDerivable(target));
            expected.compare("lp_min", realBounds.min());
            expected.compare("lp_max", realBounds.max());
            expected.compare("int_min", wholeBounds.min());
            expected.compare("int_max", wholeBounds.max());
            linear |= attack.isDerivable(target);
            real |= realBounds.isExact();
            whole |= wholeBounds.isExact();
            expected.close();
        }
        part.compare("exact_disclosure_linear", linear);
        part.compare("exact_disclosure_lp", real);
        part.compare("exact_disclosure_integer", whole);
    }

    private static double limit(JsonNode node, double none) {
        return node.isNull() ? none : node.asDouble();
    }

    private static Expression expression(JsonNode node, List<String> names) {
        Map<Integer, Double> coefficients = new LinkedHashMap<>();
        JsonPart.numbers(node).forEach((name, coefficient) -> coefficients.put(names.indexOf(name), coefficient));
        return Expression.of(coefficients);
    }

    /** A table with hierarchies, its pattern of withheld cells and their bounds. */
    private static void hierarchicalTable(JsonPart part) {
        part.labels("case_id", "pattern_source", "input_source", "licence");
        List<String> dimensions = part.texts("dims");
        List<JsonPart.Row> inner = part.rows("inner", "inner_columns");
        CountTable table = countTable(part, dimensions, inner);
        double[] counts = inner.stream().mapToDouble(row -> row.whole("freq")).toArray();
        inner.forEach(JsonPart.Row::done);
        List<JsonPart.Row> cells = part.rows("cells", "cell_columns");
        Attack attack = Attack.on(table.released(published(cells, dimensions, "freq", "suppressed")));
        long largestPrimary = part.read("max_primary").asLong();
        boolean zerosArePrimary = zerosArePrimary(part.read("zeros").asString());
        int primary = 0;
        int withheld = 0;
        int derivable = 0;
        double withheldCounts = 0;
        double narrowest = Double.POSITIVE_INFINITY;
        for (JsonPart.Row row : cells) {
            Expression cell = table.cell(row.texts(dimensions));
            double count = cell.valueAt(counts);
            row.compare("freq", count);
            boolean isPrimary = count <= largestPrimary && (count > 0 || zerosArePrimary);
            row.compare("primary", isPrimary ? 1 : 0);
            primary += isPrimary ? 1 : 0;
            if (row.flag("suppressed")) {
                Bounds bounds = attack.realBounds(cell);
                row.compare("lp_min", bounds.min());
                row.compare("lp_max", bounds.max());
                row.compare("linear_disclosed", attack.isDerivable(cell) ? 1 : 0);
                withheld++;
                derivable += attack.isDerivable(cell) ? 1 : 0;
                withheldCounts += count;
                narrowest = Math.min(narrowest, bounds.width());
            } else {
                row.compareNone("lp_min", "lp_max", "linear_disclosed");
            }
            row.done();
        }
        part.compare("verdict", derivable == 0 ? "no cell exactly derivable" : "some cells exactly derivable");
        JsonPart summary = part.part("summary");
        summary.compare("cells", cells.size());
        summary.compare("primary", primary);
        summary.compare("suppressed", withheld);
        summary.compare("exactly_derivable", derivable);
        summary.compare("min_lp_width", narrowest);
        summary.compare("suppressed_total_of_counts", withheldCounts);
        summary.close();
    }

    private static boolean zerosArePrimary(String zeros) {
        return switch (zeros) {
            case "primary" -> true;
            case "published" -> false;
            default -> throw new AssertionError("zeros: expected primary or published, found " + zeros);
        };
    }

    /** The table whose finest cells are the inner rows; hierarchies from the columns of each dimension. */
    private static CountTable countTable(JsonPart part, List<String> names, List<JsonPart.Row> inner) {
        List<Dimension> dimensions = new ArrayList<>();
        try (JsonPart hierarchies = part.part("hier")) {
            for (String name : names) {
                List<String> levels = hierarchies.texts(name);
                Map<String, List<String>> broader = new LinkedHashMap<>();
                for (JsonPart.Row row : inner) {
                    List<String> codes = row.texts(levels);
                    broader.put(codes.get(0), codes.subList(1, codes.size()));
                }
                dimensions.add(new Dimension(name, TOTAL, broader));
            }
        }
        List<String> finest = new ArrayList<>();
        for (String name : names) {
            finest.add(JsonPart.texts(part.read("hier").get(name)).get(0));
        }
        return new CountTable(
                dimensions, inner.stream().map(row -> row.texts(finest)).toList());
    }

    private static List<PublishedCell> published(
            List<JsonPart.Row> cells, List<String> dimensions, String count, String withheld) {
        return cells.stream()
                .filter(row -> !row.flag(withheld))
                .map(row -> new PublishedCell(row.texts(dimensions), row.whole(count)))
                .toList();
    }

    /** Two releases of one period: what the first tells, and both together. */
    private static void releasePair(JsonPart part) {
        part.labels("case_id", "pattern_source", "licence");
        List<String> dimensions = part.texts("dims");
        List<JsonPart.Row> inner = part.rows("inner", "inner_columns");
        CountTable table = countTable(part, dimensions, inner);
        double[] first =
                inner.stream().mapToDouble(row -> row.whole("freq_release1")).toArray();
        double[] second =
                inner.stream().mapToDouble(row -> row.whole("freq_release2")).toArray();
        inner.forEach(JsonPart.Row::done);
        List<JsonPart.Row> cells = part.rows("cells", "cell_columns");
        List<PublishedCell> shownFirst = published(cells, dimensions, "count_release1", "suppressed_release1");
        List<PublishedCell> shownSecond = published(cells, dimensions, "count_release2", "suppressed_release2");
        Attack alone = Attack.on(table.released(shownFirst));
        Attack both = Attack.on(table.releasedInTurn(List.of(shownFirst, shownSecond)));
        int withheldFirst = 0;
        int withheldSecond = 0;
        int differs = 0;
        int exactAlone = 0;
        int exactBoth = 0;
        int narrowed = 0;
        for (JsonPart.Row row : cells) {
            List<String> codes = row.texts(dimensions);
            row.compare("count_release1", table.cell(codes).valueAt(first));
            row.compare("count_release2", table.cell(codes).valueAt(second));
            boolean withheld = row.flag("suppressed_release1");
            withheldFirst += withheld ? 1 : 0;
            withheldSecond += row.flag("suppressed_release2") ? 1 : 0;
            differs += withheld == row.flag("suppressed_release2") ? 0 : 1;
            if (withheld) {
                Bounds before = alone.realBounds(table.cell(codes));
                Bounds after = both.realBounds(table.cell(codes, 0));
                row.compare("lp_min_release1_alone", before.min());
                row.compare("lp_max_release1_alone", before.max());
                row.compare("lp_min_both", after.min());
                row.compare("lp_max_both", after.max());
                exactAlone += before.isExact() ? 1 : 0;
                exactBoth += after.isExact() ? 1 : 0;
                narrowed += after.width() < before.width() - SAME ? 1 : 0;
            } else {
                row.compareNone("lp_min_release1_alone", "lp_max_release1_alone", "lp_min_both", "lp_max_both");
            }
            row.done();
        }
        JsonPart summary = part.part("summary");
        summary.compare("cells", cells.size());
        summary.compare("suppressed_release1", withheldFirst);
        summary.compare("suppressed_release2", withheldSecond);
        summary.compare("pattern_differs", differs);
        summary.compare("exact_release1_alone", exactAlone);
        summary.compare("exact_with_both_releases", exactBoth);
        summary.compare("narrowed", narrowed);
        summary.close();
    }

    /** Perturbation tables, then the tables of counts that were perturbed with them. */
    private static Stream<DynamicTest> cellKeys(ReferenceFolder folder) {
        JsonNode file = JsonPart.parse(folder.text("sdc_cell_key.json"));
        Stream<DynamicTest> parts = Stream.of(DynamicTest.dynamicTest("parts", () -> {
            try (JsonPart whole = JsonPart.of("file", file)) {
                whole.labels("ptables", "examples");
            }
        }));
        Stream<DynamicTest> tables = file.get("ptables")
                .propertyStream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    try (JsonPart part = JsonPart.of(entry.getKey(), entry.getValue())) {
                        maximumEntropy(part);
                    }
                }));
        Stream<DynamicTest> examples = file.get("examples")
                .valueStream()
                .map(node -> DynamicTest.dynamicTest(node.get("case_id").asString(), () -> {
                    try (JsonPart part = JsonPart.of(node.get("case_id").asString(), node)) {
                        perturbedTable(part, file.get("ptables"));
                    }
                }));
        return Stream.of(parts, tables, examples).flatMap(tests -> tests);
    }

    /** D, js and V are read from the table itself: its widest noise, its smallest result and its last row's variance. */
    private static void maximumEntropy(JsonPart part) {
        List<JsonPart.Row> rows = part.rows("rows", "columns");
        long largest = rows.stream().mapToLong(row -> row.whole("v")).max().orElseThrow();
        long smallestResult = rows.stream()
                .mapToLong(row -> row.whole("j"))
                .filter(result -> result > 0)
                .min()
                .orElseThrow();
        long last = rows.stream().mapToLong(row -> row.whole("i")).max().orElseThrow();
        double variance = rows.stream()
                .filter(row -> row.whole("i") == last)
                .mapToDouble(row -> row.read("p").asDouble() * row.whole("v") * row.whole("v"))
                .sum();
        PerturbationTable table = PerturbationTable.maximumEntropy((int) largest, variance, (int) smallestResult - 1);
        List<JsonPart.Row> left = new ArrayList<>(rows);
        for (int count = 0; count < table.rows().size(); count++) {
            for (Outcome outcome : table.rows().get(count)) {
                if (left.isEmpty()) {
                    throw new AssertionError("expected no outcome after the last row, found one of count " + count);
                }
                JsonPart.Row row = left.remove(0);
                row.compare("i", count);
                row.compare("j", count + outcome.noise());
                row.compare("v", outcome.noise());
                row.compare("p", outcome.probability());
                row.compare("p_upper", outcome.upTo());
                row.done();
            }
        }
        if (!left.isEmpty()) {
            throw new AssertionError("expected " + left.size() + " further outcomes, found none");
        }
    }

    private static PerturbationTable tableOf(JsonNode ptable) {
        List<List<Outcome>> outcomes = new ArrayList<>();
        JsonPart part = JsonPart.of("ptable", ptable);
        for (JsonPart.Row row : part.rows("rows", "columns")) {
            int count = (int) row.whole("i");
            while (outcomes.size() <= count) {
                outcomes.add(new ArrayList<>());
            }
            outcomes.get(count)
                    .add(new Outcome(
                            (int) row.whole("v"),
                            row.read("p").asDouble(),
                            row.read("p_upper").asDouble()));
        }
        return new PerturbationTable(outcomes);
    }

    private static void perturbedTable(JsonPart part, JsonNode tables) {
        part.labels("case_id");
        PerturbationTable table = tableOf(tables.get(part.read("ptable").asString()));
        List<String> recordColumns = part.texts("record_columns");
        List<String> dimensions = recordColumns.stream()
                .filter(column -> !column.equals("record_key"))
                .toList();
        List<JsonPart.Row> records = part.rows("records", "record_columns");
        Map<List<String>, KeyedCount> cells = new LinkedHashMap<>();
        for (JsonPart.Row row : records) {
            KeyedCount one =
                    KeyedCount.ofRecord(RandomKey.parse(row.read("record_key").asString()));
            for (List<String> codes : withTotals(row.texts(dimensions))) {
                cells.merge(codes, one, KeyedCount::plus);
            }
            row.done();
        }
        for (JsonPart.Row row : part.rows("cells", "cell_columns")) {
            KeyedCount cell = cells.getOrDefault(row.texts(dimensions), KeyedCount.NONE);
            Perturbed perturbed = table.perturb(cell);
            row.compare("count", (double) cell.count());
            row.compare("cell_key", cell.key().toString());
            row.compare("lookup_row", perturbed.row());
            row.compare("perturbation", perturbed.noise());
            row.compare("perturbed", (double) perturbed.count());
            row.done();
        }
    }

    /** The cells that a record belongs to. */
    private static List<List<String>> withTotals(List<String> codes) {
        List<List<String>> all = List.of(List.of());
        for (String code : codes) {
            all = all.stream()
                    .flatMap(start -> Stream.of(code, TOTAL).map(next -> Stream.concat(start.stream(), Stream.of(next))
                            .toList()))
                    .toList();
        }
        return all;
    }

    private static Figures rateInversion(Row row, ReferenceFolder folder) {
        RoundingMode rounding = RoundingMode.HALF_UP;
        int decimals = row.whole("decimals");
        Figures figures = new Figures()
                .number(
                        "published_percent",
                        PercentRounding.all(rounding)
                                .percent(row.whole("true_numerator"), row.whole("denominator"), decimals)
                                .doubleValue());
        Optional<RateInversion> found =
                RateInversion.of(published(row, "published_percent"), row.whole("denominator"), rounding);
        found.ifPresentOrElse(
                range -> figures.number("feasible_min", range.min()).number("feasible_max", range.max()),
                () -> figures.none("feasible_min").none("feasible_max"));
        return figures.number("feasible_count", found.map(RateInversion::count).orElse(0L))
                .text(
                        "exactly_recoverable",
                        String.valueOf(found.isPresent() && found.get().isExact()));
    }

    private static BigDecimal published(Row row, String column) {
        return new BigDecimal(row.text(column)).setScale(row.whole("decimals"), RoundingMode.UNNECESSARY);
    }

    /** The file rounds halves to even: 2 of 16, 12.5 %, stands as 12. */
    private static Figures intervalInversion(Row row, ReferenceFolder folder) {
        PercentRounding rounding = PercentRounding.all(RoundingMode.HALF_EVEN);
        IntervalInversion ours = IntervalInversion.published(
                new Proportion(row.whole("true_numerator"), row.whole("true_denominator")),
                0.95,
                row.whole("decimals"),
                rounding);
        List<Proportion> pairs = new IntervalInversion(
                        published(row, "published_percent"),
                        published(row, "published_lower"),
                        published(row, "published_upper"))
                .pairs(0.95, 500, rounding);
        Figures figures = new Figures()
                .number("published_percent", ours.percent().doubleValue())
                .number("published_lower", ours.lower().doubleValue())
                .number("published_upper", ours.upper().doubleValue())
                .number("compatible_pairs", pairs.size());
        String list = pairs.stream()
                .limit(12)
                .map(pair -> pair.deficient() + "/" + pair.cases())
                .collect(Collectors.joining(";"));
        return pairs.isEmpty() ? figures.none("compatible_pairs_list") : figures.text("compatible_pairs_list", list);
    }

    private static Figures rounding(Row row, ReferenceFolder folder) {
        long count = row.whole("count");
        RandomRounding three = RandomRounding.of(count, 3);
        RandomRounding five = RandomRounding.of(count, 5);
        Figures figures = new Figures();
        shown(figures, "nhs_digital_subnational", SmallCountRule.NHS_DIGITAL_SUBNATIONAL, count);
        shown(figures, "opensafely_redact7_round5", SmallCountRule.OPENSAFELY_REDACT7_ROUND5, count);
        shown(figures, "opensafely_midpoint6", SmallCountRule.OPENSAFELY_MIDPOINT6, count);
        shown(figures, "eurostat_ifs2023", SmallCountRule.EUROSTAT_IFS2023, count);
        shown(figures, "ons_10_5_rule", SmallCountRule.ONS_10_5, count);
        return figures.number("random_round3_low", three.low())
                .number("random_round3_prob_up", three.probabilityUp())
                .number("random_round5_low", five.low())
                .number("random_round5_prob_up", five.probabilityUp())
                .number("ons_pcv", RepeatedRows.of(count));
    }

    private static void shown(Figures figures, String column, SmallCountRule rule, long count) {
        OptionalLong shown = rule.published(count);
        if (shown.isPresent()) {
            figures.number(column, shown.getAsLong());
        } else if (rule.symbol().isEmpty()) {
            figures.none(column);
        } else {
            figures.text(column, rule.symbol());
        }
    }
}
