package se.tillsyn.web.wait;

import se.tillsyn.analytics.release.Status;
import se.tillsyn.analytics.release.ValueColumns;
import se.tillsyn.web.release.ReleaseTable;

/**
 * Measured values of one cell, waits in days or a rule in its own unit. Without a number nothing but why.
 *
 * @param status of the counts
 * @param n values, those that go on included; −1 without a number
 * @param waiting of these, how many go on; −1 without a number
 * @param median of all, those that go on included
 * @param p90 ninetieth percentile likewise
 * @param completedMedian of those that have ended only, which is too low; its status is the median's
 * @param unit code
 */
record Quantities(
        Status status, int n, int waiting, Quantile median, Quantile p90, Quantile completedMedian, String unit) {

    /** What a release has no row for. */
    static final Quantities NONE = new Quantities(
            Status.NOT_AVAILABLE,
            -1,
            -1,
            Quantile.without(Status.NOT_AVAILABLE),
            Quantile.without(Status.NOT_AVAILABLE),
            Quantile.without(Status.NOT_AVAILABLE),
            "");

    /**
     * A quantile with its 95 % limits; NaN for a limit that the data do not give.
     *
     * @param value NaN unless the status is {@link Status#VALUE}
     */
    record Quantile(Status status, double value, double lower, double upper) {

        static Quantile without(Status status) {
            return new Quantile(status, Double.NaN, Double.NaN, Double.NaN);
        }

        /** A quantile that so many still wait for that the data do not reach it is no number either. */
        static Quantile of(Status status, double value, double lower, double upper) {
            if (status != Status.VALUE) {
                return without(status);
            }
            return Double.isNaN(value) ? without(Status.UNRELIABLE) : new Quantile(status, value, lower, upper);
        }

        boolean hasNumber() {
            return status == Status.VALUE;
        }
    }

    static Quantities of(ReleaseTable.Row row) {
        Status status = Status.ofCode(row.text(ValueColumns.STATUS));
        Status median = Status.ofCode(row.text(ValueColumns.MEDIAN_STATUS));
        boolean counted = status == Status.VALUE;
        return new Quantities(
                status,
                counted ? row.whole(ValueColumns.N) : -1,
                counted ? row.whole(ValueColumns.WAITING) : -1,
                Quantile.of(
                        median,
                        row.real(ValueColumns.MEDIAN),
                        row.real(ValueColumns.MEDIAN_LOWER),
                        row.real(ValueColumns.MEDIAN_UPPER)),
                Quantile.of(
                        Status.ofCode(row.text(ValueColumns.P90_STATUS)),
                        row.real(ValueColumns.P90),
                        row.real(ValueColumns.P90_LOWER),
                        row.real(ValueColumns.P90_UPPER)),
                Quantile.of(median, row.real(ValueColumns.COMPLETED_MEDIAN), Double.NaN, Double.NaN),
                row.text(ValueColumns.VALUE_UNIT));
    }

    boolean hasCounts() {
        return status == Status.VALUE;
    }

    /** Share of those counted who still wait; NaN without counts. */
    double waitingShare() {
        return hasCounts() && n > 0 ? (double) waiting / n : Double.NaN;
    }
}
