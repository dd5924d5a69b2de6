package se.tillsyn.analytics.disclosure.perturbation;

/**
 * Which row of the perturbation table of the Office for National Statistics a count uses: its own up to 750, and above
 * that the rows 501 to 750 over and over, so that rounding to five keeps its rhythm.
 *
 * <p>Source: Office for National Statistics, cell key perturbation (documentation of the method). Checked against values
 * worked from the rule (sdc_rounding.csv).
 */
public final class RepeatedRows {

    private static final int LAST = 750;
    private static final int REPEATED = 250;

    private RepeatedRows() {}

    /**
     * The row.
     *
     * @param count 0 or more
     * @return 0 to 750
     */
    public static int of(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("row of a count: expected 0 or more");
        }
        if (count <= LAST) {
            return (int) count;
        }
        return (int) ((count - LAST - 1) % REPEATED) + LAST - REPEATED + 1;
    }
}
