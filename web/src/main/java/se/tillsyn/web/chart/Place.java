package se.tillsyn.web.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Positions in drawings as short texts. */
final class Place {

    private Place() {}

    /** One decimal at most, no trailing zero. */
    static String of(double position) {
        BigDecimal rounded = BigDecimal.valueOf(position).setScale(1, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString();
    }

    /** A part of a whole, in percent of it. */
    static String percentOf(double part, double whole) {
        return of(100 * part / whole) + "%";
    }
}
