package se.tillsyn.analytics.statistics.inequality;

import se.tillsyn.analytics.statistics.Proportion;

/**
 * A unit or group whose rate is compared.
 *
 * @param rate 0 or more; a proportion for {@link PopulationAttributable}, else any unit
 * @param standardError of the rate, same unit, 0 or more
 * @param weight cases or population, 0 or more; need not sum to 1
 */
public record Group(double rate, double standardError, double weight) {

    public Group {
        if (!(rate >= 0) || !(standardError >= 0) || !(weight >= 0)) {
            throw new IllegalArgumentException("expected numbers of 0 or more");
        }
        if (!Double.isFinite(rate) || !Double.isFinite(standardError) || !Double.isFinite(weight)) {
            throw new IllegalArgumentException("expected finite numbers");
        }
    }

    /**
     * Rate x/n with standard error {@code √(p(1 − p)/n)} (0 at 0/n and n/n) and n as weight.
     *
     * @param counts at least one case
     */
    public static Group ofCases(Proportion counts) {
        double p = counts.rate();
        return new Group(p, Math.sqrt(p * (1 - p) / counts.cases()), counts.cases());
    }
}
