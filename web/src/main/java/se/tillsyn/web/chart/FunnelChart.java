package se.tillsyn.web.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.funnel.FunnelLimits;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.release.Observation;

/**
 * Rates by how much they rest on, within the limits that chance alone would keep them in. Horizontally a root scale of the
 * number that the published limits are worth: for Wilson's limits L and U of a rate p at z that is z²U(1 − U)/(U − p)²,
 * and by L where the rate is 1. It says nothing that the limits do not say.
 *
 * @param drawing the figure
 * @param shown number of regions in it
 */
public record FunnelChart(Drawing drawing, int shown) {

    private static final int HEIGHT = 320;
    private static final int LEFT = 54;
    private static final int BOTTOM = 48;
    private static final int STEPS = 60;
    private static final double INNER = 0.95;
    private static final double OUTER = 0.998;
    private static final int[] TICKS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000};

    /** Where a region lies, as the release says; never worked out here. */
    public enum Place {
        LOW,
        INSIDE,
        HIGH
    }

    /** A region with a published rate. */
    public record Point(String name, Observation observation, Place place, boolean chosen) {

        double worth() {
            double z = RateInterval.quantile(INNER);
            double p = observation.rate();
            double limit = p < 1 ? observation.upper() : observation.lower();
            double distance = limit - p;
            return distance == 0 ? observation.assessed() : z * z * limit * (1 - limit) / (distance * distance);
        }
    }

    /**
     * Limits around the nation's rate.
     *
     * @param tau2 variance between regions beyond chance on the funnel's scale; 0 for plain limits
     */
    public record Limits(double rate, double tau2) {

        Interval at(double n, double confidence) {
            return tau2 > 0
                    ? FunnelLimits.adjusted(rate, n, tau2, confidence)
                    : FunnelLimits.of(rate, (int) Math.max(1, Math.round(n)), confidence);
        }
    }

    /** Draws the figure; {@code axisName} is what the horizontal axis counts. */
    public static FunnelChart of(Texts texts, String title, String axisName, List<Point> points, Limits limits) {
        double most = points.stream().mapToDouble(Point::worth).max().orElse(1) * 1.08;
        ValueAxis axis = ValueAxis.over(points.stream().map(Point::observation).toList(), limits.rate());
        List<Mark> marks = new ArrayList<>(grid(texts, axis, most));
        marks.add(new Mark.Words(1, HEIGHT + 40, 0, Mark.Anchor.END, axisName, Style.LABEL, false));
        for (double confidence : new double[] {INNER, OUTER}) {
            marks.addAll(curves(limits, confidence, axis, most));
        }
        double y = y(limits.rate(), axis);
        marks.add(new Mark.Line(0, y, 1, y, Style.REFERENCE));
        points.stream()
                .sorted(Comparator.comparing(Point::chosen))
                .forEach(point -> marks.addAll(dot(point, axis, most)));
        return new FunnelChart(new Drawing(HEIGHT, LEFT, BOTTOM, describe(texts, title, points), marks), points.size());
    }

    private static List<Mark> grid(Texts texts, ValueAxis axis, double most) {
        List<Mark> marks = new ArrayList<>();
        for (double tick : axis.ticks()) {
            double y = y(tick, axis);
            marks.add(new Mark.Line(0, y, 1, y, tick == 0 ? Style.AXIS : Style.GRID));
            marks.add(new Mark.Words(
                    0, y + 4, -8, Mark.Anchor.END, texts.numbers().wholePercent(tick), Style.LABEL, false));
        }
        double last = -1;
        for (int tick : TICKS) {
            double x = x(tick, most);
            if (tick <= most && x - last > 0.07) {
                marks.add(new Mark.Line(x, HEIGHT, x, HEIGHT + 5, Style.AXIS));
                marks.add(new Mark.Words(
                        x, HEIGHT + 20, 0, Mark.Anchor.MIDDLE, texts.numbers().whole(tick), Style.LABEL, false));
                last = x;
            }
        }
        return marks;
    }

    private static List<Mark> curves(Limits limits, double confidence, ValueAxis axis, double most) {
        Style style = confidence == INNER ? Style.LIMIT_INNER : Style.LIMIT_OUTER;
        List<Mark.Point> low = new ArrayList<>();
        List<Mark.Point> high = new ArrayList<>();
        for (int i = 1; i <= STEPS; i++) {
            double x = (double) i / STEPS;
            Interval at = limits.at(Math.max(1, x * x * most), confidence);
            // Where a limit lies beyond the scale there is no line to draw.
            if (at.lower() > 0) {
                low.add(new Mark.Point(x, y(at.lower(), axis)));
            }
            if (at.upper() < axis.max()) {
                high.add(new Mark.Point(x, y(at.upper(), axis)));
            }
        }
        return List.of(new Mark.Shape(low, false, style), new Mark.Shape(high, false, style));
    }

    private static List<Mark> dot(Point point, ValueAxis axis, double most) {
        double x = x(point.worth(), most);
        double y = y(point.observation().rate(), axis);
        Style style =
                switch (point.place()) {
                    case LOW -> Style.DOT_LOWER;
                    case INSIDE -> Style.DOT_QUIET;
                    case HIGH -> Style.DOT_HIGHER;
                };
        Mark.Form form =
                switch (point.place()) {
                    case LOW -> Mark.Form.SQUARE;
                    case INSIDE -> Mark.Form.CIRCLE;
                    case HIGH -> Mark.Form.TRIANGLE;
                };
        List<Mark> marks = new ArrayList<>();
        boolean named = point.chosen() || point.place() != Place.INSIDE;
        marks.add(new Mark.Dot(x, y, named ? 5.5 : 4, form, point.chosen() ? Style.DOT_1 : style));
        if (named) {
            boolean right = x < 0.5;
            marks.add(new Mark.Words(
                    x,
                    y + 4,
                    right ? 10 : -10,
                    right ? Mark.Anchor.START : Mark.Anchor.END,
                    point.name(),
                    point.chosen() ? Style.LABEL_STRONG : Style.LABEL,
                    !point.chosen()));
        }
        return marks;
    }

    private static double x(double worth, double most) {
        return Math.sqrt(worth / most);
    }

    private static double y(double proportion, ValueAxis axis) {
        return HEIGHT * (1 - axis.part(proportion));
    }

    private static String describe(Texts texts, String title, List<Point> points) {
        return texts.of(
                "funnel.description",
                title,
                texts.numbers().whole(points.size()),
                names(texts, points, Place.HIGH),
                names(texts, points, Place.LOW));
    }

    private static String names(Texts texts, List<Point> points, Place place) {
        List<String> names = points.stream()
                .filter(point -> point.place() == place)
                .map(Point::name)
                .toList();
        return names.isEmpty() ? texts.of("funnel.none") : String.join(", ", names);
    }
}
