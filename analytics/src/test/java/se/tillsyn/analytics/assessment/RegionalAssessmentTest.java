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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.cube.BoundedCases;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateDifference;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.funnel.FunnelPosition;
import se.tillsyn.analytics.statistics.funnel.FunnelRule;
import se.tillsyn.analytics.statistics.inequality.InequalityMeasure;
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
                false,
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
        return RegionalAssessment.of(cells, cell -> true, LEVELS, Map.of());
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
        RegionalAssessment assessment =
                RegionalAssessment.of(cells, cell -> !cell.region().equals("01"), LEVELS, Map.of());
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
        RegionTrend before = RegionalAssessment.of(cells, cell -> true, LEVELS, Map.of())
                .trends()
                .get(0);
        assertEquals("2010", before.from());
        RegionTrend trend = RegionalAssessment.of(
                        cells, cell -> true, LEVELS, Map.of("T1", List.of(LocalDate.of(2015, 7, 1))))
                .trends()
                .get(0);
        assertEquals("2016", trend.from());
        assertEquals("2020", trend.to());
        assertEquals(5, trend.periods());
        assertEquals(new TrendStatement(TrendStatement.Basis.RECENT_MARKER, Direction.NONE), trend.statement());
        RegionTrend fromNewYear = RegionalAssessment.of(
                        cells, cell -> true, LEVELS, Map.of("T1", List.of(LocalDate.of(2016, 1, 1))))
                .trends()
                .get(0);
        assertEquals("2016", fromNewYear.from());
        RegionTrend lately = RegionalAssessment.of(
                        cells, cell -> true, LEVELS, Map.of("T1", List.of(LocalDate.of(2020, 7, 1))))
                .trends()
                .get(0);
        assertEquals("2019", lately.to(), "nothing under the new law yet: what is known under the old one");
    }
}
