package se.tillsyn.web.map;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import se.tillsyn.web.language.Numbers;
import se.tillsyn.web.release.Observation;

/**
 * Limits of the five classes of a map, in percent: equal steps of a round width. The three classes in the middle and half
 * of the outer ones cover the middle four fifths of the topic's published rates, so that a few extreme areas do not make
 * all the others look alike; the outer classes are open. They are made from all periods together, so that a colour means
 * the same in every year of a release. A rate belongs to the class of the number that is shown for it, rounded to one
 * decimal.
 *
 * @param start lower limit of the first class
 * @param step width of a class
 */
public record ClassLimits(int start, int step) {

    /** Number of classes. */
    public static final int CLASSES = 5;

    private static final List<Integer> STEPS = List.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20);
    private static final double TAIL = 0.1;

    /** Limits for the rates of a topic. */
    public static ClassLimits over(Collection<Observation> observations) {
        List<BigDecimal> rates = observations.stream()
                .filter(Observation::hasNumber)
                .map(observation -> Numbers.rounded(observation.rate()))
                .sorted()
                .toList();
        if (rates.isEmpty()) {
            return new ClassLimits(0, 20);
        }
        int tail = (int) (TAIL * (rates.size() - 1));
        int lowest = rates.get(tail).setScale(0, RoundingMode.FLOOR).intValueExact();
        int highest = rates.get(rates.size() - 1 - tail)
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        for (int step : STEPS) {
            int start = Math.max(0, Math.min(lowest / step * step, (100 / step - CLASSES) * step));
            if (start <= lowest && start + CLASSES * step >= highest) {
                return new ClassLimits(start, step);
            }
        }
        return new ClassLimits(0, 20);
    }

    /** Class of a rate, 1 to 5; rates beyond the limits belong to the outermost classes. */
    public int classOf(double rate) {
        int above = Numbers.rounded(rate)
                .subtract(BigDecimal.valueOf(start))
                .divide(BigDecimal.valueOf(step), 0, RoundingMode.FLOOR)
                .intValueExact();
        return Math.max(0, Math.min(CLASSES - 1, above)) + 1;
    }

    /** Lowest shown proportion of a class. */
    double from(int number) {
        return (start + (number - 1) * step) / 100d;
    }

    /** Highest shown proportion of a class: one tenth of a percent below the next, and 100 % in the last. */
    double to(int number) {
        int next = start + number * step;
        return next >= 100 ? 1 : (next * 10 - 1) / 1_000d;
    }
}
