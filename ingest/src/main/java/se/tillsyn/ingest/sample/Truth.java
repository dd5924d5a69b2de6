package se.tillsyn.ingest.sample;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ground truth of a sample, as it stands in {@code truth/truth.json}; keys in snake case, in this order. Rates are
 * of the outcome DEFICIENT (also where that is no deficiency), as proportions; effects in log-odds.
 */
record Truth(
        String notFindings,
        boolean synthetic,
        long seed,
        long findingsRequested,
        long findingsWritten,
        String profile,
        int firstYear,
        int lastYear,
        Map<String, String> notes,
        Map<String, Integer> operationsByType,
        List<CountyYear> censusOfBoards,
        Risk risk,
        FollowUp followUp,
        List<RateTopic> rateTopics,
        List<PartTopic> partTopics,
        List<WaitTopic> waitTopics,
        List<MeasuredTopic> measuredTopics,
        List<SkippedTopic> skippedTopics) {

    record CountyYear(String county, int year) {}

    /**
     * @param share of each county's operations of a type
     * @param riskBasedAtRisk share of risk-based visits made to operations at risk
     */
    record Risk(double share, double logOddsOnPlantedTopics, double riskBasedAtRisk, double complaintRatio) {}

    /** The chain of a demand; days from visit to follow-up are shortest + Weibull(median, shape), at most longest. */
    record FollowUp(
            double shareOfVisitsEverFollowedUp,
            int shortestDays,
            double medianFurtherDays,
            double shape,
            int longestDays,
            double remedied) {}

    /**
     * @param denominator FILES, ELIGIBLE or OPERATIONS
     * @param kind NULL or PLANTED: whether counties, offices, risk and age have effects
     * @param breakOn as in the profile, {@code null} = none; the shift may be 0
     * @param nationalRates mean over all operations, by year
     * @param countyRates mean over the county's operations, by county code and year; {@code null} where the county has
     *     none that are judged
     */
    record RateTopic(
            String topic,
            RateEffects.Kind kind,
            String denominator,
            String observedUnit,
            String evidence,
            List<String> operationTypes,
            double baseLogOdds,
            double slopePerYear,
            int referenceYear,
            @Nullable String breakOn,
            double levelShift,
            double rho,
            double ageContrast,
            double riskLogOdds,
            double betweenCountySd,
            List<String> highCounties,
            List<String> lowCounties,
            Map<String, Double> countyLogOdds,
            Map<String, Double> officeLogOdds,
            List<@Nullable Double> nationalRates,
            Map<String, List<@Nullable Double>> countyRates) {}

    /** A topic that is the given share of its parent's deficient files, everywhere and always. */
    record PartTopic(String topic, String parent, double share) {}

    /**
     * @param medianDays true medians before rounding up to whole days, by county code and year
     * @param p90Days true 90th percentiles, likewise
     */
    record WaitTopic(
            String topic,
            String distribution,
            double shape,
            double yearlyFactor,
            int referenceYear,
            int referralWindowDays,
            List<String> longCounties,
            List<String> shortCounties,
            Map<String, List<Double>> medianDays,
            Map<String, List<Double>> p90Days) {}

    /** @param medians true medians by county code */
    record MeasuredTopic(String topic, String valueUnit, Map<String, Double> medians) {}

    record SkippedTopic(String topic, String reason) {}
}
