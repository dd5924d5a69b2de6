package se.tillsyn.web.release;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.release.FurtherRows.Comparison;
import se.tillsyn.web.release.FurtherRows.Covered;
import se.tillsyn.web.release.FurtherRows.FollowUp;
import se.tillsyn.web.release.FurtherRows.Inequality;
import se.tillsyn.web.release.FurtherRows.Office;
import se.tillsyn.web.release.FurtherRows.Trend;
import se.tillsyn.web.release.FurtherRows.Values;
import se.tillsyn.web.release.FurtherRows.WaitTrend;

/**
 * The further tables of {@link SmallRelease}. Värmland (17) differs from the rest of the nation in 2016, Dalarna (20) too,
 * the other way; no year is compared for 25, whose counts are withheld. Waits of PSYK_VANTETID are known for the nation and
 * Värmland, withheld for Dalarna; so are their trends, Värmland's without a chart.
 */
final class SmallTables {

    private static final String TOPIC = "BEHOVSBEDOMNING";

    private SmallTables() {}

    static void write(ReleaseWriter writer) throws IOException {
        writer.table("comparisons_county", Comparison.class, comparisons())
                .table("inequality_county", Inequality.class, inequality())
                .table("trends_nation", Trend.class, List.of(trend("00", "control_chart", "increasing", null)))
                .table(
                        "trends_county",
                        Trend.class,
                        List.of(trend("17", "too_few_periods", "none", null), trend("25", null, null, "c")))
                .table("waittrends_nation", WaitTrend.class, List.of(waitTrend("00", "control_chart", 12)))
                .table(
                        "waittrends_county",
                        WaitTrend.class,
                        List.of(waitTrend("17", "mann_kendall", 6), waitTrend("20", null, 6)))
                .table("waits_nation", Values.class, List.of(wait("00", 420, 61, "")))
                .table("waits_county", Values.class, List.of(wait("17", 60, 9, ""), wait("20", null, null, "c")))
                .table("followup_county", FollowUp.class, List.of(followUp("17")))
                .table("followup_nation", FollowUp.class, List.of(followUp("00")))
                .table("coverage_nation", Covered.class, List.of(covered("00", "MIXED", 60, 80)))
                .table("coverage_county", Covered.class, List.of(covered("17", "THEMATIC_SAMPLE", 12, null)))
                .table(
                        "offices",
                        Office.class,
                        List.of(new Office(TOPIC, "MITT", "cases", null, null, 1.4, 1.1, 1.8, null, 0.03)));
        writer.text("quality.json", """
                {"read":130,"loaded":120,"quarantined":10,
                 "levels":[{"level":"nation","cells":8,"case_rates":{"VALUE":6,"NOT_APPLICABLE":2},
                            "unit_rates":{"VALUE":8}}]}
                """).text("disclosure.json", """
                {"secondary_suppression":true,
                 "levels":[{"level":"county","cells":5,"withheld":2,"withheld_share":0.4,"withheld_files_percent":18}]}
                """);
    }

    private static List<Comparison> comparisons() {
        return List.of(
                comparison("17", 0.8125, 0.66, 0.55, 0.74, 0.0004, "high_998"),
                comparison("20", 0, -0.22, -0.25, -0.14, 0.002, "low_998"));
    }

    private static Comparison comparison(
            String region, double rate, double difference, double lower, double upper, double q, String funnel) {
        return new Comparison(
                TOPIC,
                region,
                "2016",
                "cases",
                rate,
                difference,
                lower,
                upper,
                q,
                q,
                funnel,
                null,
                null,
                null,
                rate,
                null,
                null,
                null,
                region.equals("17"));
    }

    private static List<Inequality> inequality() {
        return List.of(new Inequality(
                TOPIC, "2016", "cases", 2, 0.21, "plain", null, null, 2, 0.0001, 0.12, 0.8125, null, null, null, 0.3,
                0.1, 0.6, 3, 0.125, -0.0625, 0.3125, 1.75, null, null));
    }

    private static Trend trend(
            String region, @Nullable String basis, @Nullable String direction, @Nullable String status) {
        return new Trend(TOPIC, region, "cases", "2013", "2016", 4, basis, direction, status);
    }

    private static WaitTrend waitTrend(String region, @Nullable String basis, int years) {
        boolean number = basis != null;
        boolean chart = number && years >= 12;
        return new WaitTrend(
                "PSYK_VANTETID",
                region,
                "2013",
                Integer.toString(2012 + years),
                years,
                basis,
                number ? "increasing" : null,
                number ? 0.875 : null,
                number ? 0.03125 : null,
                number ? 1.5 : null,
                chart ? 53.0 : null,
                chart ? 47.5 : null,
                chart ? 58.5 : null,
                number ? "" : "c");
    }

    private static Values wait(String region, @Nullable Integer n, @Nullable Integer waiting, String status) {
        boolean number = status.isEmpty();
        return new Values(
                "PSYK_VANTETID",
                region,
                "2016",
                "TOTAL",
                "TOTAL",
                "DAYS",
                n,
                waiting,
                number ? null : status,
                number ? 53.0 : null,
                number ? 47.0 : null,
                number ? 64.0 : null,
                number ? 48.0 : null,
                number ? null : status,
                null,
                null,
                null,
                null,
                "c");
    }

    private static FollowUp followUp(String region) {
        return new FollowUp(TOPIC, region, "2015", 10, 8, 6, 1, 0.6, 0.313, 0.832, 210.0, 120.0, null);
    }

    private static Covered covered(String region, String basis, int inspected, @Nullable Integer eligible) {
        return new Covered(
                region,
                "2016",
                "TOTAL",
                basis,
                inspected,
                inspected,
                inspected / 2,
                eligible,
                eligible == null ? null : (double) inspected / eligible,
                true);
    }
}
