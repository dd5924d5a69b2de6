package se.tillsyn.analytics.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.Proportion;
import se.tillsyn.analytics.statistics.funnel.FunnelPosition;
import se.tillsyn.analytics.statistics.funnel.ProportionFunnel;
import se.tillsyn.analytics.statistics.trend.Direction;
import se.tillsyn.analytics.statistics.trend.ProportionTrend;
import se.tillsyn.analytics.statistics.trend.RecentTrend;

/**
 * What all years of a topic under one law say together: the line through a region's years, and its place among the regions of
 * its level.
 *
 * <p>Which regions and operations are inspected changes from year to year, so both are standardised indirectly (observed over
 * expected times the common rate): the nation's years by the rates of its regions one level down, a region's place by the
 * nation's rates of the years in which it was inspected. Files of an operation are as alike as in all these years of the nation
 * together: a likeness for each year by itself weighs years by an estimate that goes with their rate, and flags flat series
 * too often (0.3 to 0.7 % for 0.2 % with 80 to 40 operations a year).
 */
final class AllYears {

    /** Two-sided level of the line, that of the marker of recent years. */
    private static final double LEVEL = 0.002;

    private final YearSeries nation;
    private final List<YearSeries> parts;
    private final @Nullable Likeness likeness;

    /**
     * Takes the series of one topic.
     *
     * @param nation the nation's
     * @param parts of the level below it, for standardising
     */
    AllYears(YearSeries nation, List<YearSeries> parts) {
        this.nation = nation;
        this.parts = parts.stream().filter(YearSeries::whole).toList();
        ClusterSums all = new ClusterSums(0, 0, 0, 0, 0, 0);
        for (DeficiencyCell cell : nation.cells().values()) {
            all = all.plus(cell.cases());
        }
        this.likeness = Likeness.of(all);
    }

    /** Each year of a series at its number of independent cases. */
    List<Proportion> effective(YearSeries series) {
        return series.effective(likeness);
    }

    /** Direction of the line through all years; {@code null} with fewer than five. */
    @Nullable
    Direction line(YearSeries series) {
        if (series.cells().size() < RecentTrend.PERIODS) {
            return null;
        }
        List<Proportion> effective = series.effective(likeness);
        Map<Integer, Double> rates = series.key().equals(nation.key()) ? standardisedRates() : Map.of();
        List<Proportion> years = new ArrayList<>();
        int next = 0;
        for (int year = series.cells().firstKey(); year <= series.cells().lastKey(); year++) {
            if (series.cells().containsKey(year)) {
                Proportion found = effective.get(next);
                Double rate = rates.get(year);
                years.add(rate == null ? found : YearSeries.at(rate, (double) found.cases()));
                next++;
            } else {
                years.add(new Proportion(0, 0));
            }
        }
        Optional<ProportionTrend> trend = ProportionTrend.of(years);
        return trend.isEmpty() || trend.get().p() >= LEVEL
                ? Direction.NONE
                : Direction.of(trend.get().rateSlope());
    }

    /** The nation's rate of each year if the same regions had been inspected in all of them. */
    private Map<Integer, Double> standardisedRates() {
        Map<Integer, Double> expected = new HashMap<>();
        Map<Integer, Proportion> left = new HashMap<>();
        nation.cells().keySet().forEach(year -> left.put(year, nation.counts(year)));
        for (YearSeries part : parts) {
            add(expected, left.keySet(), part);
            for (Integer year : part.cells().keySet()) {
                left.computeIfPresent(year, (any, rest) -> minus(rest, part.counts(year)));
            }
        }
        // What lies in no region whose counts are published is one more.
        long deficient = left.values().stream().mapToLong(Proportion::deficient).sum();
        long counted = left.values().stream().mapToLong(Proportion::cases).sum();
        left.forEach((year, rest) -> {
            if (rest.cases() > 0) {
                expected.merge(year, (double) rest.cases() * deficient / counted, Double::sum);
            }
        });
        Map<Integer, Double> rates = new HashMap<>();
        double common = nation.counts().rate();
        expected.forEach((year, number) -> {
            if (number > 0) {
                rates.put(year, Math.min(1, common * nation.counts(year).deficient() / number));
            }
        });
        return rates;
    }

    private static void add(Map<Integer, Double> expected, Iterable<Integer> years, YearSeries part) {
        long deficient = 0;
        long counted = 0;
        for (Integer year : years) {
            deficient += part.counts(year).deficient();
            counted += part.counts(year).cases();
        }
        if (counted > 0) {
            double rate = (double) deficient / counted;
            for (Integer year : years) {
                expected.merge(year, rate * part.counts(year).cases(), Double::sum);
            }
        }
    }

    /** An operation may lie in several regions; no less than nothing is left. */
    private static Proportion minus(Proportion whole, Proportion part) {
        long cases = Math.max(0, whole.cases() - part.cases());
        return new Proportion(Math.min(cases, Math.max(0, whole.deficient() - part.deficient())), cases);
    }

    /**
     * Places of the regions of one level among each other, by code; those whose counts are not whole have none, and nobody has
     * where the nation's are not.
     */
    Map<String, FunnelPosition> places(List<YearSeries> level) {
        Map<String, Proportion> figures = new HashMap<>();
        List<Proportion> units = new ArrayList<>();
        for (YearSeries region : level) {
            if (nation.whole()
                    && region.whole()
                    && nation.cells().keySet().containsAll(region.cells().keySet())) {
                Proportion figure = standardised(region);
                figures.put(region.key().region(), figure);
                units.add(figure);
            }
        }
        ProportionFunnel funnel = ProportionFunnel.of(units);
        Map<String, FunnelPosition> places = new HashMap<>();
        figures.forEach((region, figure) -> {
            FunnelPosition place = funnel.position(figure);
            if (place != null) {
                places.put(region, place);
            }
        });
        return places;
    }

    private Proportion standardised(YearSeries region) {
        double expected = 0;
        for (Integer year : region.cells().keySet()) {
            expected += nation.counts(year).rate() * region.counts(year).cases();
        }
        double rate = expected == 0
                ? 0
                : Math.min(1, nation.counts().rate() * region.counts().deficient() / expected);
        return YearSeries.at(rate, region.effectiveCases(likeness));
    }
}
