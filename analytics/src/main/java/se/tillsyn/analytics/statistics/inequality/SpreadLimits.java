package se.tillsyn.analytics.statistics.inequality;

import se.tillsyn.analytics.statistics.RateInterval;

/**
 * The least and the greatest true spread of rates with which the observed one still agrees.
 *
 * <p>Limits of a test turned round: the lower one is the least standard deviation at which at least 2.5 of 100 draws show a τ as
 * great as the observed one or greater ({@link BetweenUnitSpread}); the upper one the greatest at which as many show one as small
 * or smaller. 0 when units of one rate do so; open, the widest that the rates allow, where cases are so few that every spread
 * would. The same random numbers serve every standard deviation tried. Limits of percentiles of one bootstrap would be
 * too narrow and askew near 0, where τ cannot fall below; these allow besides for what the estimate misses at few cases.
 *
 * <p>Source: J. Carpenter and J. Bithell (2000), Bootstrap confidence intervals: when, which, what?, Statistics in Medicine
 * 19, 1141–1164, section on test inversion; the same with a chi-square in place of draws is W. Viechtbauer (2007), Confidence
 * intervals for the amount of heterogeneity in meta-analysis, Statistics in Medicine 26, 37–52, doi:10.1002/sim.2514.
 */
final class SpreadLimits {

    private static final double TAIL = (1 - RateInterval.PUBLISHED_CONFIDENCE) / 2;

    /** Two ways to add up a draw that shows what was observed differ by less. */
    private static final double ROUNDING = 1e-12;

    private SpreadLimits() {}

    /**
     * True rates at the lower limit.
     *
     * @param tau of the observed units
     */
    static double[] least(RatesApart rates, double tau, long seed) {
        double observed = tau - ROUNDING;
        if (reaches(rates, 0, observed, seed)) {
            return rates.at(0);
        }
        double low = 0;
        double high = 1;
        for (int step = 0; step < RatesApart.HALVINGS; step++) {
            double middle = (low + high) / 2;
            if (reaches(rates, middle, observed, seed)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return rates.at(low);
    }

    /** True rates at the upper limit; arguments as {@link #least}. */
    static double[] greatest(RatesApart rates, double tau, long seed) {
        double observed = tau + ROUNDING;
        if (staysWithin(rates, 1, observed, seed)) {
            return rates.at(1);
        }
        double low = 0;
        double high = 1;
        for (int step = 0; step < RatesApart.HALVINGS; step++) {
            double middle = (low + high) / 2;
            if (staysWithin(rates, middle, observed, seed)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return rates.at(high);
    }

    private static boolean reaches(RatesApart rates, double deviation, double observed, long seed) {
        DrawnUnits drawn = new DrawnUnits(rates.cases(), rates.at(deviation), seed);
        int found = 0;
        for (int draw = 0; draw < InequalityBootstrap.DRAWS && found < fewest(); draw++) {
            found += drawn.next().tau() >= observed ? 1 : 0;
        }
        return found >= fewest();
    }

    private static boolean staysWithin(RatesApart rates, double deviation, double observed, long seed) {
        DrawnUnits drawn = new DrawnUnits(rates.cases(), rates.at(deviation), seed);
        int found = 0;
        for (int draw = 0; draw < InequalityBootstrap.DRAWS && found < fewest(); draw++) {
            found += drawn.next().tau() <= observed ? 1 : 0;
        }
        return found >= fewest();
    }

    private static double fewest() {
        return TAIL * InequalityBootstrap.DRAWS;
    }
}
