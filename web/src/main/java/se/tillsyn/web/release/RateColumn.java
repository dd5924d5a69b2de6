package se.tillsyn.web.release;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.Status;

/**
 * One of the two rates for every row of a table: 25 bytes a row. The rate is not kept, since it is the quotient of the
 * counts to the last digit; what is read is held against it.
 */
final class RateColumn {

    private static final int CLUSTERED = 8;
    private static final List<Status> STATUSES = List.of(Status.values());

    private final byte[] statuses;
    private final int[] assessed;
    private final int[] deficient;
    private final double[] lower;
    private final double[] upper;

    RateColumn(int rows) {
        statuses = new byte[rows];
        assessed = new int[rows];
        deficient = new int[rows];
        lower = new double[rows];
        upper = new double[rows];
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
        lower[row] = proportion(figures.lower());
        upper[row] = proportion(figures.upper());
        if (figures.rate() != rate(row)) {
            throw new IllegalArgumentException("a rate differs from the quotient of its counts");
        }
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
                rate(row),
                lower[row],
                upper[row],
                deficient[row],
                assessed[row],
                (statuses[row] & CLUSTERED) != 0);
    }

    private double rate(int row) {
        return (double) deficient[row] / assessed[row];
    }

    private static double proportion(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a proportion lies outside 0 to 1");
        }
        return value;
    }
}
