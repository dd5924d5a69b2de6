package se.tillsyn.analytics.cube;

/**
 * Bounded evidence of a cell: files of which only bounds of the deficient ones are known, besides those that were counted.
 *
 * @param cases files, 0 or more
 * @param low at least so many of them are deficient
 * @param high at most so many, up to {@code cases}
 */
public record BoundedCases(long cases, long low, long high) {

    /** No bounded evidence. */
    public static final BoundedCases NONE = new BoundedCases(0, 0, 0);

    public BoundedCases {
        if (low < 0 || low > high || high > cases) {
            throw new IllegalArgumentException("expected 0 <= low <= high <= cases");
        }
    }
}
