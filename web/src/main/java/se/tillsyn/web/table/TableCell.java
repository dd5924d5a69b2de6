package se.tillsyn.web.table;

import java.math.BigDecimal;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Status;

/** What stands in one place of a view's table. */
public sealed interface TableCell {

    /** A code with its label in both languages. */
    record Coded(String code, LocalText label) implements TableCell {}

    /** Words without a code. */
    record Words(LocalText text) implements TableCell {}

    /** True or false. */
    record Flag(boolean value) implements TableCell {}

    /** A number; proportions 0 to 1, as published. */
    record Value(BigDecimal value) implements TableCell {}

    /** No number, and why. Holds nothing else, so that nothing of a withheld number can reach a file. */
    record Without(Status status) implements TableCell {

        public Without {
            if (status == Status.VALUE) {
                throw new IllegalArgumentException("a cell without a number: expected why, found a number's status");
            }
        }
    }

    static TableCell of(String code, LocalText label) {
        return new Coded(code, label);
    }

    /** Words that are the same in both languages. */
    static TableCell of(String words) {
        return new Words(new LocalText(words, words));
    }

    static TableCell of(LocalText words) {
        return new Words(words);
    }

    static TableCell of(boolean flag) {
        return new Flag(flag);
    }

    static TableCell of(long number) {
        return new Value(BigDecimal.valueOf(number));
    }

    /** A number, or "not available" for NaN, which is how a release's tables say that a figure is not given. */
    static TableCell of(double number) {
        return Double.isNaN(number) ? new Without(Status.NOT_AVAILABLE) : new Value(shortest(number));
    }

    /** As the release's own CSV: the shortest number that reads back the same, {@code 0} and not {@code 0.0}. */
    private static BigDecimal shortest(double number) {
        BigDecimal stripped = BigDecimal.valueOf(number).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static TableCell without(Status status) {
        return new Without(status);
    }
}
