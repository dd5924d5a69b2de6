package se.tillsyn.analytics.audit.release;

import java.util.List;
import java.util.function.Consumer;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.Status;

/** Checks a row of a rate table by itself: the bundle is whole or empty, and what is published is above the thresholds. */
final class RateRowChecks {

    private static final List<String> RATE = List.of(
            RateColumns.CASE_RATE,
            RateColumns.CASE_RATE_LOWER,
            RateColumns.CASE_RATE_UPPER,
            RateColumns.CASE_RATE_LOWER_998,
            RateColumns.CASE_RATE_UPPER_998,
            RateColumns.CASE_RATE_METHOD);
    private static final List<String> COUNTS = List.of(RateColumns.CASES_ASSESSED, RateColumns.CASES_DEFICIENT);
    private static final List<String> BAND = List.of(
            RateColumns.BAND_CASES,
            RateColumns.BAND_LOW,
            RateColumns.BAND_HIGH,
            RateColumns.BAND_LOWER,
            RateColumns.BAND_UPPER);

    private final ProtectedTopics topics;
    private final Thresholds thresholds;
    private final Consumer<Breach> breaches;

    RateRowChecks(ProtectedTopics topics, Thresholds thresholds, Consumer<Breach> breaches) {
        this.topics = topics;
        this.thresholds = thresholds;
        this.breaches = breaches;
    }

    /** What the row says of its cell. */
    RateCell check(TableRow row) {
        Status status = row.status(RateColumns.CASE_STATUS);
        switch (status) {
            case VALUE -> require(row, COUNTS, RATE.subList(0, 1));
            case NOT_AVAILABLE -> {
                requireNone(row, RATE);
                requireZero(row);
            }
            case NOT_APPLICABLE -> {
                requireNone(row, RATE);
                requireNone(row, COUNTS);
            }
            case SUPPRESSED, UNRELIABLE -> {
                requireNone(row, RATE);
                requireNone(row, COUNTS);
                requireNone(row, BAND);
            }
        }
        boolean shown = status == Status.VALUE;
        RateCell cell = new RateCell(
                row.table(),
                row.key(),
                status == Status.UNRELIABLE ? Status.SUPPRESSED : status,
                shown ? row.count(RateColumns.CASES_ASSESSED) : 0,
                shown ? row.count(RateColumns.CASES_DEFICIENT) : 0,
                row.count(RateColumns.UNITS_ASSESSED),
                row.count(RateColumns.UNITS_DEFICIENT));
        if (topics.rates().contains(cell.key().topic())) {
            checkThresholds(row, cell);
        }
        return cell;
    }

    private void checkThresholds(TableRow row, RateCell cell) {
        if (thresholds.areBelow(cell.assessed(), cell.deficient())) {
            report(BreachKind.BELOW_THRESHOLD, row, RateColumns.CASES_ASSESSED);
        }
        if (!cell.isWithheld() && row.has(RateColumns.BAND_CASES)) {
            long all = row.count(RateColumns.BAND_CASES);
            long bounded = all - cell.assessed();
            long low = Math.round(row.number(RateColumns.BAND_LOW) * all) - cell.deficient();
            long high = Math.round(row.number(RateColumns.BAND_HIGH) * all) - cell.deficient();
            if (thresholds.areBelow(bounded, low) || thresholds.areBelow(bounded, high)) {
                report(BreachKind.BELOW_THRESHOLD, row, RateColumns.BAND_CASES);
            }
        }
    }

    private void require(TableRow row, List<String> counts, List<String> rate) {
        for (List<String> columns : List.of(counts, rate)) {
            for (String column : columns) {
                if (!row.has(column)) {
                    report(BreachKind.BUNDLE_NOT_WHOLE, row, column);
                }
            }
        }
    }

    private void requireNone(TableRow row, List<String> columns) {
        for (String column : columns) {
            if (row.has(column)) {
                report(BreachKind.BUNDLE_NOT_WHOLE, row, column);
            }
        }
    }

    /** Where nothing was counted, the counts say so. */
    private void requireZero(TableRow row) {
        for (String column : COUNTS) {
            if (row.count(column) != 0) {
                report(BreachKind.BUNDLE_NOT_WHOLE, row, column);
            }
        }
    }

    private void report(BreachKind kind, TableRow row, String column) {
        breaches.accept(Breach.of(kind, row.table(), row.key(), column));
    }
}
