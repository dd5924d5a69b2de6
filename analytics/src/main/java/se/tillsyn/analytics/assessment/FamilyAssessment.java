package se.tillsyn.analytics.assessment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.assessment.YearCells.FamilyKey;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.Proportion;
import se.tillsyn.analytics.statistics.RateDifference;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.TwoProportions;
import se.tillsyn.analytics.statistics.comparison.AdjustedP;
import se.tillsyn.analytics.statistics.comparison.MarshallShrinkage;
import se.tillsyn.analytics.statistics.comparison.RankSet;
import se.tillsyn.analytics.statistics.comparison.RankSets;
import se.tillsyn.analytics.statistics.funnel.Overdispersion;
import se.tillsyn.analytics.statistics.funnel.ProportionFunnel;
import se.tillsyn.analytics.statistics.inequality.GeographicInequality;
import se.tillsyn.analytics.statistics.inequality.InequalityBootstrap;
import se.tillsyn.analytics.statistics.inequality.InequalityMeasure;
import se.tillsyn.analytics.statistics.inequality.SpatialAutocorrelation;
import se.tillsyn.analytics.statistics.standardisation.DirectRate;
import se.tillsyn.analytics.statistics.standardisation.Stratum;

/** Compares the regions of one family. */
final class FamilyAssessment {

    /** Most regions for which ranks and limits of inequality are worked out: pairs and draws grow with their square. */
    private static final int MOST_RANKED = 50;

    /** Fewest age groups worth standardising over. */
    private static final int FEWEST_AGE_GROUPS = 3;

    private final FamilyKey key;
    private final Figure nation;
    private final List<Figure> figures;
    private final YearCells years;
    private final Neighbours neighbours;
    private final RegionOrder order;

    private FamilyAssessment(
            FamilyKey key,
            Figure nation,
            List<Figure> figures,
            YearCells years,
            Neighbours neighbours,
            RegionOrder order) {
        this.neighbours = neighbours;
        this.order = order;
        this.key = key;
        this.nation = nation;
        this.figures = figures;
        this.years = years;
    }

    /**
     * What a family says.
     *
     * @param comparisons its regions, in the order of their codes
     */
    record Result(ComparisonFamily family, List<Comparison> comparisons) {}

    /**
     * Compares.
     *
     * @param top level of the nation
     * @param neighbours regions of the level that touch each other
     * @param order of regions, of this level or others
     * @return {@code null} when the nation or every region lacks figures that may be seen
     */
    static @Nullable Result of(FamilyKey key, YearCells years, String top, Neighbours neighbours, RegionOrder order) {
        Figure nation = years.nation(top, key);
        if (nation == null) {
            return null;
        }
        List<Figure> figures = years.figures(key, nation.denominator());
        return figures.isEmpty()
                ? null
                : new FamilyAssessment(key, nation, figures, years, neighbours, order).compare();
    }

    private Result compare() {
        List<@Nullable Figure> rests = new ArrayList<>();
        for (Figure figure : figures) {
            rests.add(figure.restOf(nation, years.rates()));
        }
        double[] p = new double[figures.size()];
        int tested = 0;
        for (int i = 0; i < p.length; i++) {
            Figure rest = rests.get(i);
            OptionalDouble value = rest == null ? OptionalDouble.empty() : p(figures.get(i), rest);
            p[i] = value.orElse(Double.NaN);
            tested += value.isPresent() ? 1 : 0;
        }
        double[] q = AdjustedP.benjaminiHochberg(p);
        ProportionFunnel funnel = ProportionFunnel.of(effective());
        List<RankSet> ranks = ranks();
        double[] shrunk = shrunk();
        ComparisonFamily family = family(funnel, tested, !ranks.isEmpty(), neighboursAlike(shrunk));
        List<Comparison> comparisons = new ArrayList<>();
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
                    funnel.position(figure.effective()),
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
        return new Result(family, comparisons);
    }

    /** At effective cases; Fisher's exact test where few are expected, at whole numbers of them. */
    private static OptionalDouble p(Figure region, Figure rest) {
        OptionalDouble pooled =
                TwoProportions.pooledP(region.rate(), region.effectiveCases(), rest.rate(), rest.effectiveCases());
        Proportion own = region.effective();
        Proportion other = rest.effective();
        TwoProportions whole = new TwoProportions(
                Math.toIntExact(own.deficient()),
                Math.toIntExact(own.cases()),
                Math.toIntExact(other.deficient()),
                Math.toIntExact(other.cases()));
        return pooled.isPresent() && whole.leastExpected() < TwoProportions.FEWEST_EXPECTED
                ? OptionalDouble.of(whole.fisherP())
                : pooled;
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

    private List<String> regions() {
        return figures.stream().map(figure -> figure.cell().region()).toList();
    }

    private ComparisonFamily family(
            ProportionFunnel funnel, int tested, boolean ranked, @Nullable SpatialAutocorrelation alike) {
        Overdispersion dispersion = funnel.dispersion();
        GeographicInequality inequality = GeographicInequality.of(effective()).orElseThrow();
        Map<InequalityMeasure, Double> measures = new EnumMap<>(InequalityMeasure.class);
        measures.putAll(inequality.values());
        Map<InequalityMeasure, Interval> limits = new EnumMap<>(InequalityMeasure.class);
        if (figures.size() <= MOST_RANKED) {
            limits.putAll(InequalityBootstrap.limits(effective(), seed()));
        }
        List<Proportion> steps = order.together(regions(), effective());
        if (!steps.isEmpty()) {
            measures.putAll(InequalityMeasure.ofOrdered(steps));
            limits.putAll(InequalityBootstrap.limitsOfOrdered(steps, seed()));
        }
        return new ComparisonFamily(
                key.topic(),
                key.level(),
                key.period(),
                nation.denominator(),
                figures.size(),
                nation.rate(),
                funnel.rule(),
                dispersion == null ? null : dispersion.phi(),
                dispersion == null ? null : dispersion.tau2(),
                tested,
                ranked,
                inequality.homogeneity(),
                inequality.expectedGap(),
                measures,
                limits,
                steps.isEmpty() ? null : steps.size(),
                alike);
    }

    /** Shrunk rates, since the noise of small regions is the same for no two of them. */
    private @Nullable SpatialAutocorrelation neighboursAlike(double[] shrunk) {
        return SpatialAutocorrelation.of(shrunk, neighbours.places(regions()))
                .filter(found -> found.areas() >= SpatialAutocorrelation.FEWEST_AREAS)
                .orElse(null);
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
                .getOrDefault(YearCells.ageKey(figure.cell()), List.of())
                .forEach(cell -> own.put(cell.ageGroup(), cell));
        List<Stratum> strata = new ArrayList<>();
        for (DeficiencyCell standard : years.byAge.getOrDefault(YearCells.ageKey(nation.cell()), List.of())) {
            if (standard.cases().cases() == 0) {
                continue;
            }
            DeficiencyCell cell = own.get(standard.ageGroup());
            if (cell == null || !years.usable(cell, Denominator.CASES) || !years.usable(standard, Denominator.CASES)) {
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
