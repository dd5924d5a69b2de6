package se.tillsyn.analytics.audit.release;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;

/**
 * What confidence limits tell of how a published cell's files are shared between its operations.
 *
 * <p>Limits with a borrowed correlation are Wilson's at n/(1+(m−1)ρ) files, with m = Σn_j²/n over the operations and one ρ for
 * all cells of a topic and period. A cell of one operation has m = n, so that its limits tell ρ; then those of a cell of two
 * operations tell m, and with n the files of each. An operation with fewer files than may be published is a breach when the
 * numbers that fit lie closer than a window may be. What fits is as exact as the decimals published.
 *
 * <p>Where m is the same multiple of n in all cells of two operations of a topic and period, it was worked out from published
 * numbers and tells nothing of single operations: so many splits are not alike by chance.
 *
 * <p>Cells of three operations and more are not solved: their limits tell one equation about them.
 */
final class LimitInversion {

    /** How the release calls limits with a borrowed correlation. */
    private static final String BORROWED = "borrowed";

    private static final double FLOATING = 1e-12;
    private static final int HALVINGS = 60;
    private static final int DIFFERENT_SIZES = 3;

    private final Thresholds thresholds;
    private final Map<String, List<Limits>> ofOne = new TreeMap<>();
    private final Map<String, List<Limits>> ofTwo = new TreeMap<>();

    /** Between which numbers something lies. */
    private record Range(double low, double high) {}

    /**
     * Limits of a published cell.
     *
     * @param files n
     * @param rate deficient of these
     * @param width distance of the limits
     * @param rounding by how much the width may differ from the exact one
     */
    private record Limits(RateCell cell, long files, double rate, double width, double rounding) {

        /** Width of the limits at a mean number of files m and a correlation. */
        double widthAt(double mean, double correlation) {
            double effective = files / (1 + (mean - 1) * correlation);
            Interval limits = RateInterval.wilson(rate * effective, effective, RateInterval.PUBLISHED_CONFIDENCE);
            return limits.upper() - limits.lower();
        }
    }

    LimitInversion(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Learns of a published cell of protected counts. */
    void learn(String view, TableRow row, RateCell cell) {
        if (row.text(RateColumns.CASE_RATE_METHOD).equals(BORROWED)
                && row.has(RateColumns.CASE_RATE_LOWER)
                && row.has(RateColumns.CASE_RATE_UPPER)) {
            BigDecimal lower = row.decimal(RateColumns.CASE_RATE_LOWER);
            BigDecimal upper = row.decimal(RateColumns.CASE_RATE_UPPER);
            // Each limit may be rounded by one unit of its last decimal; both are given with the same number of them.
            double rounding = Math.max(FLOATING, 2 * Math.pow(10, -Math.max(lower.scale(), upper.scale())));
            Limits limits = new Limits(
                    cell,
                    cell.assessed(),
                    (double) cell.deficient() / cell.assessed(),
                    upper.subtract(lower).doubleValue(),
                    rounding);
            String family = view + ' ' + cell.key().topic() + ' ' + cell.key().period();
            if (cell.units() == 1 && cell.assessed() > 1) {
                ofOne.computeIfAbsent(family, any -> new ArrayList<>()).add(limits);
            } else if (cell.units() == 2) {
                ofTwo.computeIfAbsent(family, any -> new ArrayList<>()).add(limits);
            }
        }
    }

    /** Cells of whose operations too much is told. */
    List<Breach> breaches() {
        List<Breach> breaches = new ArrayList<>();
        ofTwo.forEach((family, cells) -> {
            Range correlation = correlation(ofOne.getOrDefault(family, List.of()));
            if (isSameShareOfFiles(cells, correlation)) {
                return;
            }
            for (Limits limits : cells) {
                if (tellsAFewFiles(limits, correlation)) {
                    breaches.add(Breach.of(
                            BreachKind.LIMITS_TELL,
                            limits.cell.table(),
                            limits.cell.key(),
                            RateColumns.CASE_RATE_LOWER));
                }
            }
        });
        return breaches;
    }

    /** Whether one ratio m/n fits the limits of all cells, and the cells are of enough different sizes to tell. */
    private static boolean isSameShareOfFiles(List<Limits> cells, Range correlation) {
        double low = 0;
        double high = 1;
        for (Limits limits : cells) {
            low = Math.max(low, ratio(limits, limits.width - limits.rounding, correlation.high));
            high = Math.min(high, ratio(limits, limits.width + limits.rounding, correlation.low));
        }
        return low <= high && cells.stream().mapToLong(Limits::files).distinct().count() >= DIFFERENT_SIZES;
    }

    private static double ratio(Limits limits, double width, double correlation) {
        return solve(ratio -> limits.widthAt(Math.max(1, ratio * limits.files), correlation), width);
    }

    /** The correlations that fit every cell of one operation; anything without one. */
    private static Range correlation(List<Limits> ofOne) {
        double low = 0;
        double high = 1;
        for (Limits limits : ofOne) {
            DoubleUnaryOperator width = correlation -> limits.widthAt((double) limits.files, correlation);
            low = Math.max(low, solve(width, limits.width - limits.rounding));
            high = Math.min(high, solve(width, limits.width + limits.rounding));
        }
        return new Range(Math.min(low, high), Math.max(low, high));
    }

    /** Where between 0 and 1 a rising function has a value; the nearer end when nowhere. */
    private static double solve(DoubleUnaryOperator rising, double value) {
        double low = 0;
        double high = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private boolean tellsAFewFiles(Limits limits, Range correlation) {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (long smaller = 1; smaller <= limits.files / 2; smaller++) {
            double larger = (double) limits.files - smaller;
            double mean = ((double) smaller * smaller + larger * larger) / limits.files;
            if (limits.widthAt(mean, correlation.low) <= limits.width + limits.rounding
                    && limits.widthAt(mean, correlation.high) >= limits.width - limits.rounding) {
                least = Math.min(least, smaller);
                most = smaller;
            }
        }
        return most > 0 && least < thresholds.minCases() && !Window.isWideEnough(least, most);
    }
}
