package se.tillsyn.analytics.disclosure.perturbation;

/**
 * Unbiased random rounding of a count to a multiple of a base: {@code low} with probability {@code 1 − probabilityUp}, else
 * {@code low + base}, where {@code probabilityUp = (count mod base) / base}. A multiple of the base stays.
 *
 * <p>Source: I. P. Fellegi (1975), Controlled random rounding, Survey Methodology 1, 123–133. Checked against values worked
 * from the rule (sdc_rounding.csv).
 *
 * @param low largest multiple of the base that is not above the count
 * @param probabilityUp probability of the next multiple, 0 to below 1
 */
public record RandomRounding(long low, double probabilityUp) {

    /**
     * The rule for one count.
     *
     * @param count 0 or more
     * @param base 2 or more
     */
    public static RandomRounding of(long count, int base) {
        if (count < 0 || base < 2) {
            throw new IllegalArgumentException(
                    "random rounding: expected a count of 0 or more and a base of 2 or more");
        }
        return new RandomRounding(count - count % base, (double) (count % base) / base);
    }
}
