package se.tillsyn.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A scale from zero with round steps, of any unit.
 *
 * @param max value at its end
 * @param ticks round values with their words, zero included
 */
public record Scale(double max, List<Tick> ticks) {

    private static final double[] STEPS = {1, 2, 5};
    private static final int MOST_TICKS = 6;

    /** A value and its words. */
    public record Tick(double value, String label) {}

    public Scale {
        ticks = List.copyOf(ticks);
    }

    /** The shortest scale of at most six steps that holds a value; {@code words} writes its ticks. */
    public static Scale holding(double highest, DoubleFunction<String> words) {
        double wanted = highest > 0 ? highest : 1;
        double unit = Math.pow(10, Math.floor(Math.log10(wanted)) - 1);
        while (true) {
            for (double step : STEPS) {
                int count = (int) Math.ceil(wanted / (step * unit) - 1e-9);
                if (count <= MOST_TICKS) {
                    return of(step * unit, count, words);
                }
            }
            unit *= 10;
        }
    }

    private static Scale of(double step, int count, DoubleFunction<String> words) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            ticks.add(new Tick(i * step, words.apply(i * step)));
        }
        return new Scale(count * step, ticks);
    }

    /** The scale of proportions that pages use, as {@link ValueAxis}. */
    public static Scale of(ValueAxis axis, DoubleFunction<String> words) {
        return new Scale(
                axis.max(),
                axis.ticks().stream()
                        .map(value -> new Tick(value, words.apply(value)))
                        .toList());
    }

    /** Share of the scale below a value, at most 1. */
    double part(double value) {
        return Math.max(0, Math.min(1, value / max));
    }
}
