package se.tillsyn.analytics.truth;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What truth.json says of a rate topic; effects in log-odds. See ingest/SAMPLE.md.
 *
 * @param operationTypes kinds of operation judged on the topic
 * @param nationalRates true rates by year from the first
 * @param countyRates the same by county; {@code null} where the county has no operation
 */
record PlantedTopic(
        String topic,
        Kind kind,
        String denominator,
        String evidence,
        List<String> operationTypes,
        double slopePerYear,
        @Nullable LocalDate breakOn,
        double levelShift,
        double betweenCountySd,
        List<String> highCounties,
        List<String> lowCounties,
        Map<String, Double> officeLogOdds,
        List<@Nullable Double> nationalRates,
        Map<String, List<@Nullable Double>> countyRates) {

    enum Kind {
        NULL,
        PLANTED
    }

    /** Whether the operation as a whole is judged. */
    boolean verdicts() {
        return denominator.equals("OPERATIONS");
    }

    /** Interviews never enter a case rate, and truth.json has no rate of operations with at least one deficient file. */
    boolean hasTrueRate() {
        return verdicts() || evidence.equals("CASE_FILE");
    }

    boolean isNull() {
        return kind == Kind.NULL;
    }

    /** The years of the longest stretch without a planted shift; a year that the shift divides belongs to none. */
    List<Integer> steadyYears() {
        LocalDate shift = breakOn;
        if (levelShift == 0 || shift == null) {
            return years(TruthSample.FIRST_YEAR, TruthSample.LAST_YEAR);
        }
        List<Integer> before = years(TruthSample.FIRST_YEAR, shift.getYear() - 1);
        List<Integer> after =
                years(shift.getDayOfYear() == 1 ? shift.getYear() : shift.getYear() + 1, TruthSample.LAST_YEAR);
        return before.size() > after.size() ? before : after;
    }

    private static List<Integer> years(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
