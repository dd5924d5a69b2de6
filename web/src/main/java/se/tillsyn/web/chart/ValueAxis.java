package se.tillsyn.web.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import se.tillsyn.web.release.Observation;

/**
 * A scale of proportions that starts at zero.
 *
 * @param max proportion at its end
 * @param steps number of equal steps
 */
public record ValueAxis(double max, int steps) {

    private static final List<ValueAxis> CHOICES = List.of(
            new ValueAxis(0.05, 5),
            new ValueAxis(0.1, 5),
            new ValueAxis(0.15, 3),
            new ValueAxis(0.2, 4),
            new ValueAxis(0.3, 3),
            new ValueAxis(0.4, 4),
            new ValueAxis(0.5, 5),
            new ValueAxis(0.6, 3),
            new ValueAxis(0.8, 4),
            new ValueAxis(1, 5));

    /** The shortest scale that holds every upper limit. */
    public static ValueAxis over(Collection<Observation> observations) {
        double highest = observations.stream()
                .filter(Observation::hasNumber)
                .mapToDouble(Observation::upper)
                .max()
                .orElse(1);
        return holding(highest);
    }

    /** The shortest scale that holds every rate, whatever its limits, with some room above. */
    static ValueAxis over(Collection<Observation> observations, double reference) {
        double highest = Math.max(
                reference,
                observations.stream().mapToDouble(Observation::rate).max().orElse(0));
        return holding(highest * 1.1);
    }

    /** The shortest scale that holds a proportion. */
    public static ValueAxis holding(double highest) {
        return CHOICES.stream()
                .filter(axis -> axis.max() >= highest)
                .findFirst()
                .orElse(CHOICES.get(CHOICES.size() - 1));
    }

    /** Proportions at the steps, zero included. */
    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            ticks.add(max * i / steps);
        }
        return ticks;
    }

    /** Share of the scale below a proportion. */
    public double part(double proportion) {
        return proportion / max;
    }
}
