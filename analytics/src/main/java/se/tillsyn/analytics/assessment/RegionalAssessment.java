package se.tillsyn.analytics.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.Proportion;
import se.tillsyn.analytics.statistics.RateDifference;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.TwoProportions;
import se.tillsyn.analytics.statistics.comparison.AdjustedP;
import se.tillsyn.analytics.statistics.comparison.MarshallShrinkage;
import se.tillsyn.analytics.statistics.comparison.RankSet;
import se.tillsyn.analytics.statistics.comparison.RankSets;
import se.tillsyn.analytics.statistics.funnel.FunnelPosition;
import se.tillsyn.analytics.statistics.funnel.FunnelRule;
import se.tillsyn.analytics.statistics.funnel.Overdispersion;
import se.tillsyn.analytics.statistics.inequality.GeographicInequality;
import se.tillsyn.analytics.statistics.inequality.InequalityBootstrap;
import se.tillsyn.analytics.statistics.inequality.InequalityMeasure;
import se.tillsyn.analytics.statistics.standardisation.DirectRate;
import se.tillsyn.analytics.statistics.standardisation.Stratum;
import se.tillsyn.analytics.statistics.trend.TrendStatement;

/**
 * Compares regions with the rest of the nation and with each other, and states trends.
 *
 * <p>Compared are rates of all ages and operation types of a calendar year: case rates where files were counted, else the
 * share of operations. Case rates enter tests, ranks and measures of inequality at their effective number of cases, to the
 * nearest whole, so that files drawn within operations do not pass for independent ones; funnels use the counts themselves
 * and allow for overdispersion.
 *
 * @param comparisons by topic, level, period and region
 * @param families by topic, level and period
 * @param trends by topic, level and region
 */
public record RegionalAssessment(
        List<Comparison> comparisons, List<ComparisonFamily> families, List<RegionTrend> trends) {

    /** Most regions for which ranks and bootstrap limits are worked out: pairs and draws grow with their square. */
    private static final int MOST_RANKED = 50;

    /** Fewest age groups worth standardising over. */
    private static final int FEWEST_AGE_GROUPS = 3;

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
     */
    public static RegionalAssessment of(
            List<DeficiencyCell> cells,
            Predicate<DeficiencyCell> published,
            List<String> levels,
            Map<String, List<LocalDate>> breaks) {
        Years years = new Years(cells, published);
        List<Comparison> comparisons = new ArrayList<>();
        List<ComparisonFamily> families = new ArrayList<>();
        years.families.forEach((key, regions) -> {
            Figure nation = years.nation(levels.get(0), key);
            if (nation != null && !key.level().equals(levels.get(0))) {
                Family family = new Family(key, nation, years.figures(regions, nation.denominator()), years);
                family.compare(comparisons, families);
            }
        });
        return new RegionalAssessment(comparisons, families, trends(years, breaks));
    }

    private record FamilyKey(String topic, String level, String period) {

        static final Comparator<FamilyKey> ORDER = Comparator.comparing(FamilyKey::topic)
                .thenComparing(FamilyKey::level)
                .thenComparing(FamilyKey::period);
    }

    private record SeriesKey(String topic, String level, String region) {

        static final Comparator<SeriesKey> ORDER = Comparator.comparing(SeriesKey::topic)
                .thenComparing(SeriesKey::level)
                .thenComparing(SeriesKey::region);
    }

    /** Cells of calendar years, by what they are compared with. */
    private static final class Years {

        final Map<FamilyKey, List<DeficiencyCell>> families = new TreeMap<>(FamilyKey.ORDER);
        final Map<SeriesKey, TreeMap<Integer, DeficiencyCell>> series = new TreeMap<>(SeriesKey.ORDER);
        final Map<String, List<DeficiencyCell>> byAge = new HashMap<>();
        private final Map<String, Denominator> denominators = new HashMap<>();
        private final Predicate<DeficiencyCell> published;

        Years(List<DeficiencyCell> cells, Predicate<DeficiencyCell> published) {
            this.published = published;
            Map<String, List<DeficiencyCell>> byTopic = new HashMap<>();
            for (DeficiencyCell cell : cells) {
                boolean year = cell.period().length() == 4;
                if (!year || !cell.operationType().equals(RateColumns.TOTAL)) {
                    continue;
                }
                if (!cell.ageGroup().equals(RateColumns.TOTAL)) {
                    byAge.computeIfAbsent(ageKey(cell), any -> new ArrayList<>())
                            .add(cell);
                    continue;
                }
                byTopic.computeIfAbsent(cell.topic(), any -> new ArrayList<>()).add(cell);
                families.computeIfAbsent(
                                new FamilyKey(cell.topic(), cell.level(), cell.period()), any -> new ArrayList<>())
                        .add(cell);
                series.computeIfAbsent(new SeriesKey(cell.topic(), cell.level(), cell.region()), any -> new TreeMap<>())
                        .put(Integer.valueOf(cell.period()), cell);
            }
            byTopic.forEach((topic, all) -> denominators.put(topic, Figure.denominatorOf(all)));
        }

        static String ageKey(DeficiencyCell cell) {
            return cell.topic() + " " + cell.region() + " " + cell.period();
        }

        Denominator denominator(String topic) {
            return denominators.getOrDefault(topic, Denominator.UNITS);
        }

        boolean usable(DeficiencyCell cell, Denominator denominator) {
            return Figure.exists(cell, denominator) && mayBeSeen(cell, denominator);
        }

        /** Verdicts on operations are public; files are so only where the cell is published. */
        boolean mayBeSeen(DeficiencyCell cell, Denominator denominator) {
            return denominator == Denominator.UNITS || published.test(cell);
        }

        @Nullable
        Figure nation(String top, FamilyKey key) {
            Denominator denominator = denominator(key.topic());
            return families.getOrDefault(new FamilyKey(key.topic(), top, key.period()), List.of()).stream()
                    .filter(cell -> usable(cell, denominator))
                    .findFirst()
                    .map(cell -> Figure.of(cell, denominator))
                    .orElse(null);
        }

        List<Figure> figures(List<DeficiencyCell> regions, Denominator denominator) {
            return regions.stream()
                    .filter(cell -> usable(cell, denominator))
                    .map(cell -> Figure.of(cell, denominator))
                    .toList();
        }
    }

    /** One family being compared. */
    private static final class Family {

        private final FamilyKey key;
        private final Figure nation;
        private final List<Figure> figures;
        private final Years years;

        Family(FamilyKey key, Figure nation, List<Figure> figures, Years years) {
            this.key = key;
            this.nation = nation;
            this.figures = figures;
            this.years = years;
        }

        void compare(List<Comparison> comparisons, List<ComparisonFamily> families) {
            if (figures.isEmpty()) {
                return;
            }
            List<@Nullable Figure> rests = new ArrayList<>();
            for (Figure figure : figures) {
                rests.add(figure.restOf(nation));
            }
            double[] p = new double[figures.size()];
            int tested = 0;
            for (int i = 0; i < p.length; i++) {
                Figure rest = rests.get(i);
                OptionalDouble value = rest == null
                        ? OptionalDouble.empty()
                        : TwoProportions.pooledP(
                                figures.get(i).rate(),
                                figures.get(i).effectiveCases(),
                                rest.rate(),
                                rest.effectiveCases());
                p[i] = value.orElse(Double.NaN);
                tested += value.isPresent() ? 1 : 0;
            }
            double[] q = AdjustedP.benjaminiHochberg(p);
            FunnelRule funnel = FunnelRule.forUnits(figures.size());
            Overdispersion dispersion = funnel == FunnelRule.NONE ? null : dispersion();
            List<RankSet> ranks = ranks();
            double[] shrunk = shrunk();
            ComparisonFamily family = family(funnel, dispersion, tested, !ranks.isEmpty());
            families.add(family);
            for (int i = 0; i < figures.size(); i++) {
                Figure figure = figures.get(i);
                Figure rest = rests.get(i);
                RateDifference difference = rest == null
                        ? null
                        : RateDifference.newcombe(figure.rate(), figure.limits(), rest.rate(), rest.limits());
                DirectRate standardised = standardised(figure);
                comparisons.add(new Comparison(
                        family,
                        figure.cell().region(),
                        figure.rate(),
                        difference == null ? null : difference.difference(),
                        difference == null ? null : difference.limits(),
                        Double.isNaN(p[i]) ? null : p[i],
                        Double.isNaN(q[i]) ? null : q[i],
                        dispersion == null ? null : position(figure, dispersion, funnel),
                        ranks.isEmpty() ? null : ranks.get(i),
                        shrunk[i],
                        standardised == null ? null : standardised.rate(),
                        standardised == null
                                ? null
                                : standardised
                                        .dobson(RateInterval.PUBLISHED_CONFIDENCE)
                                        .orElse(null),
                        !figure.cell().selectionBasis().equals(nation.cell().selectionBasis())));
            }
        }

        private Overdispersion dispersion() {
            return Overdispersion.ofProportions(
                    figures.stream()
                            .mapToLong(figure -> figure.counts().deficient())
                            .toArray(),
                    figures.stream()
                            .mapToLong(figure -> figure.counts().cases())
                            .toArray());
        }

        private static FunnelPosition position(Figure figure, Overdispersion dispersion, FunnelRule funnel) {
            double cases = figure.counts().cases();
            if (funnel == FunnelRule.PLAIN) {
                return FunnelPosition.ofProportion((double) figure.counts().deficient(), cases, dispersion.target());
            }
            return FunnelPosition.of(
                    figure.rate(),
                    dispersion.limits(cases, FunnelPosition.INNER),
                    dispersion.limits(cases, FunnelPosition.OUTER));
        }

        private List<RankSet> ranks() {
            if (figures.size() < 2 || figures.size() > MOST_RANKED) {
                return List.of();
            }
            RankSets sets = RankSets.ofRates(effective(), RateInterval.PUBLISHED_CONFIDENCE);
            return sets.leagueTableAllowed() ? sets.sets() : List.of();
        }

        private double[] shrunk() {
            return MarshallShrinkage.ofProportions(
                            figures.stream()
                                    .mapToDouble(figure -> figure.rate() * figure.effectiveCases())
                                    .toArray(),
                            figures.stream().mapToDouble(Figure::effectiveCases).toArray())
                    .estimates()
                    .stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }

        private List<Proportion> effective() {
            return figures.stream().map(Figure::effective).toList();
        }

        private ComparisonFamily family(
                FunnelRule funnel, @Nullable Overdispersion dispersion, int tested, boolean ranked) {
            GeographicInequality inequality =
                    GeographicInequality.of(effective()).orElseThrow();
            Map<InequalityMeasure, Interval> limits = figures.size() < 2 || figures.size() > MOST_RANKED
                    ? Map.of()
                    : InequalityBootstrap.limits(
                            effective().stream().map(List::of).toList(), seed());
            Map<InequalityMeasure, Double> measures = new EnumMap<>(InequalityMeasure.class);
            measures.putAll(inequality.values());
            return new ComparisonFamily(
                    key.topic(),
                    key.level(),
                    key.period(),
                    nation.denominator(),
                    figures.size(),
                    nation.rate(),
                    funnel,
                    dispersion == null ? null : dispersion.phi(),
                    dispersion == null ? null : dispersion.tau2(),
                    tested,
                    ranked,
                    inequality.homogeneity(),
                    inequality.expectedGap(),
                    measures,
                    limits);
        }

        /** The same for the same family in every release (FNV-1a over its codes). */
        private long seed() {
            long hash = 0xcbf29ce484222325L;
            String name = key.topic() + '/' + key.level() + '/' + key.period();
            for (int i = 0; i < name.length(); i++) {
                hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
            }
            return hash;
        }

        /** At the nation's mix of ages; {@code null} where an age group is missing here or withheld, or there are few. */
        private @Nullable DirectRate standardised(Figure figure) {
            if (figure.denominator() == Denominator.UNITS) {
                return null;
            }
            Map<String, DeficiencyCell> own = new HashMap<>();
            years.byAge
                    .getOrDefault(Years.ageKey(figure.cell()), List.of())
                    .forEach(cell -> own.put(cell.ageGroup(), cell));
            List<Stratum> strata = new ArrayList<>();
            for (DeficiencyCell standard : years.byAge.getOrDefault(Years.ageKey(nation.cell()), List.of())) {
                if (standard.cases().cases() == 0) {
                    continue;
                }
                DeficiencyCell cell = own.get(standard.ageGroup());
                if (cell == null
                        || !years.usable(cell, Denominator.CASES)
                        || !years.usable(standard, Denominator.CASES)) {
                    return null;
                }
                strata.add(new Stratum(
                        cell.cases().deficient(),
                        cell.cases().cases(),
                        standard.cases().cases()));
            }
            return strata.size() < FEWEST_AGE_GROUPS ? null : DirectRate.ofProportions(strata);
        }
    }

    private static List<RegionTrend> trends(Years years, Map<String, List<LocalDate>> breaks) {
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
            TreeMap<Integer, DeficiencyCell> years, List<LocalDate> breaks) {
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
            SeriesKey key, Denominator denominator, Map<Integer, DeficiencyCell> used, Years years) {
        boolean whole = used.values().stream().allMatch(cell -> years.mayBeSeen(cell, denominator));
        List<Integer> periods = new ArrayList<>(used.keySet());
        TrendStatement statement = !whole
                ? null
                : TrendStatement.ofProportions(used.values().stream()
                        .map(cell -> Figure.of(cell, denominator).effective())
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
