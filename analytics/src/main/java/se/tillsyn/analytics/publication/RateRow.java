package se.tillsyn.analytics.publication;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.disclosure.PrimaryRule;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.analytics.statistics.ClusteredRate;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;

/**
 * What is published of one cell: two families of figures, each whole with status {@link Status#VALUE} or empty with the
 * reason. Counts, rate and limits of a family always go together.
 *
 * @param cell the cell; of its counts only those in the families may be published
 * @param cases case rate
 * @param units unit rate
 */
record RateRow(DeficiencyCell cell, Family cases, Family units) {

    /**
     * Counts and rate of one denominator.
     *
     * @param status why the figures are missing, or {@link Status#VALUE}
     * @param assessed denominator
     * @param deficient numerator
     * @param rate proportion, 0 to 1
     * @param limits 95 % limits of {@code rate}
     * @param method how the limits were made; only for case rates
     */
    record Family(
            Status status,
            @Nullable Integer assessed,
            @Nullable Integer deficient,
            @Nullable Double rate,
            @Nullable Interval limits,
            @Nullable String method) {

        static Family without(Status status) {
            return new Family(status, null, null, null, null, null);
        }

        /** Nothing was assessed: the zero counts are told, a rate does not exist. */
        static Family nothingAssessed() {
            return new Family(Status.NOT_AVAILABLE, 0, 0, null, null, null);
        }

        @Nullable
        Double lower() {
            return limits == null ? null : limits.lower();
        }

        @Nullable
        Double upper() {
            return limits == null ? null : limits.upper();
        }
    }

    /** Applies the primary rule and computes what may be shown. */
    static RateRow of(DeficiencyCell cell, PrimaryRule rule) {
        return new RateRow(cell, casesOf(cell, rule), unitsOf(cell));
    }

    private static Family casesOf(DeficiencyCell cell, PrimaryRule rule) {
        if (!cell.caseRateApplicable()) {
            return Family.without(Status.NOT_APPLICABLE);
        }
        long assessed = cell.cases().cases();
        long deficient = cell.cases().deficient();
        if (assessed == 0) {
            return Family.nothingAssessed();
        }
        if (cell.countsProtected() && rule.withholds(deficient, assessed)) {
            return Family.without(Status.SUPPRESSED);
        }
        ClusteredRate rate = ClusteredRate.of(cell.cases(), RateInterval.PUBLISHED_CONFIDENCE);
        return new Family(
                Status.VALUE,
                Math.toIntExact(assessed),
                Math.toIntExact(deficient),
                rate.rate(),
                rate.limits(),
                rate.method().name().toLowerCase(Locale.ROOT));
    }

    private static Family unitsOf(DeficiencyCell cell) {
        if (cell.units() == 0) {
            return Family.nothingAssessed();
        }
        double rate = (double) cell.deficientUnits() / cell.units();
        Interval limits = RateInterval.wilson(cell.deficientUnits(), cell.units(), RateInterval.PUBLISHED_CONFIDENCE);
        return new Family(Status.VALUE, cell.units(), cell.deficientUnits(), rate, limits, null);
    }
}
