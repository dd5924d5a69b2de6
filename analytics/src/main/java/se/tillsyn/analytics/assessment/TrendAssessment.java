package se.tillsyn.analytics.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.statistics.funnel.FunnelPosition;
import se.tillsyn.analytics.statistics.trend.TrendStatement;

/** States what a region's years say: of late, all together, and against other regions. */
public final class TrendAssessment {

    private final YearCells years;
    private final Map<String, List<LocalDate>> breaks;
    private final List<String> levels;

    private TrendAssessment(YearCells years, Map<String, List<LocalDate>> breaks, List<String> levels) {
        this.years = years;
        this.breaks = breaks;
        this.levels = levels;
    }

    /**
     * Trends by topic, level and region; parameters as in {@link RegionalAssessment#of}.
     *
     * @param cells cells of operations inspected in the period
     * @param published whether a cell's counts may be published
     * @param levels region levels from the top down; the top has one region
     * @param breaks days on which a topic's law changed, by topic
     */
    public static List<RegionTrend> of(
            List<DeficiencyCell> cells,
            Predicate<DeficiencyCell> published,
            List<String> levels,
            Map<String, List<LocalDate>> breaks) {
        return of(new YearCells(cells, published, new CaseRates(cells, levels.get(0))), breaks, levels);
    }

    static List<RegionTrend> of(YearCells years, Map<String, List<LocalDate>> breaks, List<String> levels) {
        return new TrendAssessment(years, breaks, levels).trends();
    }

    private List<RegionTrend> trends() {
        Map<String, Map<String, List<YearSeries>>> byTopic = new TreeMap<>();
        years.series.forEach((key, cells) -> {
            YearSeries series = YearSeries.of(key, cells, years, breaks.getOrDefault(key.topic(), List.of()));
            if (series != null) {
                byTopic.computeIfAbsent(key.topic(), any -> new TreeMap<>())
                        .computeIfAbsent(key.level(), any -> new ArrayList<>())
                        .add(series);
            }
        });
        List<RegionTrend> trends = new ArrayList<>();
        byTopic.values().forEach(topic -> trends.addAll(ofTopic(topic)));
        return trends;
    }

    private List<RegionTrend> ofTopic(Map<String, List<YearSeries>> byLevel) {
        List<YearSeries> top = byLevel.getOrDefault(levels.get(0), List.of());
        List<YearSeries> below = levels.size() < 2 ? List.of() : byLevel.getOrDefault(levels.get(1), List.of());
        AllYears allYears = top.isEmpty() ? null : new AllYears(top.get(0), below);
        List<RegionTrend> trends = new ArrayList<>();
        byLevel.forEach((level, regions) -> {
            Map<String, FunnelPosition> places =
                    allYears == null || level.equals(levels.get(0)) ? new HashMap<>() : allYears.places(regions);
            for (YearSeries series : regions) {
                trends.add(trend(series, allYears, places.get(series.key().region())));
            }
        });
        return trends;
    }

    private static RegionTrend trend(YearSeries series, @Nullable AllYears allYears, @Nullable FunnelPosition place) {
        NavigableSet<Integer> used = series.cells().navigableKeySet();
        boolean stated = series.whole();
        return new RegionTrend(
                series.key().topic(),
                series.key().level(),
                series.key().region(),
                series.denominator(),
                used.first().toString(),
                used.last().toString(),
                used.size(),
                stated
                        ? TrendStatement.ofProportions(
                                allYears == null ? series.effective(null) : allYears.effective(series))
                        : null,
                stated && allYears != null ? allYears.line(series) : null,
                stated ? place : null);
    }
}
