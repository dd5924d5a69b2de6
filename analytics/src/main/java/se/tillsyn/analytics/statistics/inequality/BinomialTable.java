package se.tillsyn.analytics.statistics.inequality;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import se.tillsyn.analytics.statistics.Proportion;

/** Draws from the binomial with a unit's own cases and rate, by inversion, so that one uniform number makes one draw. */
final class BinomialTable {

    private static final double TAIL = 1e-16;

    private final long cases;
    private final int first;
    private final double[] cumulative;

    BinomialTable(Proportion unit) {
        BinomialDistribution binomial = BinomialDistribution.of(Math.toIntExact(unit.cases()), unit.rate());
        this.cases = unit.cases();
        this.first = binomial.inverseCumulativeProbability(TAIL);
        this.cumulative = new double[binomial.inverseSurvivalProbability(TAIL) - first + 1];
        for (int i = 0; i < cumulative.length; i++) {
            cumulative[i] = binomial.cumulativeProbability(first + i);
        }
    }

    long cases() {
        return cases;
    }

    /** Deficient cases of one draw. */
    long draw(SplittableRandom random) {
        int found = Arrays.binarySearch(cumulative, random.nextDouble());
        int place = Math.min(found >= 0 ? found + 1 : -found - 1, cumulative.length - 1);
        return (long) first + place;
    }
}
