package se.tillsyn.web.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.release.Observation;

/**
 * A small line without axes, from zero, in a drawing 120 × 32; an ornament beside the number it ends in.
 *
 * @param runs points of unbroken stretches
 * @param lastX of the last number
 * @param lastY of the last number
 */
public record Sparkline(List<String> runs, String lastX, String lastY) {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 32;
    private static final int MARGIN = 4;

    /** The line, or {@code null} with fewer than two numbers. */
    public static @Nullable Sparkline of(List<Observation> observations) {
        return ofNumbers(observations.stream().map(Observation::rate).toList());
    }

    /** The line of numbers that are at least 0; NaN where there is none. */
    public static @Nullable Sparkline ofNumbers(List<Double> values) {
        double highest = values.stream()
                .filter(value -> !Double.isNaN(value))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        String x = "";
        String y = "";
        int numbers = 0;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (!Double.isNaN(value)) {
                x = Place.of(MARGIN + (double) i * (WIDTH - 2 * MARGIN) / Math.max(1, values.size() - 1));
                double part = highest == 0 ? 0 : value / highest;
                y = Place.of(HEIGHT - MARGIN - part * (HEIGHT - 2 * MARGIN));
                run.append(run.isEmpty() ? "" : " ").append(x).append(',').append(y);
                numbers++;
            } else if (!run.isEmpty()) {
                runs.add(run.toString());
                run.setLength(0);
            }
        }
        if (!run.isEmpty()) {
            runs.add(run.toString());
        }
        return numbers < 2 ? null : new Sparkline(runs, x, y);
    }

    /** The line as markup; it repeats what stands beside it, so that readers who hear the page are spared it. */
    public String html() {
        StringBuilder svg = new StringBuilder("<svg class=\"spark\" viewBox=\"0 0 120 32\" width=\"120\" height=\"32\""
                + " aria-hidden=\"true\" focusable=\"false\"><path class=\"grid\" d=\"M4 28h112\"/>");
        runs.forEach(run -> svg.append("<polyline points=\"").append(run).append("\"/>"));
        return svg.append("<circle cx=\"" + lastX + "\" cy=\"" + lastY + "\" r=\"3\"/></svg>")
                .toString();
    }
}
