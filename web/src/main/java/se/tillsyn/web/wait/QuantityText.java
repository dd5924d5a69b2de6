package se.tillsyn.web.wait;

import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.language.Texts;

/**
 * A measured value as pages write it.
 *
 * @param value the number without its unit, or the symbol
 * @param limits {@code 47–64}, or {@code minst 47} when the data give no upper limit; empty without a number
 * @param spoken words for the symbol; empty with a number
 * @param status as {@code FigureText}
 */
record QuantityText(String value, String limits, String spoken, String status) {

    static QuantityText of(Texts texts, Quantities.Quantile quantile) {
        if (!quantile.hasNumber()) {
            return without(texts, quantile.status());
        }
        return new QuantityText(texts.numbers().brief(quantile.value()), limits(texts, quantile), "", "value");
    }

    static QuantityText count(Texts texts, Quantities quantities) {
        return quantities.hasCounts()
                ? new QuantityText(texts.numbers().whole(quantities.n()), "", "", "value")
                : without(texts, quantities.status());
    }

    static QuantityText waiting(Texts texts, Quantities quantities) {
        return quantities.hasCounts()
                ? new QuantityText(texts.numbers().wholePercent(quantities.waitingShare()), "", "", "value")
                : without(texts, quantities.status());
    }

    private static QuantityText without(Texts texts, Status status) {
        String name = status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new QuantityText(status.symbol(), "", texts.of("status." + name), name);
    }

    private static String limits(Texts texts, Quantities.Quantile quantile) {
        boolean lower = !Double.isNaN(quantile.lower());
        boolean upper = !Double.isNaN(quantile.upper());
        if (lower && upper) {
            return texts.numbers().brief(quantile.lower()) + "–"
                    + texts.numbers().brief(quantile.upper());
        }
        return lower && quantile.lower() > 0
                ? texts.of("waits.at-least", texts.numbers().brief(quantile.lower()))
                : "";
    }

    /** Number and limits in one text. */
    String whole() {
        return limits.isEmpty() ? value : value + " (" + limits + ")";
    }
}
