package se.tillsyn.analytics.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import se.tillsyn.analytics.assessment.YearCells.SeriesKey;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.statistics.trend.TrendStatement;

/** States trends. */
final class TrendAssessment {

    private TrendAssessment() {}

    static List<RegionTrend> of(YearCells years, Map<String, List<LocalDate>> breaks) {
        List<RegionTrend> trends = new ArrayList<>();
        years.series.forEach((key, all) -> {
            Denominator denominator = years.denominator(key.topic());
            TreeMap<Integer, DeficiencyCell> with = new TreeMap<>();
            all.forEach((year, cell) -> {
                if (Figure.exists(cell, denominator)) {
                    with.put(year, cell);
                }
            });
            Map<Integer, DeficiencyCell> used = unbroken(with, breaks.getOrDefault(key.topic(), List.of()));
            if (!used.isEmpty()) {
                trends.add(trend(key, denominator, used, years));
            }
        });
        return trends;
    }

    /** The last years under one and the same law; a year in which the law changed belongs to neither side. */
    private static Map<Integer, DeficiencyCell> unbroken(
            NavigableMap<Integer, DeficiencyCell> years, List<LocalDate> breaks) {
        Map<Integer, DeficiencyCell> before = years;
        for (LocalDate day : breaks.stream().sorted(Comparator.reverseOrder()).toList()) {
            int firstWhole = day.getDayOfYear() == 1 ? day.getYear() : day.getYear() + 1;
            TreeMap<Integer, DeficiencyCell> left = new TreeMap<>(before);
            if (!left.tailMap(firstWhole).isEmpty()) {
                return new TreeMap<>(left.tailMap(firstWhole));
            }
            before = left.headMap(day.getYear());
        }
        return before;
    }

    private static RegionTrend trend(
            SeriesKey key, Denominator denominator, Map<Integer, DeficiencyCell> used, YearCells years) {
        boolean whole = used.values().stream().allMatch(cell -> years.mayBeSeen(cell, denominator));
        List<Integer> periods = new ArrayList<>(used.keySet());
        TrendStatement statement = !whole
                ? null
                : TrendStatement.ofProportions(used.values().stream()
                        .map(cell -> Figure.of(cell, denominator, years.rates()).effective())
                        .toList());
        return new RegionTrend(
                key.topic(),
                key.level(),
                key.region(),
                denominator,
                periods.get(0).toString(),
                periods.get(periods.size() - 1).toString(),
                periods.size(),
                statement);
    }
}
