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
 * Lines over periods with their intervals as bands. The drawing has no fixed width: horizontal places are parts of it,
 * vertical ones are pixels, so that its text keeps its size on every screen.
 *
 * @param height of the plot in pixels
 * @param description the figure in words
 * @param yTicks horizontal lines
 * @param xTicks periods
 * @param lines one for each series
 * @param breakMark change of the requirement, when it falls within the periods
 * @param json the same numbers, for the script that draws the figure again with more to point at
 */
public record TrendChart(
        int height,
        String description,
        List<Tick> yTicks,
        List<Tick> xTicks,
        List<Line> lines,
        @Nullable Tick breakMark,
        String json) {

    private static final int HEIGHT = 260;
    private static final int PARTS = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A place on an axis; {@code minor} ones give way on narrow screens. */
    public record Tick(String at, String label, boolean minor) {}

    /**
     * A series as drawn.
     *
     * @param bands polygons of the intervals, in thousandths of the width and pixels
     * @param runs unbroken stretches, likewise
     * @param dots numbers
     * @param gaps symbols where there is no number
     */
    public record Line(
            String label, int order, List<String> bands, List<String> runs, List<Dot> dots, List<Dot> gaps) {}

    /** A mark at a period, with what it says. */
    public record Dot(String x, String y, String text) {}

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
        List<Line> lines = new ArrayList<>();
        List<DataSeries> data = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            lines.add(line(texts, series.get(i), i + 1, axis));
            data.add(data(texts, series.get(i)));
        }
        Double breakAt = breakAt(periods, breakOn);
        return new TrendChart(
                HEIGHT,
                describe(texts, measureName, periods, series),
                axis.ticks().stream()
                        .map(tick -> new Tick(y(tick, axis), texts.numbers().wholePercent(tick), false))
                        .toList(),
                xTicks(periods),
                lines,
                breakAt == null ? null : new Tick(Place.percentOf(breakAt, 1), texts.of("trend.break", breakOn), false),
                json(new Data(periods, Numbers.rounded(axis.max()), breakAt, data)));
    }

    private static List<Tick> xTicks(List<String> periods) {
        List<Tick> ticks = new ArrayList<>();
        int last = periods.size() - 1;
        for (int i = 0; i <= last; i++) {
            boolean minor = periods.size() > 5 && (last - i) % 3 != 0;
            ticks.add(new Tick(Place.percentOf(i + 0.5, periods.size()), periods.get(i), minor));
        }
        return ticks;
    }

    private static Line line(Texts texts, Series series, int order, ValueAxis axis) {
        int count = series.observations().size();
        List<String> bands = new ArrayList<>();
        List<String> runs = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        List<Dot> gaps = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < count; i++) {
            Observation observation = series.observations().get(i);
            String x = Place.percentOf(i + 0.5, count);
            String text = FigureText.of(texts, observation).whole();
            if (observation.hasNumber()) {
                dots.add(new Dot(x, y(observation.rate(), axis), text));
                if (i + 1 == count || !series.observations().get(i + 1).hasNumber()) {
                    runs.add(run(series.observations(), start, i, axis));
                    bands.add(band(series.observations(), start, i, axis));
                }
            } else {
                gaps.add(new Dot(x, Place.of(HEIGHT - 6), text));
                start = i + 1;
            }
        }
        return new Line(series.label(), order, bands, runs, dots, gaps);
    }

    private static String run(List<Observation> observations, int from, int to, ValueAxis axis) {
        StringBuilder points = new StringBuilder();
        for (int i = from; i <= to; i++) {
            append(points, i, observations.size(), y(observations.get(i).rate(), axis));
        }
        return points.toString();
    }

    private static String band(List<Observation> observations, int from, int to, ValueAxis axis) {
        StringBuilder points = new StringBuilder();
        for (int i = from; i <= to; i++) {
            append(points, i, observations.size(), y(observations.get(i).upper(), axis));
        }
        for (int i = to; i >= from; i--) {
            append(points, i, observations.size(), y(observations.get(i).lower(), axis));
        }
        return points.toString();
    }

    private static void append(StringBuilder points, int index, int count, String y) {
        points.append(points.isEmpty() ? "" : " ").append(Place.of(PARTS * (index + 0.5) / count));
        points.append(',').append(y);
    }

    private static String y(double proportion, ValueAxis axis) {
        return Place.of(HEIGHT * (1 - axis.part(proportion)));
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
