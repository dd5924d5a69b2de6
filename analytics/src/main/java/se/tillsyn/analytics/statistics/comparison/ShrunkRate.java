package se.tillsyn.analytics.statistics.comparison;

import se.tillsyn.analytics.statistics.Proportion;

/**
 * Rate drawn slightly towards one half, so that it has a variance at 0/n and n/n.
 *
 * <p>{@code p = (x + 0.5)/(n + 1)}, variance {@code p(1 − p)/(n + 1)}. Unit: proportion, within 0 and 1, never at them. Only for
 * comparing pairs, not for show. Without cases it is one half, the prior alone. Source: A. Agresti and B. A. Coull (1998),
 * Approximate is better than exact for interval estimation of binomial proportions, The American Statistician 52, 119–126,
 * doi:10.1080/00031305.1998.10480550 (the principle). Checked against base R (rank_confidence_rates.csv).
 *
 * @param rate p
 * @param variance of p
 */
public record ShrunkRate(double rate, double variance) {

    /** Shrinks x/n. */
    public static ShrunkRate of(Proportion counts) {
        double rate = (counts.deficient() + 0.5) / (counts.cases() + 1.0);
        return new ShrunkRate(rate, rate * (1 - rate) / (counts.cases() + 1.0));
    }
}
