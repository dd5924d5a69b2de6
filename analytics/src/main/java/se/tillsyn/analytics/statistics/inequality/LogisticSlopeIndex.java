package se.tillsyn.analytics.statistics.inequality;

import java.util.Optional;
import java.util.OptionalDouble;
import se.tillsyn.analytics.statistics.LogisticLine;

/**
 * Slope and relative index of inequality over ordered groups, by a line through log odds.
 *
 * <p>{@code SII = p(1) − p(0)} and {@code RII = p(1)/p(0)}, where p(r) is the proportion that the line gives at rank r; both
 * ends lie within 0 and 1, which the straight line does not promise. Standard errors by the delta method from the robust
 * variances with factor k/(k − 2) (HC1); of SII as a proportion, of RII for its logarithm. Nothing where the line does not exist
 * (no or only deficient cases, one group, separated groups); no standard errors with fewer than three groups. Assumes a line in
 * log odds; not that cases are independent. Source: as {@link SlopeIndex} and {@link LogisticLine}. Checked against base R
 * and healthequal (inequality_ordered_expected.csv).
 *
 * @param slope SII, −1 to 1
 * @param slopeError standard error of SII
 * @param ratio RII, above 0
 * @param logRatioError standard error of ln RII
 */
public record LogisticSlopeIndex(double slope, OptionalDouble slopeError, double ratio, OptionalDouble logRatioError) {

    /**
     * Fits the line.
     *
     * @param ranks places of the groups, from {@link MidRanks}
     * @param numerators deficient cases
     * @param denominators assessed cases
     */
    public static Optional<LogisticSlopeIndex> of(double[] ranks, double[] numerators, double[] denominators) {
        return LogisticLine.through(ranks, numerators, denominators).map(LogisticSlopeIndex::ends);
    }

    private static LogisticSlopeIndex ends(LogisticLine line) {
        double first = line.at(0);
        double last = line.at(1);
        double slopeOfLast = last * (1 - last);
        return new LogisticSlopeIndex(
                last - first,
                error(line, slopeOfLast - first * (1 - first), slopeOfLast),
                last / first,
                error(line, first - last, 1 - last));
    }

    private static OptionalDouble error(LogisticLine line, double byIntercept, double bySlope) {
        OptionalDouble factor = line.robustFactor();
        return factor.isEmpty()
                ? factor
                : OptionalDouble.of(
                        Math.sqrt(Math.max(0, line.robust().ofSum(byIntercept, bySlope) * factor.getAsDouble())));
    }
}
