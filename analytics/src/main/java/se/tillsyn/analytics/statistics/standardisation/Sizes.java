package se.tillsyn.analytics.statistics.standardisation;

/** The sizes every stratum has. */
final class Sizes {

    private Sizes() {}

    static void check(double population, double standard) {
        if (!(population >= 0) || Double.isInfinite(population)) {
            throw new IllegalArgumentException("population: expected 0 or more");
        }
        if (!(standard >= 0) || Double.isInfinite(standard)) {
            throw new IllegalArgumentException("standard: expected 0 or more");
        }
    }
}
