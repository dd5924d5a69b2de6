package se.tillsyn.analytics.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.cube.BoundedCases;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateDifference;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.TwoProportions;
import se.tillsyn.analytics.statistics.funnel.FunnelPosition;
import se.tillsyn.analytics.statistics.funnel.FunnelRule;
import se.tillsyn.analytics.statistics.inequality.InequalityMeasure;
import se.tillsyn.analytics.statistics.inequality.SpatialAutocorrelation;
import se.tillsyn.analytics.statistics.trend.Direction;
import se.tillsyn.analytics.statistics.trend.TrendStatement;

class RegionalAssessmentTest {

    private static final List<String> LEVELS = List.of("nation", "county");
    private static final int COUNTIES = 21;
    private static final int OPERATIONS = 400;

    /** A topic on which operations are judged as a whole. */
    private static DeficiencyCell verdicts(String region, int year, int deficient, int units) {
        return new DeficiencyCell(
                "T1",
                region.equals("00") ? "nation" : "county",
                region,
                Integer.toString(year),
                "TOTAL",
                "TOTAL",
                "CENSUS",
                false,
                false,
                true,
                new ClusterSums(0, 0, 0, 0, 0, 0),
                units,
                deficient,
                BoundedCases.NONE);
    }

    /** A topic on which files were counted, one operation for each four files. */
    private static DeficiencyCell files(String region, int year, int deficient, int cases) {
        return verdicts(region, year, 0, cases / 4)
                .withCounts(
                        new ClusterSums(cases / 4, cases, deficient, deficient, 4L * deficient, 4L * cases),
                        cases / 4,
                        0);
    }

    private static String county(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    /** Counties at 30 %, all but the last, which is at 60 %. */
    private static List<DeficiencyCell> oneOutlier() {
        List<DeficiencyCell> cells = new ArrayList<>();
        int all = 0;
        for (int i = 1; i <= COUNTIES; i++) {
            int deficient = i == COUNTIES ? OPERATIONS * 6 / 10 : OPERATIONS * 3 / 10;
            all += deficient;
            cells.add(verdicts(county(i), 2020, deficient, OPERATIONS));
        }
        cells.add(verdicts("00", 2020, all, COUNTIES * OPERATIONS));
        return cells;
    }

    private static RegionalAssessment assess(List<DeficiencyCell> cells) {
        return RegionalAssessment.of(cells, cell -> true, LEVELS, Map.of(), Map.of(), RegionOrder.NONE);
    }

    @Test
    void comparesARegionWithTheRestOfTheNation() {
        RegionalAssessment assessment = assess(oneOutlier());
        assertEquals(COUNTIES, assessment.comparisons().size());
        Comparison first = assessment.comparisons().get(0);
        int restDeficient = OPERATIONS * 3 / 10 * (COUNTIES - 2) + OPERATIONS * 6 / 10;
        int rest = OPERATIONS * (COUNTIES - 1);
        Interval own = RateInterval.wilson(OPERATIONS * 0.3, OPERATIONS, 0.95);
        RateDifference expected = RateDifference.newcombe(
                0.3, own, (double) restDeficient / rest, RateInterval.wilson(restDeficient, rest, 0.95));
        assertEquals(Denominator.UNITS, first.family().denominator());
        assertEquals(expected.difference(), assertNotNullNumber(first.difference()), 1e-12);
        assertEquals(expected.limits(), first.differenceLimits());
    }

    @Test
    void countsOperationsThatLieInSeveralRegionsWithTheRest() {
        // Ten operations, all of them in county 01 and found good there; four lie in county 02 too, deficient there.
        List<DeficiencyCell> cells =
                List.of(verdicts("00", 2020, 4, 10), verdicts("01", 2020, 0, 10), verdicts("02", 2020, 4, 4));
        Comparison first = assess(cells).comparisons().get(0);
        RateDifference expected =
                RateDifference.newcombe(0.0, RateInterval.wilson(0, 10, 0.95), 1.0, RateInterval.wilson(4, 4, 0.95));
        assertEquals(-1.0, assertNotNullNumber(first.difference()), 1e-12);
        assertEquals(expected.limits(), first.differenceLimits());
    }

    private static double assertNotNullNumber(@Nullable Double number) {
        assertNotNull(number);
        return number == null ? Double.NaN : number;
    }

    @Test
    void findsTheOutlierAndNothingElse() {
        RegionalAssessment assessment = assess(oneOutlier());
        ComparisonFamily family = assessment.families().get(0);
        assertEquals(FunnelRule.ADJUSTED, family.funnel());
        assertEquals(COUNTIES, family.tested());
        for (Comparison comparison : assessment.comparisons()) {
            boolean outlier = comparison.region().equals(county(COUNTIES));
            assertEquals(outlier ? FunnelPosition.HIGH_998 : FunnelPosition.INSIDE, comparison.position());
            assertTrue(assertNotNullNumber(comparison.q()) >= assertNotNullNumber(comparison.p()));
            if (outlier) {
                assertTrue(assertNotNullNumber(comparison.q()) < 1e-6);
                assertTrue(comparison.shrunk() < comparison.rate(), "drawn towards the others");
            }
        }
        assertTrue(family.inequality().getOrDefault(InequalityMeasure.GAP, 0.0) > family.expectedGap());
        assertTrue(family.inequalityLimits().containsKey(InequalityMeasure.TAU));
    }

    @Test
    void leavesOutRegionsWhoseFilesAreWithheld() {
        List<DeficiencyCell> cells = new ArrayList<>();
        for (int i = 1; i <= COUNTIES; i++) {
            cells.add(files(county(i), 2020, i == 1 ? 40 : 12, 40));
        }
        cells.add(files("00", 2020, 40 + 12 * (COUNTIES - 1), 40 * COUNTIES));
        RegionalAssessment assessment = RegionalAssessment.of(
                cells, cell -> !cell.region().equals("01"), LEVELS, Map.of(), Map.of(), RegionOrder.NONE);
        assertEquals(COUNTIES - 1, assessment.comparisons().size());
        assertTrue(
                assessment.comparisons().stream().noneMatch(row -> row.region().equals("01")));
        assertEquals(COUNTIES - 1, assessment.families().get(0).regions());
        assertEquals(0.0, assessment.families().get(0).inequality().getOrDefault(InequalityMeasure.GAP, 1.0));
        RegionTrend withheld = assessment.trends().stream()
                .filter(trend -> trend.region().equals("01"))
                .findFirst()
                .orElseThrow();
        assertNull(withheld.statement());
    }

    @Test
    void isTheSameWhateverTheOrderOfTheCells() {
        List<DeficiencyCell> cells = oneOutlier();
        List<DeficiencyCell> turned = new ArrayList<>();
        for (int i = cells.size() - 1; i >= 0; i--) {
            turned.add(cells.get(i));
        }
        assertEquals(
                assess(cells).families().get(0).inequalityLimits(),
                assess(turned).families().get(0).inequalityLimits());
    }

    @Test
    void runsNoTrendAcrossAChangeOfLawNorThroughTheYearOfIt() {
        List<DeficiencyCell> cells = new ArrayList<>();
        for (int year = 2010; year <= 2020; year++) {
            cells.add(verdicts("00", year, year < 2016 ? 100 + 100 * (year - 2010) : 300, 1000));
        }
        RegionTrend before = RegionalAssessment.of(cells, cell -> true, LEVELS, Map.of(), Map.of(), RegionOrder.NONE)
                .trends()
                .get(0);
        assertEquals("2010", before.from());
        RegionTrend trend = RegionalAssessment.of(
                        cells,
                        cell -> true,
                        LEVELS,
                        Map.of("T1", List.of(LocalDate.of(2015, 7, 1))),
                        Map.of(),
                        RegionOrder.NONE)
                .trends()
                .get(0);
        assertEquals("2016", trend.from());
        assertEquals("2020", trend.to());
        assertEquals(5, trend.periods());
        assertEquals(new TrendStatement(TrendStatement.Basis.RECENT_MARKER, Direction.NONE), trend.statement());
        RegionTrend fromNewYear = RegionalAssessment.of(
                        cells,
                        cell -> true,
                        LEVELS,
                        Map.of("T1", List.of(LocalDate.of(2016, 1, 1))),
                        Map.of(),
                        RegionOrder.NONE)
                .trends()
                .get(0);
        assertEquals("2016", fromNewYear.from());
        RegionTrend lately = RegionalAssessment.of(
                        cells,
                        cell -> true,
                        LEVELS,
                        Map.of("T1", List.of(LocalDate.of(2020, 7, 1))),
                        Map.of(),
                        RegionOrder.NONE)
                .trends()
                .get(0);
        assertEquals("2019", lately.to(), "nothing under the new law yet: what is known under the old one");
    }

    private static RegionTrend trendOf(List<DeficiencyCell> cells, String region) {
        return assess(cells).trends().stream()
                .filter(trend -> trend.region().equals(region))
                .findFirst()
                .orElseThrow();
    }

    /**
     * County 01 is at 60 % and 02 at 20 % in every year; ever more of those inspected lie in 01.
     *
     * @param stepsUp how much each county's own rate rises a year, in operations of a thousand
     */
    private static List<DeficiencyCell> shiftingMix(int stepsUp) {
        List<DeficiencyCell> cells = new ArrayList<>();
        for (int year = 2013; year <= 2020; year++) {
            int more = year - 2013;
            int first = 400 + 100 * more;
            int second = 1600 - 100 * more;
            int firstDeficient = first * (600 + stepsUp * more) / 1000;
            int secondDeficient = second * (200 + stepsUp * more) / 1000;
            cells.add(verdicts("01", year, firstDeficient, first));
            cells.add(verdicts("02", year, secondDeficient, second));
            cells.add(verdicts("00", year, firstDeficient + secondDeficient, first + second));
        }
        return cells;
    }

    @Test
    void whoWasInspectedMakesNoLineOfTheNation() {
        List<DeficiencyCell> cells = shiftingMix(0);
        assertEquals(Direction.NONE, trendOf(cells, "00").line());
        assertEquals(Direction.NONE, trendOf(cells, "01").line());
        List<DeficiencyCell> nationOnly =
                cells.stream().filter(cell -> cell.region().equals("00")).toList();
        assertEquals(Direction.INCREASING, trendOf(nationOnly, "00").line(), "the rate itself rises from 28 to 48 %");
        List<DeficiencyCell> falling = shiftingMix(-20);
        assertEquals(Direction.DECREASING, trendOf(falling, "00").line(), "though the rate itself rises");
    }

    @Test
    void noLineOfFourYearsNorThroughAWithheldOne() {
        List<DeficiencyCell> cells = shiftingMix(20);
        assertEquals(Direction.INCREASING, trendOf(cells, "01").line());
        assertNull(trendOf(
                        cells.stream()
                                .filter(cell -> Integer.parseInt(cell.period()) < 2017)
                                .toList(),
                        "01")
                .line());
        List<DeficiencyCell> files = new ArrayList<>();
        for (int year = 2013; year <= 2020; year++) {
            files.add(files("00", year, 100 + 40 * (year - 2013), 800));
        }
        List<RegionTrend> withheld =
                TrendAssessment.of(files, cell -> !cell.period().equals("2015"), LEVELS, Map.of());
        assertNull(withheld.get(0).line());
        assertEquals(Direction.INCREASING, trendOf(files, "00").line());
    }

    /** A rising topic; county 01 was inspected in its first years only and is no better than the others were then. */
    @Test
    void aPlaceIsAgainstTheYearsOfTheRegion() {
        List<DeficiencyCell> cells = new ArrayList<>();
        for (int year = 2013; year <= 2020; year++) {
            int percent = 10 + 10 * (year - 2013);
            int all = 0;
            int deficient = 0;
            for (int i = 1; i <= COUNTIES; i++) {
                if (i > 1 || year < 2015) {
                    int found = (i == COUNTIES ? Math.min(95, percent + 25) : percent) * 4;
                    cells.add(verdicts(county(i), year, found, OPERATIONS));
                    all += OPERATIONS;
                    deficient += found;
                }
            }
            cells.add(verdicts("00", year, deficient, all));
        }
        assertEquals(FunnelPosition.INSIDE, trendOf(cells, "01").place());
        assertEquals(FunnelPosition.HIGH_998, trendOf(cells, county(COUNTIES)).place());
        assertNull(trendOf(cells, "00").place());
    }

    /** Expected counts below five: 2 of 3 against 30 of 300. */
    @Test
    void fewCasesAreComparedByFishersTest() {
        List<DeficiencyCell> cells =
                List.of(verdicts("00", 2020, 32, 303), verdicts("01", 2020, 2, 3), verdicts("02", 2020, 30, 300));
        assertEquals(
                new TwoProportions(2, 3, 30, 300).fisherP(),
                assertNotNullNumber(assess(cells).comparisons().get(0).p()),
                1e-12);
    }

    /** A chain of counties whose rates rise from one end to the other. */
    @Test
    void neighboursAreAlikeWhereRatesRiseFromOneEndToTheOther() {
        List<DeficiencyCell> cells = new ArrayList<>();
        Map<String, Set<String>> chain = new TreeMap<>();
        int all = 0;
        for (int i = 1; i <= COUNTIES; i++) {
            int deficient = 60 + 8 * i;
            all += deficient;
            cells.add(verdicts(county(i), 2020, deficient, OPERATIONS));
            chain.put(
                    county(i),
                    i == 1
                            ? Set.of(county(2))
                            : i == COUNTIES ? Set.of(county(i - 1)) : Set.of(county(i - 1), county(i + 1)));
        }
        cells.add(verdicts("00", 2020, all, COUNTIES * OPERATIONS));
        SpatialAutocorrelation alike = RegionalAssessment.of(
                        cells,
                        cell -> true,
                        LEVELS,
                        Map.of(),
                        Map.of("county", new Neighbours(chain)),
                        RegionOrder.NONE)
                .families()
                .get(0)
                .neighbours();
        assertNotNull(alike);
        assertEquals(COUNTIES, alike == null ? 0 : alike.areas());
        assertTrue(alike != null && alike.moran() > 0.8 && alike.p().orElse(1) < 0.001);
        chain.remove(county(1));
        chain.put(county(2), Set.of(county(3)));
        chain.remove(county(COUNTIES));
        chain.put(county(COUNTIES - 1), Set.of(county(COUNTIES - 2)));
        assertNull(
                RegionalAssessment.of(
                                cells,
                                cell -> true,
                                LEVELS,
                                Map.of(),
                                Map.of("county", new Neighbours(chain)),
                                RegionOrder.NONE)
                        .families()
                        .get(0)
                        .neighbours(),
                "19 counties with neighbours are too few");
    }

    /** Three steps of one, two and eighteen counties, the last with the county that is at 60 %. */
    private static RegionOrder threeSteps() {
        Map<String, Integer> steps = new TreeMap<>();
        for (int i = 1; i <= COUNTIES; i++) {
            steps.put(county(i), i == 1 ? 10 : i <= 3 ? 20 : 30);
        }
        return new RegionOrder(steps);
    }

    private static ComparisonFamily ordered(RegionOrder order) {
        return RegionalAssessment.of(oneOutlier(), cell -> true, LEVELS, Map.of(), Map.of(), order)
                .families()
                .get(0);
    }

    /** Shares of 1, 2 and 18 of 21; line through (0.5, 30 %), (2, 30 %) and (12, 190/6 %), by hand. */
    @Test
    void regionsOnOneStepOfAnOrderAreTakenTogether() {
        ComparisonFamily family = ordered(threeSteps());
        assertEquals(3, family.orderSteps());
        double mean = 6.6 / 21;
        double third = 5.7 / 18;
        double[] ranks = {0.5 / 21, 2 / 21.0, 12 / 21.0};
        double[] shares = {1 / 21.0, 2 / 21.0, 18 / 21.0};
        double[] rates = {0.3, 0.3, third};
        double products = 0;
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            products += shares[i] * (ranks[i] - 0.5) * (rates[i] - mean);
            squares += shares[i] * (ranks[i] - 0.5) * (ranks[i] - 0.5);
        }
        double slope = products / squares;
        assertEquals(slope, family.inequality().getOrDefault(InequalityMeasure.SLOPE_INDEX, 0.0), 1e-12);
        assertEquals(
                (mean + slope / 2) / (mean - slope / 2),
                family.inequality().getOrDefault(InequalityMeasure.RELATIVE_INDEX, 0.0),
                1e-12);
        Interval limits = family.inequalityLimits().get(InequalityMeasure.SLOPE_INDEX);
        assertTrue(limits != null && limits.contains(slope));
        assertTrue(family.inequalityLimits().containsKey(InequalityMeasure.RELATIVE_INDEX));
    }

    @Test
    void anOrderOfTwoStepsOrOfSomeRegionsGivesNoIndices() {
        Map<String, Integer> two = new TreeMap<>(threeSteps().stepOf());
        two.put(county(1), 20);
        Map<String, Integer> some = new TreeMap<>(threeSteps().stepOf());
        some.remove(county(5));
        for (RegionOrder order : List.of(new RegionOrder(two), new RegionOrder(some), RegionOrder.NONE)) {
            ComparisonFamily family = ordered(order);
            assertNull(family.orderSteps());
            assertTrue(family.inequality().keySet().stream().noneMatch(InequalityMeasure::needsOrder));
            assertTrue(family.inequalityLimits().keySet().stream().noneMatch(InequalityMeasure::needsOrder));
        }
    }
}
