package se.tillsyn.analytics.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import se.tillsyn.analytics.cube.DeficiencyCell;

/**
 * Compares regions with the rest of the nation and with each other, and states trends.
 *
 * <p>Compared are rates of all ages and operation types of a calendar year: case rates where files were counted, else the
 * share of operations. Case rates enter tests, ranks and measures of inequality at their effective number of cases, to the
 * nearest whole, so that files drawn within operations do not pass for independent ones; so do funnels, which allow for
 * overdispersion besides.
 *
 * @param comparisons by topic, level, period and region
 * @param families by topic, level and period
 * @param trends by topic, level and region
 */
public record RegionalAssessment(
        List<Comparison> comparisons, List<ComparisonFamily> families, List<RegionTrend> trends) {

    public RegionalAssessment {
        comparisons = List.copyOf(comparisons);
        families = List.copyOf(families);
        trends = List.copyOf(trends);
    }

    /**
     * Assesses the cells of a release.
     *
     * @param cells cells of operations inspected in the period, of all levels, periods, ages and types
     * @param published whether a cell's counts may be published
     * @param levels region levels from the top down; the top has one region
     * @param breaks days on which a topic's law changed, by topic
     * @param neighbours regions that touch each other, by level that has a map
     * @param order of regions, for indices over ordered ones
     */
    public static RegionalAssessment of(
            List<DeficiencyCell> cells,
            Predicate<DeficiencyCell> published,
            List<String> levels,
            Map<String, List<LocalDate>> breaks,
            Map<String, Neighbours> neighbours,
            RegionOrder order) {
        YearCells years = new YearCells(cells, published, new CaseRates(cells, levels.get(0)));
        // Families say nothing of each other, so they may be worked out at the same time; their order is kept.
        List<FamilyAssessment.Result> results = years.families.keySet().parallelStream()
                .filter(key -> !key.level().equals(levels.get(0)))
                .map(key -> FamilyAssessment.of(
                        key, years, levels.get(0), neighbours.getOrDefault(key.level(), Neighbours.UNKNOWN), order))
                .filter(Objects::nonNull)
                .toList();
        return new RegionalAssessment(
                results.stream()
                        .flatMap(result -> result.comparisons().stream())
                        .toList(),
                results.stream().map(FamilyAssessment.Result::family).toList(),
                TrendAssessment.of(years, breaks, levels));
    }
}
