package se.tillsyn.analytics.statistics.inequality;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * How often limits of inequality hold the truth, in families drawn from known rates: 21 counties whose effective numbers of
 * files, or numbers of verdicts, are spread as in the demo's families (the 5th to 95th percentiles of its counties and years).
 * Bounds are those that a method which does what it says passes in all but one of a thousand runs.
 */
class InequalityCoverageTest {

    private static final long[] FILES = {
        12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 33, 36, 40, 44, 50, 56, 64, 75, 90, 130, 260
    };

    private static final long[] VERDICTS = {1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 7, 8, 9, 12, 25};

    private static final double FALSE_ALARM = 0.001;

    private static final double CONFIDENCE = 0.95;

    /** Families drawn in every build; 1,000 with the slow tests. */
    private static final int FEW = 120;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1})
    void limitsHoldTheTruthAmongFiles(double deviation) {
        new Drawn(FILES, deviation).draw(FEW).check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1})
    void limitsHoldTheTruthAmongVerdicts(double deviation) {
        new Drawn(VERDICTS, deviation).draw(FEW).check();
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(doubles = {0, 0.03, 0.06, 0.1, 0.15})
    void limitsHoldTheTruthInAThousandFamilies(double deviation) {
        for (long[] cases : List.of(FILES, VERDICTS)) {
            Drawn drawn = new Drawn(cases, deviation).draw(1000);
            System.out.println(drawn);
            drawn.check();
        }
    }

    /** Three steps of an order, rates rising along their middle ranks by 0.12 from end to end. */
    @Test
    void limitsOfTheSlopeHoldTheTruth() {
        long[] cases = {30, 60, 45};
        double[] rates = {0.3 + 0.12 * 15 / 135, 0.3 + 0.12 * 60 / 135, 0.3 + 0.12 * 112.5 / 135};
        SplittableRandom random = new SplittableRandom(43);
        int held = 0;
        for (int family = 0; family < FEW; family++) {
            List<Proportion> units = drawn(cases, rates, random);
            Interval found = InequalityBootstrap.limitsOfOrdered(units, random.nextLong())
                    .get(InequalityMeasure.SLOPE_INDEX);
            assertNotNull(found);
            held += found.contains(0.12) ? 1 : 0;
        }
        assertTrue(held >= fewest(FEW, CONFIDENCE), "held " + held);
    }

    private static List<Proportion> drawn(long[] cases, double[] rates, SplittableRandom random) {
        List<Proportion> units = new ArrayList<>();
        for (int j = 0; j < rates.length; j++) {
            long deficient = 0;
            for (long file = 0; file < cases[j]; file++) {
                deficient += random.nextDouble() < rates[j] ? 1 : 0;
            }
            units.add(new Proportion(deficient, cases[j]));
        }
        return units;
    }

    /** The check must be able to fail: what draws around the noisy rates gave is far below its bound. */
    @Test
    void theBoundRefusesDrawsAroundNoisyRates() {
        assertTrue(fewest(FEW, CONFIDENCE) > 0.85 * FEW);
        Drawn drawn = new Drawn(FILES, 0);
        int held = 0;
        for (int family = 0; family < FEW; family++) {
            List<Proportion> units = drawn.units(drawn.rates());
            DrawnUnits noisy = new DrawnUnits(
                    FILES, units.stream().mapToDouble(Proportion::rate).toArray(), family);
            int above = 0;
            for (int draw = 0; draw < InequalityBootstrap.DRAWS; draw++) {
                above += noisy.next().tau() > 0 ? 1 : 0;
            }
            held += above < 0.975 * InequalityBootstrap.DRAWS ? 1 : 0;
        }
        assertTrue(held < fewest(FEW, CONFIDENCE), "held " + held);
    }

    private static int fewest(int trials, double share) {
        return BinomialDistribution.of(trials, share).inverseCumulativeProbability(FALSE_ALARM);
    }

    /** Families of one setting, and how often their limits held. */
    private static final class Drawn {

        private static final double MEAN = 0.3;

        private final long[] cases;
        private final double deviation;
        private final SplittableRandom random;
        private int families;
        private int tau;
        private int tauFromBelow;
        private int variance;
        private int systematic;
        private int noisy;
        private double bias;

        Drawn(long[] cases, double deviation) {
            this.cases = cases;
            this.deviation = deviation;
            random = new SplittableRandom(41);
        }

        /** True rates, even between two ends. */
        double[] rates() {
            double[] rates = new double[cases.length];
            for (int j = 0; j < rates.length; j++) {
                rates[j] = MEAN + deviation * Math.sqrt(3) * (2 * random.nextDouble() - 1);
            }
            return rates;
        }

        List<Proportion> units(double[] rates) {
            return drawn(cases, rates, random);
        }

        Drawn draw(int number) {
            for (int family = 0; family < number; family++) {
                double[] rates = rates();
                List<Proportion> units = units(rates);
                RatesApart truth = new RatesApart(units);
                Map<InequalityMeasure, Interval> limits = InequalityBootstrap.limits(units, random.nextLong());
                Map<InequalityMeasure, Double> values = InequalityMeasure.of(units, GeographicInequality.Order.NONE);
                limits.forEach((measure, found) -> assertTrue(
                        found.contains(values.getOrDefault(measure, Double.NaN)), () -> measure + " of " + units));
                families++;
                tau += holds(limits, InequalityMeasure.TAU, truth.deviation(rates));
                tauFromBelow += limits.get(InequalityMeasure.TAU).lower() <= truth.deviation(rates) ? 1 : 0;
                variance += holds(limits, InequalityMeasure.CORRECTED_VARIANCE, truth.variance(rates));
                systematic += holds(
                        limits, InequalityMeasure.SYSTEMATIC_COMPONENT, SystematicComponent.ofTrueRates(units, rates));
                noisy += holds(limits, InequalityMeasure.DEVIATION, expectedDeviation(rates));
                bias += values.getOrDefault(InequalityMeasure.TAU, 0.0) - truth.deviation(rates);
            }
            return this;
        }

        private static int holds(Map<InequalityMeasure, Interval> limits, InequalityMeasure measure, double truth) {
            Interval found = limits.get(measure);
            assertNotNull(found);
            return found.contains(truth) ? 1 : 0;
        }

        /** What inspections of these rates show on average, noise included. */
        private double expectedDeviation(double[] rates) {
            DrawnUnits drawn = new DrawnUnits(cases, rates, random.nextLong());
            double sum = 0;
            for (int draw = 0; draw < 500; draw++) {
                UnitRates units = drawn.next();
                units.workOut();
                sum += units.value(InequalityMeasure.DEVIATION).orElseThrow();
            }
            return sum / 500;
        }

        void check() {
            int fewest = fewest(families, CONFIDENCE);
            assertTrue(tau >= fewest, this::toString);
            assertTrue(tauFromBelow >= fewest(families, (1 + CONFIDENCE) / 2), this::toString);
            assertTrue(variance >= fewest, this::toString);
            assertTrue(systematic >= fewest, this::toString);
            assertTrue(noisy >= fewest, this::toString);
        }

        @Override
        public String toString() {
            return "SD " + deviation + ", of " + families + " families held: tau " + tau + " (lower limit "
                    + tauFromBelow + "), corrected variance " + variance + ", systematic component " + systematic
                    + ", deviation " + noisy + "; mean error of tau " + bias / families;
        }
    }
}
