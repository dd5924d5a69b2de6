package se.tillsyn.analytics.publication;

import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.ingest.finding.Finding;

/**
 * What a published report states for several operations together, on its own level. A count stands as equal bounds, "more
 * than half of 16" as bounds 9 and 16, and what the report does not count has none.
 *
 * @param n number the statement is about
 * @param low lower bound: of a count of {@code n}, or of a measured value when {@code valueUnit} is there
 * @param high upper bound
 * @param rateLow {@code low / n}
 * @param rateHigh {@code high / n}
 * @param limitLower lower 95 % Wilson limit at {@code low}
 * @param limitUpper upper 95 % Wilson limit at {@code high}
 */
public record Statement(
        String statement,
        String topic,
        String region,
        String period,
        String ageGroup,
        String operationType,
        String programme,
        String selectionBasis,
        String observedUnit,
        String evidence,
        String outcome,
        @Nullable Integer n,
        @Nullable Integer low,
        @Nullable Integer high,
        @Nullable String valueUnit,
        @Nullable Double rateLow,
        @Nullable Double rateHigh,
        @Nullable Double limitLower,
        @Nullable Double limitUpper) {

    /**
     * Reads a statement off a finding without an operation.
     *
     * @param finding a finding whose {@code unitId} is {@code null}
     */
    public static Statement of(Finding finding) {
        Integer n = finding.casesAssessed();
        Integer counted = finding.casesDeficient();
        Integer low = counted != null ? counted : finding.valueLow();
        Integer high = counted != null ? counted : finding.valueHigh();
        Integer whole = n != null && n > 0 && finding.valueUnit() == null ? n : null;
        return new Statement(
                finding.findingId(),
                finding.topic(),
                finding.regionCode(),
                Integer.toString(finding.inspectedOn().getYear()),
                finding.ageGroup(),
                finding.operationType(),
                finding.programme(),
                finding.selectionBasis(),
                finding.observedUnit(),
                finding.evidence(),
                finding.outcome().name(),
                n,
                low,
                high,
                finding.valueUnit(),
                share(low, whole),
                share(high, whole),
                low == null || whole == null ? null : limits(low, whole).lower(),
                high == null || whole == null ? null : limits(high, whole).upper());
    }

    private static Interval limits(int part, int whole) {
        return RateInterval.wilson(part, whole, RateInterval.PUBLISHED_CONFIDENCE);
    }

    private static @Nullable Double share(@Nullable Integer part, @Nullable Integer whole) {
        return part == null || whole == null ? null : (double) part / whole;
    }
}
