package se.tillsyn.analytics.statistics.inequality;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.apache.commons.statistics.descriptive.Quantile;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.Proportion;
import se.tillsyn.analytics.statistics.RateInterval;

/**
 * Limits of the measures of inequality by drawing the units anew from the binomial, 2,000 times.
 *
 * <p>Draws around observed rates would add noise to noise: of 21 equal units τ would lie below its own limits. So units are drawn
 * around rates from which the noise was taken ({@link RatesApart}).
 *
 * <ul>
 *   <li>{@link InequalityMeasure#TAU}, {@link InequalityMeasure#CORRECTED_VARIANCE} and {@link
 *       InequalityMeasure#SYSTEMATIC_COMPONENT} speak of true rates. Limits: what these measure in the least and the
 *       greatest true spread that agrees with the observed τ ({@link SpreadLimits}).
 *   <li>The slope and relative index, of ordered units, are made of sums of rates, which noise does not push one way. Limits: 2.5
 *       and 97.5 percentiles (type 7) of draws around the observed rates.
 *   <li>The others hold noise. Limits: the same percentiles of draws around rates whose variance and noise together make
 *       the observed variance. They are limits of the measure at as many cases as there were, noise included.
 * </ul>
 *
 * <p>Limits are widened to contain the measure itself where they do not. A measure that does not exist in some draw, such as a
 * ratio with a unit at 0, has none; nor has any when no or every case is deficient, or of one unit. Assumes independent cases;
 * of cases drawn within operations give effective numbers. Units are those that there are, no sample of others: limits of
 * τ close around it as cases grow. Deterministic: the same seed and units give the same limits. Source: B.
 * Efron and R. J. Tibshirani (1993), An Introduction to the Bootstrap, chapters 6 and 13, doi:10.1007/978-1-4899-4541-9.
 * Coverage by simulation: InequalityCoverageTest.
 */
public final class InequalityBootstrap {

    /** Number of draws. */
    public static final int DRAWS = 2000;

    private static final double TAIL = (1 - RateInterval.PUBLISHED_CONFIDENCE) / 2;

    private static final Quantile PERCENTILES = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    private final List<Proportion> units;
    private final long seed;
    private final Map<InequalityMeasure, Interval> limits = new EnumMap<>(InequalityMeasure.class);

    private InequalityBootstrap(List<Proportion> units, long seed) {
        this.units = units;
        this.seed = seed;
    }

    /**
     * Limits of the measures that need no order.
     *
     * @param units at least one with cases; units without are left out
     * @param seed fixed by what is measured
     */
    public static Map<InequalityMeasure, Interval> limits(List<Proportion> units, long seed) {
        List<Proportion> used = Pooled.withCases(units);
        if (isEven(used)) {
            return Map.of();
        }
        InequalityBootstrap bootstrap = new InequalityBootstrap(used, seed);
        RatesApart rates = new RatesApart(used);
        bootstrap.addPercentiles(rates.fitting(), measure -> !measure.isFreeOfNoise() && !measure.needsOrder());
        Map<InequalityMeasure, Double> values = InequalityMeasure.of(used, GeographicInequality.Order.NONE);
        double tau = values.getOrDefault(InequalityMeasure.TAU, 0.0);
        bootstrap.addTrue(rates, SpreadLimits.least(rates, tau, seed), SpreadLimits.greatest(rates, tau, seed));
        return bootstrap.containing(values);
    }

    /**
     * Limits of the measures that need an order.
     *
     * @param units in the order that means something; else as {@link #limits}
     */
    public static Map<InequalityMeasure, Interval> limitsOfOrdered(List<Proportion> units, long seed) {
        List<Proportion> used = Pooled.withCases(units);
        if (isEven(used)) {
            return Map.of();
        }
        InequalityBootstrap bootstrap = new InequalityBootstrap(used, seed);
        bootstrap.addPercentiles(used.stream().mapToDouble(Proportion::rate).toArray(), InequalityMeasure::needsOrder);
        return bootstrap.containing(InequalityMeasure.ofOrdered(used));
    }

    /** Whether no or every case is deficient, or there is one unit only. */
    private static boolean isEven(List<Proportion> used) {
        if (used.isEmpty()) {
            throw new IllegalArgumentException("expected at least one unit with cases");
        }
        double pooled = Pooled.rate(used);
        return used.size() < 2 || pooled == 0 || pooled == 1;
    }

    private void addPercentiles(double[] trueRates, Predicate<InequalityMeasure> wanted) {
        Map<InequalityMeasure, double[]> drawn = new EnumMap<>(InequalityMeasure.class);
        for (InequalityMeasure measure : InequalityMeasure.values()) {
            if (wanted.test(measure)) {
                drawn.put(measure, new double[DRAWS]);
            }
        }
        DrawnUnits draws =
                new DrawnUnits(units.stream().mapToLong(Proportion::cases).toArray(), trueRates, seed);
        for (int draw = 0; draw < DRAWS; draw++) {
            UnitRates rates = draws.next();
            rates.workOut();
            int place = draw;
            drawn.entrySet().removeIf(measure -> {
                OptionalDouble value = rates.value(measure.getKey());
                value.ifPresent(number -> measure.getValue()[place] = number);
                return value.isEmpty();
            });
        }
        drawn.forEach((measure, values) -> {
            double[] percentiles = PERCENTILES.evaluate(values, TAIL, 1 - TAIL);
            limits.put(measure, new Interval(percentiles[0], percentiles[1]));
        });
    }

    /** At true rates of the least and the greatest spread. */
    private void addTrue(RatesApart rates, double[] least, double[] greatest) {
        limits.put(InequalityMeasure.TAU, new Interval(rates.deviation(least), rates.deviation(greatest)));
        limits.put(InequalityMeasure.CORRECTED_VARIANCE, new Interval(rates.variance(least), rates.variance(greatest)));
        limits.put(
                InequalityMeasure.SYSTEMATIC_COMPONENT,
                new Interval(
                        SystematicComponent.ofTrueRates(units, least),
                        SystematicComponent.ofTrueRates(units, greatest)));
    }

    private Map<InequalityMeasure, Interval> containing(Map<InequalityMeasure, Double> values) {
        limits.replaceAll((measure, found) -> {
            Double value = values.get(measure);
            return value == null ? found : new Interval(Math.min(found.lower(), value), Math.max(found.upper(), value));
        });
        return limits;
    }
}
