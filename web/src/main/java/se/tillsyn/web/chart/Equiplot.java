package se.tillsyn.web.chart;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.web.release.Observation;

/**
 * How far regions lie apart, year by year: a dot for each region with a published rate, a line from the lowest to the
 * highest, and the nation's own rate. Regions without a number have no place in it.
 */
public final class Equiplot {

    private static final int ROW = 34;
    private static final int LEFT = 54;
    private static final int BOTTOM = 28;

    private Equiplot() {}

    /**
     * A line.
     *
     * @param regions published rates
     * @param nation the nation's rate, which need not exist
     */
    public record Row(String label, List<Observation> regions, Observation nation) {

        public Row {
            regions = regions.stream().filter(Observation::hasNumber).toList();
        }
    }

    /** Draws the figure; {@code none} stands on lines without any number. */
    public static Drawing of(String description, List<Row> rows, Scale scale, String none) {
        int height = rows.size() * ROW;
        List<Mark> marks = new ArrayList<>();
        for (Scale.Tick tick : scale.ticks()) {
            double x = scale.part(tick.value());
            marks.add(new Mark.Line(x, 0, x, height, tick.value() == 0 ? Style.AXIS : Style.GRID));
            marks.add(new Mark.Words(
                    x,
                    height + 19,
                    0,
                    x == 1 ? Mark.Anchor.END : Mark.Anchor.MIDDLE,
                    tick.label(),
                    Style.LABEL,
                    false));
        }
        for (int i = 0; i < rows.size(); i++) {
            marks.addAll(row(rows.get(i), (i + 0.5) * ROW, scale, none));
        }
        return new Drawing(height, LEFT, BOTTOM, description, marks);
    }

    private static List<Mark> row(Row row, double y, Scale scale, String none) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Words(0, y + 4, -8, Mark.Anchor.END, row.label(), Style.LABEL, false));
        if (row.regions().isEmpty() && !row.nation().hasNumber()) {
            marks.add(new Mark.Words(0, y + 4, 8, Mark.Anchor.START, none, Style.GAP, false));
            return marks;
        }
        double lowest =
                row.regions().stream().mapToDouble(Observation::rate).min().orElse(0);
        double highest =
                row.regions().stream().mapToDouble(Observation::rate).max().orElse(0);
        marks.add(new Mark.Line(scale.part(lowest), y, scale.part(highest), y, Style.AXIS));
        for (Observation region : row.regions()) {
            marks.add(new Mark.Dot(scale.part(region.rate()), y, 4.5, Mark.Form.CIRCLE, Style.DOT_1));
        }
        if (row.nation().hasNumber()) {
            marks.add(new Mark.Dot(scale.part(row.nation().rate()), y, 6.5, Mark.Form.DIAMOND, Style.DOT_2));
        }
        return marks;
    }
}
