package se.tillsyn.analytics.statistics.inequality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slope, relative and concentration indices at their edges. */
class OrderedInequalityTest {

    private static List<Group> groups(double... rates) {
        return Arrays.stream(rates).mapToObj(rate -> new Group(rate, 0, 100)).toList();
    }

    @Test
    void midRanksCutTheScaleByWeight() {
        assertArrayEquals(new double[] {0.1, 0.2, 0.6}, MidRanks.of(new double[] {20, 0, 80}), 1e-15);
        assertEquals(
                "expected at least one group with weight",
                assertThrows(IllegalArgumentException.class, () -> MidRanks.of(new double[2]))
                        .getMessage());
    }

    @Test
    void oneGroupHasNoSlope() {
        assertTrue(SlopeIndex.ofRates(groups(0.3)).isEmpty());
        assertTrue(LogisticSlopeIndex.of(new double[] {0.5}, new double[] {3}, new double[] {10})
                .isEmpty());
        ConcentrationIndex index = ConcentrationIndex.of(groups(0.3));
        assertEquals(0, index.absolute());
        assertTrue(index.absoluteError().isEmpty());
    }

    @Test
    void noRatioWhereTheLineStartsAtOrBelowZero() {
        SlopeIndex steep = SlopeIndex.ofRates(groups(0, 0, 0.9)).orElseThrow();
        assertTrue(steep.slope() > 0);
        assertTrue(steep.relative().isEmpty());
    }

    /** The line through three steps of one size ends at 0.3 ∓ 0.675. */
    @Test
    void noRatioWhereTheLineEndsBelowZero() {
        SlopeIndex falling = SlopeIndex.ofRates(groups(0.9, 0, 0)).orElseThrow();
        assertTrue(falling.bottom() > 0);
        assertTrue(falling.bottom() + falling.slope() < 0);
        assertTrue(falling.relative().isEmpty());
    }

    @Test
    void zeroRatesHaveNoRelativeIndex() {
        ConcentrationIndex index = ConcentrationIndex.of(groups(0, 0, 0));
        assertEquals(0, index.absolute());
        assertTrue(index.relative().isEmpty());
        assertTrue(index.relativeError().isEmpty());
    }

    @Test
    void reversedGroupsReverseTheSign() {
        double up = ConcentrationIndex.of(groups(0.1, 0.2, 0.4)).absolute();
        assertTrue(up > 0);
        assertEquals(up, -ConcentrationIndex.of(groups(0.4, 0.2, 0.1)).absolute(), 1e-15);
        assertEquals(
                SlopeIndex.ofRates(groups(0.1, 0.2, 0.4)).orElseThrow().slope(),
                -SlopeIndex.ofRates(groups(0.4, 0.2, 0.1)).orElseThrow().slope(),
                1e-12);
    }

    @Test
    void twoGroupsHaveALogisticSlopeWithoutStandardError() {
        LogisticSlopeIndex two = LogisticSlopeIndex.of(
                        new double[] {0.25, 0.75}, new double[] {10, 30}, new double[] {100, 100})
                .orElseThrow();
        assertTrue(two.slope() > 0 && two.slope() < 1);
        assertTrue(two.slopeError().isEmpty());
        assertTrue(two.logRatioError().isEmpty());
    }
}
