package se.tillsyn.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.release.Observation;

/**
 * A row for each region or group: its rate as a dot on its interval, a line through all rows where the reference lies. For
 * pictures; on pages the same stands in the cells of a table, which any screen holds.
 */
public final class IntervalBars {

    private static final int ROW = 24;
    private static final int LEFT = 190;
    private static final int BOTTOM = 30;
    private static final double NUMBERS = 0.86;

    private IntervalBars() {}

    /** One row; {@code strong} ones stand out. */
    public record Row(String name, Observation observation, boolean strong) {}

    /** Draws the rows in their order. */
    public static Drawing of(Texts texts, String description, List<Row> rows, Optional<Observation> reference) {
        List<Observation> all =
                new ArrayList<>(rows.stream().map(Row::observation).toList());
        reference.ifPresent(all::add);
        ValueAxis axis = ValueAxis.over(all);
        int height = rows.size() * ROW;
        List<Mark> marks = new ArrayList<>();
        for (double tick : axis.ticks()) {
            double x = NUMBERS * axis.part(tick);
            marks.add(new Mark.Line(x, 0, x, height, Style.GRID));
            marks.add(new Mark.Words(
                    x, height + 20d, 0, Mark.Anchor.MIDDLE, texts.numbers().wholePercent(tick), Style.LABEL, false));
        }
        reference.filter(Observation::hasNumber).ifPresent(nation -> {
            double x = NUMBERS * axis.part(nation.rate());
            marks.add(new Mark.Line(x, 0, x, height, Style.REFERENCE));
        });
        for (int i = 0; i < rows.size(); i++) {
            marks.addAll(row(texts, rows.get(i), i * ROW + ROW / 2d, axis));
        }
        return new Drawing(height, LEFT, BOTTOM, description, marks);
    }

    private static List<Mark> row(Texts texts, Row row, double y, ValueAxis axis) {
        List<Mark> marks = new ArrayList<>();
        Style label = row.strong() ? Style.LABEL_STRONG : Style.LABEL;
        Observation observation = row.observation();
        marks.add(new Mark.Words(0, y + 4, -12, Mark.Anchor.END, row.name(), label, false));
        if (observation.hasNumber()) {
            double from = NUMBERS * axis.part(observation.lower());
            double to = NUMBERS * axis.part(observation.upper());
            marks.add(new Mark.Line(from, y, to, y, Style.INTERVAL));
            marks.add(new Mark.Dot(NUMBERS * axis.part(observation.rate()), y, 4.5, Mark.Form.CIRCLE, Style.DOT_1));
        }
        String value = FigureText.of(texts, observation).value();
        marks.add(new Mark.Words(1, y + 4, 0, Mark.Anchor.END, value, Style.LABEL_STRONG, false));
        return marks;
    }
}
