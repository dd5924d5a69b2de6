package se.tillsyn.analytics.statistics.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.analytics.statistics.Proportion;

class ProportionFunnelTest {

    /** Cases of the units of a family, spread as in counties: mostly one to five verdicts, or some tens of files. */
    private static final int[] CASES = {1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 7, 9, 12, 15, 19, 24, 33, 48, 75, 260};

    private static final int FAMILIES = 3_000;

    private static final double LEVEL = 1 - FunnelPosition.OUTER;

    private static final double FALSE_ALARM = 0.001;

    /** The target is estimated from the same units, as it is published. */
    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.1, 0.3, 0.5, 0.85})
    void ofUnitsThatDoNotDifferAtMostTwoInAThousandAreOutside(double rate) {
        for (int units : new int[] {FunnelRule.FEWEST_FOR_ADJUSTING - 5, CASES.length}) {
            int[] cases = Arrays.copyOfRange(CASES, CASES.length - units, CASES.length);
            TreeMap<String, int[]> flagged = new TreeMap<>();
            SplittableRandom random = new SplittableRandom(units);
            for (int family = 0; family < FAMILIES; family++) {
                List<Proportion> drawn = draw(cases, rate, random);
                ProportionFunnel funnel = ProportionFunnel.of(drawn);
                for (Proportion unit : drawn) {
                    int[] count = flagged.computeIfAbsent(size(unit.cases()), any -> new int[2]);
                    count[0]++;
                    count[1] += isOutside(funnel.position(unit)) ? 1 : 0;
                }
            }
            flagged.forEach((size, count) -> assertTrue(
                    count[1] <= BinomialDistribution.of(count[0], LEVEL).inverseSurvivalProbability(FALSE_ALARM),
                    () -> size + " cases of " + units + " units: " + count[1] + " of " + count[0] + " outside"));
        }
    }

    private static List<Proportion> draw(int[] cases, double rate, SplittableRandom random) {
        List<Proportion> drawn = new ArrayList<>();
        for (int n : cases) {
            int deficient = 0;
            for (int i = 0; i < n; i++) {
                deficient += random.nextDouble() < rate ? 1 : 0;
            }
            drawn.add(new Proportion(deficient, n));
        }
        return drawn;
    }

    private static String size(long cases) {
        return cases <= 2 ? "1-2" : cases <= 9 ? "3-9" : cases <= 29 ? "10-29" : "30 or more";
    }

    private static boolean isOutside(FunnelPosition position) {
        return position == FunnelPosition.LOW_998 || position == FunnelPosition.HIGH_998;
    }

    /** All of one or two operations deficient is no sign where a few in a hundred are. */
    @Test
    void oneOrTwoCasesAreOutsideOnlyWhereTheyHardlyHappen() {
        List<Proportion> units = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            units.add(new Proportion(4, 40));
        }
        units.add(new Proportion(1, 1));
        units.add(new Proportion(2, 2));
        units.add(new Proportion(4, 4));
        ProportionFunnel funnel = ProportionFunnel.of(units);
        assertEquals(FunnelPosition.INSIDE, funnel.position(new Proportion(1, 1)));
        // Chances at a target of 55/487: 0.11 and 0.013, neither below 0.001; 0.00016 of four.
        assertEquals(FunnelPosition.HIGH_95, funnel.position(new Proportion(2, 2)));
        assertEquals(FunnelPosition.HIGH_998, funnel.position(new Proportion(4, 4)));
    }
}
