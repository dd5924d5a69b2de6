package se.tillsyn.analytics.statistics;

/**
 * Deficient cases of assessed cases, for one period or one unit.
 *
 * @param deficient x, 0 to {@code cases}
 * @param cases n, 0 or more
 */
public record Proportion(long deficient, long cases) {

    public Proportion {
        if (deficient < 0 || deficient > cases) {
            throw new IllegalArgumentException("expected 0 <= deficient <= cases, found " + deficient + " of " + cases);
        }
    }

    /**
     * x/n, 0 to 1.
     *
     * @throws IllegalStateException when there is no case: no cases is no rate, not rate 0
     */
    public double rate() {
        if (cases == 0) {
            throw new IllegalStateException("expected at least one case for a rate, found none");
        }
        return (double) deficient / cases;
    }
}
