package se.tillsyn.web.chart;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.web.release.Observation;

/**
 * Dots on their intervals, one line for each thing that is compared, its name and number above the line so that both have
 * room on a narrow screen. A line without a number shows the symbol and nothing else.
 */
public final class IntervalPlot {

    private static final int ROW = 48;
    private static final int SHORT_ROW = 26;
    private static final int WORDS = 17;
    private static final int MIDDLE = 32;
    private static final int BOTTOM = 28;

    private IntervalPlot() {}

    /**
     * A line.
     *
     * @param text number and limits, or the symbol
     * @param points none without a number
     * @param strong whether others are compared with this one
     */
    public record Row(String label, String text, List<Point> points, boolean strong) {

        public Row {
            points = List.copyOf(points);
        }

        /** A published figure. */
        public static Row of(String label, String text, Observation observation, boolean strong) {
            return new Row(
                    label,
                    text,
                    observation.hasNumber()
                            ? List.of(new Point(
                                    observation.rate(), observation.lower(), observation.upper(), Mark.Form.CIRCLE))
                            : List.of(),
                    strong);
        }
    }

    /**
     * A number with its limits; NaN for a limit that the data do not give, where the line goes on to the edge.
     *
     * @param form a diamond is drawn in the second colour
     */
    public record Point(double value, double lower, double upper, Mark.Form form) {}

    /**
     * Draws the figure.
     *
     * @param reference value of the upright line; NaN for none
     */
    public static Drawing of(String description, List<Row> rows, Scale scale, double reference) {
        int height = rows.stream().mapToInt(IntervalPlot::height).sum();
        List<Mark> marks = new ArrayList<>();
        for (Scale.Tick tick : scale.ticks()) {
            double x = scale.part(tick.value());
            marks.add(new Mark.Line(x, 0, x, height, tick.value() == 0 ? Style.AXIS : Style.GRID));
            marks.add(new Mark.Words(x, height + 19, 0, anchor(x), tick.label(), Style.LABEL, false));
        }
        if (!Double.isNaN(reference)) {
            double x = scale.part(reference);
            marks.add(new Mark.Line(x, 0, x, height, Style.REFERENCE));
        }
        int top = 0;
        for (Row row : rows) {
            marks.addAll(row(row, top, scale));
            top += height(row);
        }
        return new Drawing(height, 0, BOTTOM, description, marks);
    }

    private static int height(Row row) {
        return row.points().isEmpty() ? SHORT_ROW : ROW;
    }

    private static Mark.Anchor anchor(double x) {
        return x == 0 ? Mark.Anchor.START : x == 1 ? Mark.Anchor.END : Mark.Anchor.MIDDLE;
    }

    private static List<Mark> row(Row row, double top, Scale scale) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Line(0, top, 1, top, Style.GRID));
        Style words = row.strong() ? Style.LABEL_STRONG : Style.LABEL;
        marks.add(new Mark.Words(0, top + WORDS, 6, Mark.Anchor.START, row.label(), words, false));
        marks.add(new Mark.Words(1, top + WORDS, 0, Mark.Anchor.END, row.text(), Style.LABEL_STRONG, false));
        double y = top + MIDDLE;
        for (Point point : row.points()) {
            boolean second = point.form() == Mark.Form.DIAMOND;
            double from = scale.part(Double.isNaN(point.lower()) ? 0 : point.lower());
            double to = Double.isNaN(point.upper()) ? 1 : scale.part(point.upper());
            marks.add(new Mark.Line(from, y, to, y, second ? Style.RUN_2 : Style.INTERVAL));
            marks.add(
                    new Mark.Dot(scale.part(point.value()), y, 5.5, point.form(), second ? Style.DOT_2 : Style.DOT_1));
        }
        return marks;
    }
}
