package se.tillsyn.web.release;

import se.tillsyn.analytics.release.Status;

/**
 * One published figure: a rate with its limits and counts, or the reason why there is none.
 *
 * <p>Without a number every component but the status is NaN or −1, so that nothing of a withheld figure can reach a page.
 *
 * @param status {@link Status#VALUE} or why there is no number
 * @param rate proportion, 0 to 1
 * @param lower lower 95 % limit, proportion
 * @param upper upper 95 % limit, proportion
 * @param deficient numerator
 * @param assessed denominator
 * @param clustered whether the limits allow for files being drawn within operations
 */
public record Observation(
        Status status, double rate, double lower, double upper, int deficient, int assessed, boolean clustered) {

    public Observation {
        boolean number = status == Status.VALUE;
        boolean valid = number
                ? lower >= 0 && lower <= rate && rate <= upper && upper <= 1 && deficient >= 0 && deficient <= assessed
                : Double.isNaN(rate) && Double.isNaN(lower) && Double.isNaN(upper) && deficient < 0 && assessed < 0;
        if (!valid) {
            throw new IllegalArgumentException("observation: expected 0 ≤ lower ≤ rate ≤ upper ≤ 1 and numerator ≤"
                    + " denominator with a number, and no figure at all without one");
        }
    }

    /** No number, and why. */
    public static Observation without(Status reason) {
        return new Observation(reason, Double.NaN, Double.NaN, Double.NaN, -1, -1, false);
    }

    public boolean hasNumber() {
        return status == Status.VALUE;
    }
}
