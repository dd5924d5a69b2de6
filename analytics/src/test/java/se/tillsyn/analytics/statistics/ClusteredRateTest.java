package se.tillsyn.analytics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.analytics.ReferenceTable.assertClose;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.tillsyn.analytics.ReferenceTable;

class ClusteredRateTest {

    static Stream<ReferenceTable.Row> cases() {
        return ReferenceTable.rows("clustered_proportion_expected.csv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsTheSurveyPackage(ReferenceTable.Row expected) {
        ClusterSums sums = ReferenceTable.rows("clustered_proportion_boards.csv")
                .filter(board -> board.text("case_id").equals(expected.text("case_id")))
                .map(board -> ClusterSums.ofOne(board.whole("deficient"), board.whole("assessed")))
                .reduce(ClusterSums::plus)
                .orElseThrow();
        assertEquals(expected.whole("boards"), sums.clusters());
        assertEquals(expected.whole("assessed"), sums.cases());
        assertEquals(expected.whole("deficient"), sums.deficient());
        ClusteredRate found = ClusteredRate.of(sums, 0.95);
        assertClose(expected.number("rate"), found.rate(), "rate");
        assertClose(expected.number("variance_cluster"), found.variance(), "variance");
        assertClose(expected.number("n_effective"), found.effectiveCases(), "effective cases");
        assertClose(expected.number("wilson_neff_lower"), found.limits().lower(), "lower");
        assertClose(expected.number("wilson_neff_upper"), found.limits().upper(), "upper");
        Interval plain = RateInterval.wilson((double) sums.deficient(), (double) sums.cases(), 0.95);
        assertClose(expected.number("wilson_plain_lower"), plain.lower(), "plain lower");
        assertClose(expected.number("wilson_plain_upper"), plain.upper(), "plain upper");
    }

    @Test
    void fallsBackToPlainLimitsAndSaysSoWithFewerThanThreeOperations() {
        ClusteredRate rate = ClusteredRate.of(ClusterSums.ofOne(3, 10).plus(ClusterSums.ofOne(9, 10)), 0.95);
        assertEquals(ClusteredRate.Method.PLAIN, rate.method());
        assertEquals(RateInterval.wilson(12, 20, 0.95), rate.limits());
    }

    @Test
    void neverClaimsMoreInformationThanCases() {
        ClusterSums alike =
                ClusterSums.ofOne(3, 10).plus(ClusterSums.ofOne(3, 10)).plus(ClusterSums.ofOne(3, 10));
        ClusteredRate rate = ClusteredRate.of(alike, 0.95);
        assertEquals(30, rate.effectiveCases());
        assertTrue(rate.limits().contains(0.3));
    }

    @Test
    void hasNoRateWithoutCases() {
        assertThrows(IllegalArgumentException.class, () -> ClusteredRate.of(new ClusterSums(0, 0, 0, 0, 0, 0), 0.95));
    }
}
