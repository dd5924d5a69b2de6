package se.tillsyn.analytics.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.assessment.YearCells.SeriesKey;
import se.tillsyn.analytics.cube.CountedValue;
import se.tillsyn.analytics.cube.ValueCell;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.trend.ValueTrend;
import se.tillsyn.analytics.statistics.wait.WaitSummary;

/** States trends of waits. */
public final class WaitTrendAssessment {

    private WaitTrendAssessment() {}

    /**
     * Trends by topic, level and region.
     *
     * @param cells waits of all levels, periods, ages and types
     * @param published whether a cell's median may be published
     * @param breaks days on which a topic's law changed, by topic
     */
    public static List<WaitTrend> of(
            List<ValueCell> cells, Predicate<ValueCell> published, Map<String, List<LocalDate>> breaks) {
        Map<SeriesKey, TreeMap<Integer, ValueCell>> series = new TreeMap<>(SeriesKey.ORDER);
        for (ValueCell cell : cells) {
            if (cell.period().length() == 4
                    && cell.ageGroup().equals(RateColumns.TOTAL)
                    && cell.operationType().equals(RateColumns.TOTAL)) {
                series.computeIfAbsent(new SeriesKey(cell.topic(), cell.level(), cell.region()), any -> new TreeMap<>())
                        .put(Integer.valueOf(cell.period()), cell);
            }
        }
        List<WaitTrend> trends = new ArrayList<>();
        series.forEach((key, years) -> {
            WaitTrend trend =
                    of(key, YearSeries.unbroken(years, breaks.getOrDefault(key.topic(), List.of())), published);
            if (trend != null) {
                trends.add(trend);
            }
        });
        return trends;
    }

    private static @Nullable WaitTrend of(
            SeriesKey key, NavigableMap<Integer, ValueCell> years, Predicate<ValueCell> published) {
        // A median that was not reached is told in its own table; one that is withheld must not be told by its absence
        // here.
        boolean whole = years.values().stream().allMatch(published);
        TreeMap<Integer, Double> medians = new TreeMap<>();
        years.forEach((year, cell) -> {
            OptionalDouble median = whole ? median(cell) : OptionalDouble.of(0);
            if (median.isPresent()) {
                medians.put(year, median.getAsDouble());
            }
        });
        return medians.isEmpty()
                ? null
                : new WaitTrend(
                        key.topic(),
                        key.level(),
                        key.region(),
                        medians.firstKey().toString(),
                        medians.lastKey().toString(),
                        medians.size(),
                        whole
                                ? ValueTrend.of(
                                        medians.keySet().stream()
                                                .mapToDouble(Integer::intValue)
                                                .toArray(),
                                        medians.values().stream()
                                                .mapToDouble(Double::doubleValue)
                                                .toArray())
                                : null);
    }

    private static OptionalDouble median(ValueCell cell) {
        return WaitSummary.of(
                        CountedValue.eachWhole(cell.values()),
                        CountedValue.eachCensored(cell.values()),
                        RateInterval.PUBLISHED_CONFIDENCE)
                .median()
                .days();
    }
}
