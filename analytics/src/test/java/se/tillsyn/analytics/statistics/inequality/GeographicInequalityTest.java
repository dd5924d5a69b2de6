package se.tillsyn.analytics.statistics.inequality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Proportion;

class GeographicInequalityTest {

    private static final List<Proportion> SIX = List.of(
            new Proportion(3, 10),
            new Proportion(0, 8),
            new Proportion(9, 30),
            new Proportion(12, 60),
            new Proportion(20, 40),
            new Proportion(1, 12));

    /** Chi-square and p: scipy 1.17 stats.chi2_contingency; tau and BGV_c: numpy; gap: integral on a grid of 2e6 points. */
    @Test
    void equalsAnotherProgramsFigures() {
        GeographicInequality found = GeographicInequality.of(SIX).orElseThrow();
        assertNotNull(found.homogeneity());
        assertEquals(16.953301127214168, found.homogeneity().chiSquare(), 1e-9);
        assertEquals(5, found.homogeneity().degreesOfFreedom());
        assertEquals(0.004589219491723696, found.homogeneity().p(), 1e-12);
        assertEquals(0.14193156726402323, found.value(InequalityMeasure.TAU).orElseThrow(), 1e-12);
        assertEquals(
                0.01688389756944444,
                found.value(InequalityMeasure.CORRECTED_VARIANCE).orElseThrow(),
                1e-14);
        assertEquals(
                0.02141927083333333,
                Math.pow(found.value(InequalityMeasure.DEVIATION).orElseThrow(), 2),
                1e-14);
        assertEquals(0.2897465972613655, found.expectedGap(), 2e-6);
        assertEquals(0.5, found.value(InequalityMeasure.GAP).orElseThrow());
        assertTrue(found.value(InequalityMeasure.RATIO).isEmpty());
        assertEquals(
                0.28125 - 0.2, found.value(InequalityMeasure.ATTRIBUTABLE_RISK).orElseThrow(), 1e-12);
    }

    @Test
    void chanceAloneMakesAWideGap() {
        assertEquals(0.2713, ExpectedGap.of(Collections.nCopies(21, new Proportion(12, 40))), 1e-4);
    }

    /** All 60 outcomes of units of 3, 4 and 2 cases at 4/9, enumerated with scipy 1.17. */
    @Test
    void expectedGapIsExact() {
        assertEquals(
                0.5119288876846163,
                ExpectedGap.of(List.of(new Proportion(1, 3), new Proportion(2, 4), new Proportion(1, 2))),
                1e-12);
    }

    @Test
    void expectedGapOfManyMunicipalitiesIsQuick() {
        List<Proportion> many = IntStream.range(0, 290)
                .mapToObj(i -> new Proportion(20 + i, 100 + 3L * i))
                .toList();
        double gap = ExpectedGap.of(many);
        assertTrue(gap > 0 && gap < 1);
    }

    @Test
    void oneUnitHasNoInequality() {
        GeographicInequality found =
                GeographicInequality.of(List.of(new Proportion(4, 40))).orElseThrow();
        assertEquals(0, found.value(InequalityMeasure.GAP).orElseThrow());
        assertEquals(0, found.value(InequalityMeasure.TAU).orElseThrow());
        assertEquals(0, found.expectedGap());
        assertNull(found.homogeneity());
    }

    @Test
    void unitsWithoutCasesAreCountedAndLeftOut() {
        List<Proportion> more = new ArrayList<>(SIX);
        more.add(3, new Proportion(0, 0));
        GeographicInequality with = GeographicInequality.of(more).orElseThrow();
        GeographicInequality without = GeographicInequality.of(SIX).orElseThrow();
        assertEquals(1, with.unitsWithoutCases());
        assertEquals(without.values(), with.values());
        assertEquals(without.expectedGap(), with.expectedGap());
        assertTrue(GeographicInequality.of(List.of(new Proportion(0, 0))).isEmpty());
        assertTrue(GeographicInequality.of(List.of()).isEmpty());
    }

    @Test
    void noOrOnlyDeficientCasesHaveNoSpread() {
        for (long deficient : List.of(0L, 40L)) {
            GeographicInequality found = GeographicInequality.of(Collections.nCopies(5, new Proportion(deficient, 40)))
                    .orElseThrow();
            assertEquals(0, found.value(InequalityMeasure.TAU).orElseThrow());
            assertEquals(0, found.expectedGap());
            assertNull(found.homogeneity());
            assertEquals(deficient == 0, found.value(InequalityMeasure.THEIL).isEmpty());
            assertEquals(
                    deficient == 0,
                    found.value(InequalityMeasure.SYSTEMATIC_COMPONENT).isEmpty());
        }
    }

    @Test
    void slopesNeedAnOrder() {
        assertTrue(GeographicInequality.of(SIX)
                .orElseThrow()
                .value(InequalityMeasure.SLOPE_INDEX)
                .isEmpty());
        assertFalse(GeographicInequality.ofOrdered(SIX)
                .orElseThrow()
                .value(InequalityMeasure.SLOPE_INDEX)
                .isEmpty());
    }

    @Test
    void fewCasesGiveNoReferenceRate() {
        assertTrue(GeographicInequality.of(List.of(new Proportion(1, 29), new Proportion(2, 9)))
                .orElseThrow()
                .value(InequalityMeasure.ATTRIBUTABLE_RISK)
                .isEmpty());
    }
}
