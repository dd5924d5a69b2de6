package se.tillsyn.web.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.language.Numbers;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.release.Observation;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines over periods with their intervals as bands.
 *
 * @param drawing the figure
 * @param keys what each line is
 * @param breakNote change of the requirement, when it falls within the periods; else empty
 * @param json the same numbers, for the script that draws the figure again with more to point at
 */
public record TrendChart(Drawing drawing, List<Key> keys, String breakNote, String json) {

    private static final int HEIGHT = 260;
    private static final int LEFT = 54;
    private static final int BOTTOM = 32;
    private static final int FEW_PERIODS = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A line of the figure and its name. */
    public record Key(String label, int order) {

        public Style style() {
            return Style.run(order);
        }

        /** The line and its marker as a small drawing beside the name. */
        public String svg() {
            return new Drawing(
                            14,
                            0,
                            0,
                            label,
                            List.of(
                                    new Mark.Line(0, 7, 1, 7, Style.run(order)),
                                    new Mark.Dot(0.5, 7, 4, Mark.Form.of(order), Style.dot(order))))
                    .ornament(34);
        }
    }

    /** Numbers for the script: percent with one decimal, as the table beside it shows them. */
    record Data(
            List<String> labels, BigDecimal max, @Nullable Double breakAt, List<DataSeries> series) {}

    /** One series; {@code null} where there is no number. */
    record DataSeries(
            String label,
            List<@Nullable BigDecimal> values,
            List<@Nullable BigDecimal> lower,
            List<@Nullable BigDecimal> upper,
            List<String> texts) {}

    /**
     * Draws the figure.
     *
     * @param breakOn day of a change of the requirement, ISO; empty for none
     */
    public static TrendChart of(
            Texts texts, String measureName, List<String> periods, List<Series> series, String breakOn) {
        ValueAxis axis = ValueAxis.over(
                series.stream().flatMap(one -> one.observations().stream()).toList());
        Double breakAt = breakAt(periods, breakOn);
        List<Mark> marks = new ArrayList<>(grid(texts, periods, axis));
        if (breakAt != null) {
            marks.add(new Mark.Line(breakAt, 0, breakAt, HEIGHT, Style.BREAK));
        }
        List<Key> keys = new ArrayList<>();
        List<DataSeries> data = new ArrayList<>();
        for (int i = series.size() - 1; i >= 0; i--) {
            marks.addAll(bands(series.get(i), i + 1, axis));
        }
        for (int i = series.size() - 1; i >= 0; i--) {
            marks.addAll(runs(series.get(i), i + 1, axis));
        }
        for (int i = 0; i < series.size(); i++) {
            keys.add(new Key(series.get(i).label(), i + 1));
            data.add(data(texts, series.get(i)));
        }
        return new TrendChart(
                new Drawing(HEIGHT, LEFT, BOTTOM, describe(texts, measureName, periods, series), marks),
                keys,
                breakAt == null ? "" : texts.of("trend.break", breakOn),
                json(new Data(periods, Numbers.rounded(axis.max()), breakAt, data)));
    }

    private static List<Mark> grid(Texts texts, List<String> periods, ValueAxis axis) {
        List<Mark> marks = new ArrayList<>();
        for (double tick : axis.ticks()) {
            double y = y(tick, axis);
            marks.add(new Mark.Line(0, y, 1, y, tick == 0 ? Style.AXIS : Style.GRID));
            marks.add(new Mark.Words(
                    0, y + 4, -8, Mark.Anchor.END, texts.numbers().wholePercent(tick), Style.LABEL, false));
        }
        int last = periods.size() - 1;
        for (int i = 0; i <= last; i++) {
            boolean minor = periods.size() > FEW_PERIODS && (last - i) % 3 != 0;
            marks.add(new Mark.Words(
                    x(i, periods.size()), HEIGHT + 20, 0, Mark.Anchor.MIDDLE, periods.get(i), Style.LABEL, minor));
        }
        return marks;
    }

    /** Unbroken stretches of numbers, as first and last period. */
    private static List<int[]> stretches(List<Observation> observations) {
        List<int[]> stretches = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= observations.size(); i++) {
            boolean number = i < observations.size() && observations.get(i).hasNumber();
            if (number && start < 0) {
                start = i;
            } else if (!number && start >= 0) {
                stretches.add(new int[] {start, i - 1});
                start = -1;
            }
        }
        return stretches;
    }

    private static List<Mark> bands(Series series, int order, ValueAxis axis) {
        List<Observation> all = series.observations();
        List<Mark> marks = new ArrayList<>();
        for (int[] stretch : stretches(all)) {
            List<Mark.Point> points = new ArrayList<>();
            for (int i = stretch[0]; i <= stretch[1]; i++) {
                points.add(new Mark.Point(x(i, all.size()), y(all.get(i).upper(), axis)));
            }
            for (int i = stretch[1]; i >= stretch[0]; i--) {
                points.add(new Mark.Point(x(i, all.size()), y(all.get(i).lower(), axis)));
            }
            marks.add(new Mark.Shape(points, true, Style.band(order)));
        }
        return marks;
    }

    /** Lines, dots, and the symbol of the first series where it has no number. */
    private static List<Mark> runs(Series series, int order, ValueAxis axis) {
        List<Observation> all = series.observations();
        List<Mark> marks = new ArrayList<>();
        for (int[] stretch : stretches(all)) {
            List<Mark.Point> points = new ArrayList<>();
            for (int i = stretch[0]; i <= stretch[1]; i++) {
                points.add(new Mark.Point(x(i, all.size()), y(all.get(i).rate(), axis)));
            }
            marks.add(new Mark.Shape(points, false, Style.run(order)));
        }
        double radius = order == 1 ? 4.5 : 3.5;
        for (int i = 0; i < all.size(); i++) {
            Observation observation = all.get(i);
            double x = x(i, all.size());
            if (observation.hasNumber()) {
                double y = y(observation.rate(), axis);
                // A number whose neighbours have none has no line: its interval stands as one.
                if (alone(all, i)) {
                    marks.add(new Mark.Line(
                            x, y(observation.lower(), axis), x, y(observation.upper(), axis), Style.run(order)));
                }
                marks.add(new Mark.Dot(x, y, radius, Mark.Form.of(order), Style.dot(order)));
            } else if (order == 1) {
                String symbol = observation.status().symbol();
                marks.add(new Mark.Words(x, HEIGHT - 6, 0, Mark.Anchor.MIDDLE, symbol, Style.GAP, false));
            }
        }
        return marks;
    }

    private static boolean alone(List<Observation> all, int index) {
        boolean before = index > 0 && all.get(index - 1).hasNumber();
        boolean after = index + 1 < all.size() && all.get(index + 1).hasNumber();
        return !before && !after;
    }

    private static double x(int index, int count) {
        return (index + 0.5) / count;
    }

    private static double y(double proportion, ValueAxis axis) {
        return HEIGHT * (1 - axis.part(proportion));
    }

    /** Where the day lies on the axis, as a part of it; null when it lies outside or at the very start. */
    private static @Nullable Double breakAt(List<String> periods, String breakOn) {
        if (breakOn.isEmpty()) {
            return null;
        }
        LocalDate day = LocalDate.parse(breakOn);
        int index = periods.indexOf(String.valueOf(day.getYear()));
        double place = index + (day.getDayOfYear() - 1) / 366d;
        return index < 0 || place == 0 ? null : place / periods.size();
    }

    private static DataSeries data(Texts texts, Series series) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        List<@Nullable BigDecimal> lower = new ArrayList<>();
        List<@Nullable BigDecimal> upper = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Observation observation : series.observations()) {
            boolean number = observation.hasNumber();
            values.add(number ? Numbers.rounded(observation.rate()) : null);
            lower.add(number ? Numbers.rounded(observation.lower()) : null);
            upper.add(number ? Numbers.rounded(observation.upper()) : null);
            words.add(FigureText.of(texts, observation).whole());
        }
        return new DataSeries(series.label(), values, lower, upper, words);
    }

    /** JSON that cannot end the script element it stands in. */
    private static String json(Data data) {
        return JSON.writeValueAsString(data).replace("<", "\\u003c").replace("&", "\\u0026");
    }

    private static String describe(Texts texts, String measureName, List<String> periods, List<Series> series) {
        StringBuilder words = new StringBuilder(
                texts.of("trend.description", measureName, periods.get(0), periods.get(periods.size() - 1)));
        for (Series one : series) {
            words.append(' ').append(describe(texts, periods, one));
        }
        return words.toString();
    }

    private static String describe(Texts texts, List<String> periods, Series series) {
        int lowest = -1;
        int highest = -1;
        int numbers = 0;
        for (int i = 0; i < periods.size(); i++) {
            Observation observation = series.observations().get(i);
            if (observation.hasNumber()) {
                numbers++;
                lowest = lowest < 0
                                || observation.rate()
                                        < series.observations().get(lowest).rate()
                        ? i
                        : lowest;
                highest = highest < 0
                                || observation.rate()
                                        > series.observations().get(highest).rate()
                        ? i
                        : highest;
            }
        }
        if (lowest < 0) {
            return texts.of("trend.description.none", series.label());
        }
        return texts.of(
                "trend.description.series",
                series.label(),
                texts.numbers().percent(series.observations().get(lowest).rate()),
                periods.get(lowest),
                texts.numbers().percent(series.observations().get(highest).rate()),
                periods.get(highest),
                texts.numbers().whole(numbers),
                texts.numbers().whole(periods.size()));
    }
}
