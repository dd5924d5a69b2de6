package se.tillsyn.analytics.publication;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.assessment.CaseRates;
import se.tillsyn.analytics.cube.BoundedCases;
import se.tillsyn.analytics.cube.DeficiencyCell;
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
 * @param band bounds of the case rate; {@code null} without bounded evidence, or where they are withheld
 */
record RateRow(
        DeficiencyCell cell,
        Family cases,
        Family units,
        @Nullable Band band) {

    /**
     * What may be said of the case rate when of some files only bounds are known: it lies between two rates.
     *
     * @param cases files, those with bounds included
     * @param low rate when as few as possible are deficient
     * @param high rate when as many as possible are
     * @param limits lower 95 % limit at {@code low}, upper at {@code high}
     */
    record Band(int cases, double low, double high, Interval limits) {}

    /**
     * Counts and rate of one denominator.
     *
     * @param status why the figures are missing, or {@link Status#VALUE}
     * @param assessed denominator
     * @param deficient numerator
     * @param rate proportion, 0 to 1
     * @param limits 95 % limits of {@code rate}
     * @param widerLimits 99.8 % limits of {@code rate}
     * @param method how the limits were made; only for case rates
     */
    record Family(
            Status status,
            @Nullable Integer assessed,
            @Nullable Integer deficient,
            @Nullable Double rate,
            @Nullable Interval limits,
            @Nullable Interval widerLimits,
            @Nullable String method) {

        static Family without(Status status) {
            return new Family(status, null, null, null, null, null, null);
        }

        /** Nothing was assessed: the zero counts are told, a rate does not exist. */
        static Family nothingAssessed() {
            return new Family(Status.NOT_AVAILABLE, 0, 0, null, null, null, null);
        }

        @Nullable
        Double widerLower() {
            return widerLimits == null ? null : widerLimits.lower();
        }

        @Nullable
        Double widerUpper() {
            return widerLimits == null ? null : widerLimits.upper();
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

    /**
     * Computes what may be shown.
     *
     * @param published whether the counts of files may be published
     */
    static RateRow of(DeficiencyCell cell, boolean published, CaseRates rates) {
        return new RateRow(cell, casesOf(cell, published, rates), unitsOf(cell), bandOf(cell, published));
    }

    private static @Nullable Band bandOf(DeficiencyCell cell, boolean published) {
        BoundedCases bounded = cell.bounded();
        long cases = cell.cases().cases() + bounded.cases();
        long low = cell.cases().deficient() + bounded.low();
        long high = cell.cases().deficient() + bounded.high();
        if (bounded.cases() == 0 || !published) {
            return null;
        }
        double confidence = RateInterval.PUBLISHED_CONFIDENCE;
        return new Band(
                Math.toIntExact(cases),
                (double) low / cases,
                (double) high / cases,
                new Interval(
                        RateInterval.wilson((double) low, (double) cases, confidence)
                                .lower(),
                        RateInterval.wilson((double) high, (double) cases, confidence)
                                .upper()));
    }

    private static Family casesOf(DeficiencyCell cell, boolean published, CaseRates rates) {
        if (!cell.caseRateApplicable()) {
            return Family.without(Status.NOT_APPLICABLE);
        }
        long assessed = cell.cases().cases();
        long deficient = cell.cases().deficient();
        if (assessed == 0) {
            return Family.nothingAssessed();
        }
        if (!published) {
            return Family.without(Status.SUPPRESSED);
        }
        ClusteredRate rate = rates.of(cell, RateInterval.PUBLISHED_CONFIDENCE);
        return new Family(
                Status.VALUE,
                Math.toIntExact(assessed),
                Math.toIntExact(deficient),
                rate.rate(),
                rate.limits(),
                rates.of(cell, RateInterval.WIDER_CONFIDENCE).limits(),
                rate.method().name().toLowerCase(Locale.ROOT));
    }

    private static Family unitsOf(DeficiencyCell cell) {
        if (cell.units() == 0) {
            return Family.nothingAssessed();
        }
        double rate = (double) cell.deficientUnits() / cell.units();
        Interval limits = RateInterval.wilson(cell.deficientUnits(), cell.units(), RateInterval.PUBLISHED_CONFIDENCE);
        Interval wider = RateInterval.wilson(cell.deficientUnits(), cell.units(), RateInterval.WIDER_CONFIDENCE);
        return new Family(Status.VALUE, cell.units(), cell.deficientUnits(), rate, limits, wider, null);
    }
}
