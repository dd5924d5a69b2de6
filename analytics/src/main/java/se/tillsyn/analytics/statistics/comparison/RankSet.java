package se.tillsyn.analytics.statistics.comparison;

/**
 * Rank of a unit and the ranks that the data allow it.
 *
 * @param rank 1 is the highest; equal units share the smallest of their ranks
 * @param lower smallest rank allowed, 1 to {@code rank}
 * @param upper largest rank allowed, at least {@code rank}
 */
public record RankSet(int rank, int lower, int upper) {

    public RankSet {
        if (lower < 1 || lower > rank || rank > upper) {
            throw new IllegalArgumentException("expected 1 <= lower <= rank <= upper");
        }
    }

    /** How many ranks are allowed. */
    public int width() {
        return upper - lower + 1;
    }
}
