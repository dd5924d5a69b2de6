package se.tillsyn.web.dataset;

import java.math.BigDecimal;
import java.util.List;
import se.tillsyn.analytics.release.Status;
import tools.jackson.core.io.NumberOutput;

/** Figures of a slice in its order: each a number, or no number and why. */
public final class Cells {

    private static final List<Status> STATUSES = List.of(Status.values());

    private final double[] numbers;
    private final byte[] statuses;

    Cells(int size) {
        numbers = new double[size];
        statuses = new byte[size];
    }

    /** Place of a status, by which cells are filled; 0 is a number. */
    static byte place(Status status) {
        return (byte) STATUSES.indexOf(status);
    }

    void put(int cell, double number, byte status) {
        if ((status == 0) == Double.isNaN(number)) {
            throw new IllegalArgumentException("cell: expected a number or a reason why there is none");
        }
        numbers[cell] = number;
        statuses[cell] = status;
    }

    public int size() {
        return numbers.length;
    }

    public boolean hasNumber(int cell) {
        return statuses[cell] == 0;
    }

    /** The number; NaN where there is none. */
    public double number(int cell) {
        return numbers[cell];
    }

    public Status status(int cell) {
        return STATUSES.get(statuses[cell]);
    }

    /** The number as files write it: the shortest decimal that reads back the same, without an exponent; else empty. */
    public String plain(int cell) {
        return hasNumber(cell) ? plain(numbers[cell]) : "";
    }

    private static String plain(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        String shortest = NumberOutput.toString(number, true);
        return shortest.indexOf('E') < 0 ? shortest : new BigDecimal(shortest).toPlainString();
    }
}
