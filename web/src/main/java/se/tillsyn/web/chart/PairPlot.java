package se.tillsyn.web.chart;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.release.Observation;

/**
 * A row for each topic: a region's rate as a dot on its interval, and below it the one it is set against as a diamond, so
 * that neither hides the other. For pictures; on pages the same stands in the cells of a table.
 */
public final class PairPlot {

    private static final int ROW = 56;
    private static final int SHORT_ROW = 26;
    private static final int WORDS = 17;
    private static final int OWN = 31;
    private static final int OTHER = 44;
    private static final int BOTTOM = 28;

    private PairPlot() {}

    /** One topic; {@code other} is what {@code own} is set against. */
    public record Row(String name, Observation own, Observation other) {}

    /** Draws the rows in their order; a row without any number has its symbol alone. */
    public static Drawing of(Texts texts, String description, List<Row> rows) {
        List<Observation> all = new ArrayList<>();
        rows.forEach(row -> all.addAll(List.of(row.own(), row.other())));
        ValueAxis axis = ValueAxis.over(all);
        int height = rows.stream().mapToInt(PairPlot::height).sum();
        List<Mark> marks = new ArrayList<>();
        for (double tick : axis.ticks()) {
            double x = axis.part(tick);
            Mark.Anchor anchor = x == 0 ? Mark.Anchor.START : x == 1 ? Mark.Anchor.END : Mark.Anchor.MIDDLE;
            marks.add(new Mark.Line(x, 0, x, height, tick == 0 ? Style.AXIS : Style.GRID));
            marks.add(
                    new Mark.Words(x, height + 19d, 0, anchor, texts.numbers().wholePercent(tick), Style.LABEL, false));
        }
        int top = 0;
        for (Row row : rows) {
            marks.add(new Mark.Line(0, top, 1, top, Style.GRID));
            marks.add(new Mark.Words(0, top + WORDS, 6, Mark.Anchor.START, row.name(), Style.LABEL, false));
            String whole = FigureText.of(texts, row.own()).whole();
            marks.add(new Mark.Words(1, top + WORDS, 0, Mark.Anchor.END, whole, Style.LABEL_STRONG, false));
            add(marks, row.own(), axis, top + OWN, Style.INTERVAL, Mark.Form.CIRCLE, Style.DOT_1);
            add(marks, row.other(), axis, top + OTHER, Style.RUN_2, Mark.Form.DIAMOND, Style.DOT_2);
            top += height(row);
        }
        return new Drawing(height, 0, BOTTOM, description, marks);
    }

    private static void add(
            List<Mark> marks,
            Observation observation,
            ValueAxis axis,
            double y,
            Style interval,
            Mark.Form form,
            Style dot) {
        if (observation.hasNumber()) {
            marks.add(new Mark.Line(axis.part(observation.lower()), y, axis.part(observation.upper()), y, interval));
            marks.add(new Mark.Dot(axis.part(observation.rate()), y, 5.5, form, dot));
        }
    }

    private static int height(Row row) {
        return row.own().hasNumber() || row.other().hasNumber() ? ROW : SHORT_ROW;
    }
}
