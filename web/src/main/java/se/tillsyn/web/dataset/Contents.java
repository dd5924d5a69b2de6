package se.tillsyn.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.tillsyn.analytics.release.Status;

/** The measures of each kind of table, in the order of the catalogue. Codes are the columns of the release's files. */
final class Contents {

    private static final String PROPORTION = "proportion";
    private static final String FILES = "files";
    private static final String OPERATIONS = "operations";
    private static final Map<String, Integer> DENOMINATORS = Map.of("cases", 1, "units", 2);
    private static final Map<String, Integer> FLAGS = Map.of("false", 0, "true", 1);

    private static final Map<String, Integer> DIRECTIONS = Map.of("decreasing", -1, "none", 0, "increasing", 1);
    private static final Map<String, Integer> PLACES =
            Map.of("low_998", -2, "low_95", -1, "inside", 0, "high_95", 1, "high_998", 2);

    static final List<Content> RATES = rates();
    static final List<Content> FOLLOW_UP = followUp();
    static final List<Content> COVERAGE = List.of(
            count("units_inspected", OPERATIONS).shown(),
            count("units_judged", OPERATIONS),
            count("units_deficient_any_topic", OPERATIONS),
            count("units_eligible", OPERATIONS).shown(),
            proportion("coverage").shown());
    static final List<Content> COMPARISONS = comparisons();
    static final List<Content> INEQUALITY = inequality();
    static final List<Content> TRENDS = List.of(
            denominator(),
            Content.of("from_year", "year", 0),
            Content.of("to_year", "year", 0),
            count("years", "years"),
            Content.of("basis", "coded", 0)
                    .with("status")
                    .meaning(Map.of("too_few_periods", 0, "recent_marker", 1, "control_chart", 2)),
            Content.of("direction", "coded", 0)
                    .with("status")
                    .meaning(DIRECTIONS)
                    .shown(),
            Content.of("line_direction", "coded", 0).with("status").meaning(DIRECTIONS),
            Content.of("all_years_funnel", "coded", 0).with("status").meaning(PLACES));

    /** Charts are drawn from twelve years on, so that with fewer there are none to have a mean. */
    static final List<Content> WAIT_TRENDS = List.of(
            Content.of("from_year", "year", 0),
            Content.of("to_year", "year", 0),
            count("years", "years").shown(),
            Content.of("basis", "coded", 0)
                    .with("status")
                    .meaning(Map.of("too_few_periods", 0, "control_chart", 2, "mann_kendall", 3)),
            Content.of("direction", "coded", 0)
                    .with("status")
                    .meaning(DIRECTIONS)
                    .shown(),
            Content.of("slope", "days-per-year", 1).with("status").shown(),
            Content.of("kendall_tau", "index", 2).with("status"),
            Content.of("p_value", "probability", 4).with("status"),
            chart("chart_mean"),
            chart("chart_lower"),
            chart("chart_upper"));

    static final List<Content> OFFICES = List.of(
            denominator(),
            Content.of("observed", "deficiencies", 0)
                    .whenEmpty(Status.SUPPRESSED)
                    .shown(),
            Content.of("expected", "deficiencies", 1).whenEmpty(Status.SUPPRESSED),
            Content.of("ratio", "ratio", 2).shown(),
            Content.of("ratio_lower", "ratio", 2).shown(),
            Content.of("ratio_upper", "ratio", 2).shown(),
            Content.of("p_value", "probability", 4).whenEmpty(Status.SUPPRESSED),
            Content.of("q_value", "probability", 4));

    /** What published reports state, as bounds: equal ones are a number. Empty where the report gives none. */
    static final List<Content> STATEMENTS = List.of(
            count("n", "stated").shown(),
            count("low", "stated").shown(),
            count("high", "stated").shown(),
            proportion("rate_low").shown(),
            proportion("rate_high").shown(),
            proportion("limit_lower").shown(),
            proportion("limit_upper").shown());

    private Contents() {}

    /** Quantiles of waits or of measured values. */
    static List<Content> values(String unit) {
        return List.of(
                count("n", "values").with("status").shown(),
                count("waiting", "values").with("status").shown(),
                Content.of("median", unit, 1).with("median_status").shown(),
                Content.of("median_lower", unit, 1).with("median_status").shown(),
                Content.of("median_upper", unit, 1).with("median_status").shown(),
                Content.of("completed_median", unit, 1).with("median_status"),
                Content.of("p90", unit, 1).with("p90_status").shown(),
                Content.of("p90_lower", unit, 1).with("p90_status"),
                Content.of("p90_upper", unit, 1).with("p90_status"),
                Content.of("completed_p90", unit, 1).with("p90_status"));
    }

    private static List<Content> rates() {
        List<Content> contents = new ArrayList<>();
        contents.addAll(rate("case", FILES));
        contents.addAll(rate("unit", OPERATIONS));
        contents.add(band(count("band_cases", FILES)));
        for (String code : List.of("band_low", "band_high", "band_lower", "band_upper")) {
            contents.add(band(proportion(code)));
        }
        contents.add(Content.of("selection_basis", "coded", 0));
        contents.add(Content.of("synthetic", "coded", 0).meaning(FLAGS));
        return contents;
    }

    private static List<Content> rate(String kind, String unit) {
        String status = kind + "_status";
        String rate = kind + "_rate";
        return List.of(
                count(kind + "s_assessed", unit).with(status).shown(),
                count(kind + "s_deficient", unit).with(status),
                proportion(rate).with(status).shown(),
                proportion(rate + "_lower").with(status).shown(),
                proportion(rate + "_upper").with(status).shown(),
                proportion(rate + "_lower_998").with(status),
                proportion(rate + "_upper_998").with(status));
    }

    /** Bounds exist only where some of the evidence is bounded. */
    private static Content band(Content content) {
        return content.with("case_status").whenEmpty(Status.NOT_APPLICABLE);
    }

    private static List<Content> followUp() {
        return List.of(
                count("demands", "episodes").shown(),
                count("followed_up", "episodes").shown(),
                count("remedied", "episodes").shown(),
                count("relapsed", "episodes"),
                proportion("remedied_share").shown(),
                proportion("remedied_share_lower"),
                proportion("remedied_share_upper"),
                Content.of("median_days", "days", 1).shown(),
                Content.of("median_days_lower", "days", 1),
                Content.of("median_days_upper", "days", 1));
    }

    private static List<Content> comparisons() {
        List<Content> contents = new ArrayList<>();
        contents.add(denominator());
        contents.add(proportion("rate").shown());
        contents.add(proportion("difference").shown());
        contents.add(proportion("difference_lower").shown());
        contents.add(proportion("difference_upper").shown());
        contents.add(Content.of("p_value", "probability", 4));
        contents.add(Content.of("q_value", "probability", 4));
        contents.add(Content.of("funnel", "coded", 0).meaning(PLACES).shown());
        for (String code : List.of("rank", "rank_lower", "rank_upper")) {
            contents.add(Content.of(code, "place", 0));
        }
        for (String code : List.of("shrunk_rate", "standardised_rate", "standardised_lower", "standardised_upper")) {
            contents.add(proportion(code));
        }
        contents.add(Content.of("unlike_basis", "coded", 0).meaning(FLAGS));
        return contents;
    }

    private static List<Content> inequality() {
        List<Content> contents = new ArrayList<>();
        contents.add(denominator());
        contents.add(count("regions", "regions").shown());
        contents.add(proportion("nation_rate").shown());
        contents.add(proportion("gap_by_chance").shown());
        limited(contents, "tau", PROPORTION, 4);
        limited(contents, "gap", PROPORTION, 4);
        limited(contents, "ratio", "ratio", 2);
        limited(contents, "deviation", PROPORTION, 4);
        limited(contents, "coefficient_of_variation_percent", "percent", 1);
        limited(contents, "difference_from_mean", PROPORTION, 4);
        limited(contents, "index_of_disparity_percent", "percent", 1);
        limited(contents, "theil", "index", 4);
        limited(contents, "attributable_risk", PROPORTION, 4);
        limited(contents, "corrected_variance", "variance", 6);
        limited(contents, "systematic_component", "index", 4);
        contents.add(count("order_steps", "steps"));
        limited(contents, "slope_index", PROPORTION, 4);
        limited(contents, "relative_index", "ratio", 2);
        contents.add(Content.of("moran", "index", 4));
        contents.add(Content.of("moran_by_chance", "index", 4));
        contents.add(Content.of("moran_p", "probability", 4));
        contents.add(count("moran_regions", "regions"));
        contents.add(Content.of("funnel", "coded", 0).meaning(Map.of("none", 0, "plain", 1, "adjusted", 2)));
        contents.add(Content.of("phi", "ratio", 2));
        contents.add(Content.of("funnel_tau2", "index", 4));
        contents.add(count("family_size", "tests"));
        contents.add(Content.of("homogeneity_p", "probability", 4));
        return contents;
    }

    private static void limited(List<Content> contents, String code, String unit, int decimals) {
        Stream.of("", "_lower", "_upper").forEach(end -> {
            Content content = Content.of(code + end, unit, decimals);
            contents.add(code.equals("tau") || code.equals("gap") ? content.shown() : content);
        });
    }

    private static Content chart(String code) {
        return Content.of(code, "days", 1).with("status").whenEmpty(Status.NOT_APPLICABLE);
    }

    private static Content denominator() {
        return Content.of("denominator", "coded", 0).meaning(DENOMINATORS);
    }

    private static Content count(String code, String unit) {
        return Content.of(code, unit, 0);
    }

    private static Content proportion(String code) {
        return Content.of(code, PROPORTION, 4);
    }
}
