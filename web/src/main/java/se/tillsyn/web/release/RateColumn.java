package se.tillsyn.web.release;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.Status;

/**
 * One of the two rates for every row of a table: 21 bytes a row. Proportions are kept as whole billionths, so a published
 * rate is reproduced to nine decimals.
 */
final class RateColumn {

    private static final double BILLION = 1_000_000_000d;
    private static final int CLUSTERED = 8;
    private static final List<Status> STATUSES = List.of(Status.values());

    private final byte[] statuses;
    private final int[] assessed;
    private final int[] deficient;
    private final int[] rates;
    private final int[] lower;
    private final int[] upper;

    RateColumn(int rows) {
        statuses = new byte[rows];
        assessed = new int[rows];
        deficient = new int[rows];
        rates = new int[rows];
        lower = new int[rows];
        upper = new int[rows];
    }

    /** A row's figures as the file has them: all of them, or none. */
    record Figures(
            @Nullable Integer assessed,
            @Nullable Integer deficient,
            @Nullable Double rate,
            @Nullable Double lower,
            @Nullable Double upper) {}

    /**
     * Stores a row.
     *
     * @throws IllegalArgumentException when status and figures do not go together
     */
    void put(int row, Status status, boolean clustered, Figures figures) {
        statuses[row] = (byte) (STATUSES.indexOf(status) | (clustered ? CLUSTERED : 0));
        if (status != Status.VALUE) {
            if (!saysNothing(status, figures)) {
                throw new IllegalArgumentException("a figure stands beside the status " + status);
            }
            return;
        }
        if (figures.assessed() == null
                || figures.deficient() == null
                || figures.rate() == null
                || figures.lower() == null
                || figures.upper() == null) {
            throw new IllegalArgumentException("a figure is missing and no status says why");
        }
        assessed[row] = figures.assessed();
        deficient[row] = figures.deficient();
        rates[row] = billionths(figures.rate());
        lower[row] = billionths(figures.lower());
        upper[row] = billionths(figures.upper());
        at(row);
    }

    /** No figure at all; beside "not available" also zero of zero, which says that nothing was assessed. */
    private static boolean saysNothing(Status status, Figures figures) {
        boolean noRate = figures.rate() == null && figures.lower() == null && figures.upper() == null;
        boolean noCounts = figures.assessed() == null && figures.deficient() == null;
        boolean zeroOfZero = Integer.valueOf(0).equals(figures.assessed())
                && Integer.valueOf(0).equals(figures.deficient());
        return noRate && (noCounts || (status == Status.NOT_AVAILABLE && zeroOfZero));
    }

    Status status(int row) {
        return STATUSES.get(statuses[row] & (CLUSTERED - 1));
    }

    Observation at(int row) {
        Status status = status(row);
        if (status != Status.VALUE) {
            return Observation.without(status);
        }
        return new Observation(
                status,
                rates[row] / BILLION,
                lower[row] / BILLION,
                upper[row] / BILLION,
                deficient[row],
                assessed[row],
                (statuses[row] & CLUSTERED) != 0);
    }

    private static int billionths(double proportion) {
        if (!(proportion >= 0 && proportion <= 1)) {
            throw new IllegalArgumentException("a proportion lies outside 0 to 1");
        }
        return (int) Math.round(proportion * BILLION);
    }
}
