package se.tillsyn.analytics.audit.release;

import java.util.List;
import java.util.function.Consumer;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.analytics.release.ValueColumns;

/** Checks a row of waits or measured values by itself: bundles are whole or empty, quantiles rest on values enough. */
final class ValueRowChecks {

    private static final List<String> COUNTS = List.of(ValueColumns.N, ValueColumns.WAITING);
    private static final List<String> MEDIAN = List.of(
            ValueColumns.MEDIAN, ValueColumns.MEDIAN_LOWER, ValueColumns.MEDIAN_UPPER, ValueColumns.COMPLETED_MEDIAN);
    private static final List<String> P90 =
            List.of(ValueColumns.P90, ValueColumns.P90_LOWER, ValueColumns.P90_UPPER, ValueColumns.COMPLETED_P90);
    private static final double BEYOND_MEDIAN = 0.5;
    private static final double BEYOND_P90 = 0.1;

    private final ProtectedTopics topics;
    private final Thresholds thresholds;
    private final Consumer<Breach> breaches;

    ValueRowChecks(ProtectedTopics topics, Thresholds thresholds, Consumer<Breach> breaches) {
        this.topics = topics;
        this.thresholds = thresholds;
        this.breaches = breaches;
    }

    /** What the row says of its cell: persons, and of these those who still wait as the deficient ones. */
    RateCell check(TableRow row) {
        Status status = row.status(ValueColumns.STATUS);
        boolean shown = status == Status.VALUE;
        if (!shown) {
            requireNone(row, COUNTS);
        } else if (!row.has(ValueColumns.N) || !row.has(ValueColumns.WAITING)) {
            report(BreachKind.BUNDLE_NOT_WHOLE, row, ValueColumns.N);
        }
        RateCell cell = new RateCell(
                row.table(),
                row.key(),
                shown ? Status.VALUE : Status.SUPPRESSED,
                shown ? row.count(ValueColumns.N) : 0,
                shown ? row.count(ValueColumns.WAITING) : 0,
                0,
                0);
        checkQuantile(row, cell, ValueColumns.MEDIAN_STATUS, MEDIAN, BEYOND_MEDIAN);
        checkQuantile(row, cell, ValueColumns.P90_STATUS, P90, BEYOND_P90);
        if (topics.values().contains(cell.key().topic()) && thresholds.isOfTooFew(cell.assessed(), 1)) {
            report(BreachKind.BELOW_THRESHOLD, row, ValueColumns.N);
        }
        return cell;
    }

    private void checkQuantile(TableRow row, RateCell cell, String status, List<String> figures, double beyond) {
        boolean withheld = row.status(status) == Status.SUPPRESSED;
        if (withheld || cell.isWithheld()) {
            requireNone(row, figures);
        } else if (topics.values().contains(cell.key().topic()) && thresholds.isOfTooFew(cell.assessed(), beyond)) {
            report(BreachKind.QUANTILE_OF_FEW, row, figures.get(0));
        }
    }

    private void requireNone(TableRow row, List<String> columns) {
        for (String column : columns) {
            if (row.has(column)) {
                report(BreachKind.BUNDLE_NOT_WHOLE, row, column);
            }
        }
    }

    private void report(BreachKind kind, TableRow row, String column) {
        breaches.accept(Breach.of(kind, row.table(), row.key(), column));
    }
}
