package se.tillsyn.analytics.statistics.inequality;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.apache.commons.statistics.descriptive.Quantile;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.Proportion;
import se.tillsyn.analytics.statistics.RateInterval;

/**
 * Limits of the measures of inequality by resampling.
 *
 * <p>2,000 times each unit is drawn anew: its deficient cases from the binomial (n_j, p_j) when its cases are independent,
 * or as many boards as it has, with replacement, when its cases were drawn within boards (two or more boards given). The
 * limits are the 2.5 and 97.5 percentiles (type 7) of the measures of the drawn units. A measure that does not exist in some draw,
 * such as a ratio with a unit at 0, has no limits.
 *
 * <p>The draws add noise to rates that hold noise already: the limits of {@link InequalityMeasure#DEVIATION} and the other
 * uncorrected measures lie high and may not contain the estimate; those of {@link InequalityMeasure#TAU} and {@link
 * InequalityMeasure#CORRECTED_VARIANCE} suffer less. Units at 0/n or n/n are drawn as they are. Deterministic: the same
 * seed and units give the same limits, whatever else is computed. Source: B. Efron and R. J. Tibshirani (1993), An Introduction
 * to the Bootstrap, chapters 6 and 13, doi:10.1007/978-1-4899-4541-9.
 */
public final class InequalityBootstrap {

    /** Number of draws. */
    public static final int DRAWS = 2000;

    private static final double TAIL = (1 - RateInterval.PUBLISHED_CONFIDENCE) / 2;

    private static final Quantile PERCENTILES = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    private InequalityBootstrap() {}

    /**
     * Limits for units without an order.
     *
     * @param units for each unit its boards, or all its cases as one
     * @param seed fixed by the release and the measure
     */
    public static Map<InequalityMeasure, Interval> limits(List<List<Proportion>> units, long seed) {
        return limits(units, seed, GeographicInequality.Order.NONE);
    }

    /** As {@link #limits}, for units in an order that means something. */
    public static Map<InequalityMeasure, Interval> limitsOfOrdered(List<List<Proportion>> units, long seed) {
        return limits(units, seed, GeographicInequality.Order.GIVEN);
    }

    private static Map<InequalityMeasure, Interval> limits(
            List<List<Proportion>> units, long seed, GeographicInequality.Order order) {
        List<UnitDraw> draws = units.stream()
                .map(Pooled::withCases)
                .filter(boards -> !boards.isEmpty())
                .map(UnitDraw::of)
                .toList();
        if (draws.isEmpty()) {
            throw new IllegalArgumentException("expected at least one unit with cases");
        }
        SplittableRandom random = new SplittableRandom(seed);
        UnitRates rates = new UnitRates(draws.size());
        Map<InequalityMeasure, double[]> drawn = new EnumMap<>(InequalityMeasure.class);
        for (InequalityMeasure measure : InequalityMeasure.values()) {
            if (measure.isOf(order)) {
                drawn.put(measure, new double[DRAWS]);
            }
        }
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int unit = 0; unit < draws.size(); unit++) {
                draws.get(unit).next(random, rates, unit);
            }
            rates.workOut();
            int place = draw;
            drawn.entrySet().removeIf(measure -> {
                OptionalDouble value = rates.value(measure.getKey());
                value.ifPresent(number -> measure.getValue()[place] = number);
                return value.isEmpty();
            });
        }
        Map<InequalityMeasure, Interval> limits = new EnumMap<>(InequalityMeasure.class);
        drawn.forEach((measure, values) -> {
            double[] percentiles = PERCENTILES.evaluate(values, TAIL, 1 - TAIL);
            limits.put(measure, new Interval(percentiles[0], percentiles[1]));
        });
        return limits;
    }

    /** How one unit is drawn anew. */
    private sealed interface UnitDraw {

        void next(SplittableRandom random, UnitRates into, int unit);

        static UnitDraw of(List<Proportion> boards) {
            return boards.size() == 1 ? new Cases(new BinomialTable(boards.get(0))) : new Boards(boards);
        }
    }

    private record Cases(BinomialTable table) implements UnitDraw {

        @Override
        public void next(SplittableRandom random, UnitRates into, int unit) {
            into.set(unit, table.draw(random), table.cases());
        }
    }

    private record Boards(List<Proportion> boards) implements UnitDraw {

        @Override
        public void next(SplittableRandom random, UnitRates into, int unit) {
            long deficient = 0;
            long cases = 0;
            for (int i = 0; i < boards.size(); i++) {
                Proportion board = boards.get(random.nextInt(boards.size()));
                deficient += board.deficient();
                cases += board.cases();
            }
            into.set(unit, deficient, cases);
        }
    }
}
