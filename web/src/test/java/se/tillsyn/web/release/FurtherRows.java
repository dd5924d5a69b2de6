package se.tillsyn.web.release;

import com.jerolba.carpet.annotation.Alias;
import org.jspecify.annotations.Nullable;

/** Rows of the further tables as their files hold them, with the columns that the pages read. */
final class FurtherRows {

    private FurtherRows() {}

    record Comparison(
            String topic,
            String region,
            String period,
            String denominator,
            double rate,
            @Nullable Double difference,
            @Alias("difference_lower") @Nullable Double differenceLower,
            @Alias("difference_upper") @Nullable Double differenceUpper,
            @Alias("p_value") @Nullable Double p,
            @Alias("q_value") @Nullable Double q,
            @Nullable String funnel,
            @Nullable Integer rank,
            @Alias("rank_lower") @Nullable Integer rankLower,
            @Alias("rank_upper") @Nullable Integer rankUpper,
            @Alias("shrunk_rate") double shrunk,
            @Alias("standardised_rate") @Nullable Double standardised,
            @Alias("standardised_lower") @Nullable Double standardisedLower,
            @Alias("standardised_upper") @Nullable Double standardisedUpper,
            @Alias("unlike_basis") boolean unlike) {}

    record Inequality(
            String topic,
            String period,
            String denominator,
            int regions,
            @Alias("nation_rate") double nation,
            String funnel,
            @Nullable Double phi,
            @Alias("funnel_tau2") @Nullable Double tau2,
            @Alias("family_size") int tested,
            @Alias("homogeneity_p") @Nullable Double homogeneity,
            @Alias("gap_by_chance") double gapByChance,
            @Nullable Double gap,
            @Alias("gap_lower") @Nullable Double gapLower,
            @Alias("gap_upper") @Nullable Double gapUpper,
            @Nullable Double ratio,
            @Nullable Double tau,
            @Alias("tau_lower") @Nullable Double tauLower,
            @Alias("tau_upper") @Nullable Double tauUpper,
            @Alias("order_steps") @Nullable Integer orderSteps,
            @Alias("slope_index") @Nullable Double slope,
            @Alias("slope_index_lower") @Nullable Double slopeLower,
            @Alias("slope_index_upper") @Nullable Double slopeUpper,
            @Alias("relative_index") @Nullable Double relative,
            @Alias("relative_index_lower") @Nullable Double relativeLower,
            @Alias("relative_index_upper") @Nullable Double relativeUpper) {}

    record Trend(
            String topic,
            String region,
            String denominator,
            @Alias("from_year") String from,
            @Alias("to_year") String to,
            int years,
            @Nullable String basis,
            @Nullable String direction,
            @Nullable String status) {}

    record WaitTrend(
            String topic,
            String region,
            @Alias("from_year") String from,
            @Alias("to_year") String to,
            int years,
            @Nullable String basis,
            @Nullable String direction,
            @Alias("kendall_tau") @Nullable Double tau,
            @Alias("p_value") @Nullable Double p,
            @Nullable Double slope,
            @Alias("chart_mean") @Nullable Double mean,
            @Alias("chart_lower") @Nullable Double lower,
            @Alias("chart_upper") @Nullable Double upper,
            String status) {}

    record Values(
            String topic,
            String region,
            String period,
            @Alias("age_group") String age,
            @Alias("operation_type") String type,
            @Alias("value_unit") String unit,
            @Nullable Integer n,
            @Nullable Integer waiting,
            @Nullable String status,
            @Nullable Double median,
            @Alias("median_lower") @Nullable Double medianLower,
            @Alias("median_upper") @Nullable Double medianUpper,
            @Alias("completed_median") @Nullable Double completedMedian,
            @Alias("median_status") @Nullable String medianStatus,
            @Nullable Double p90,
            @Alias("p90_lower") @Nullable Double p90Lower,
            @Alias("p90_upper") @Nullable Double p90Upper,
            @Alias("completed_p90") @Nullable Double completedP90,
            @Alias("p90_status") @Nullable String p90Status) {}

    record FollowUp(
            String topic,
            String region,
            String period,
            int demands,
            @Alias("followed_up") int followedUp,
            int remedied,
            int relapsed,
            @Alias("remedied_share") double share,
            @Alias("remedied_share_lower") double shareLower,
            @Alias("remedied_share_upper") double shareUpper,
            @Alias("median_days") @Nullable Double days,
            @Alias("median_days_lower") @Nullable Double daysLower,
            @Alias("median_days_upper") @Nullable Double daysUpper) {}

    record Covered(
            String region,
            String period,
            @Alias("operation_type") String type,
            @Alias("selection_basis") String basis,
            @Alias("units_inspected") int inspected,
            @Alias("units_judged") int judged,
            @Alias("units_deficient_any_topic") int deficient,
            @Alias("units_eligible") @Nullable Integer eligible,
            @Nullable Double coverage,
            boolean synthetic) {}

    record Office(
            String topic,
            String office,
            String denominator,
            @Nullable Double observed,
            @Nullable Double expected,
            double ratio,
            @Alias("ratio_lower") double ratioLower,
            @Alias("ratio_upper") double ratioUpper,
            @Alias("p_value") @Nullable Double p,
            @Alias("q_value") double q) {}
}
