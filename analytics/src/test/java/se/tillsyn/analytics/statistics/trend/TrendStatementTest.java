package se.tillsyn.analytics.statistics.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.Proportion;

class TrendStatementTest {

    private static List<Proportion> rising(int periods) {
        return IntStream.range(0, periods)
                .mapToObj(i -> new Proportion(100 + 25L * i, 1000))
                .toList();
    }

    @Test
    void theNumberOfPeriodsChoosesTheMethod() {
        assertEquals(
                new TrendStatement(TrendStatement.Basis.TOO_FEW_PERIODS, Direction.NONE),
                TrendStatement.ofProportions(rising(4)));
        assertEquals(
                new TrendStatement(TrendStatement.Basis.RECENT_MARKER, Direction.INCREASING),
                TrendStatement.ofProportions(rising(5)));
        assertEquals(
                TrendStatement.Basis.RECENT_MARKER,
                TrendStatement.ofProportions(rising(11)).basis());
        assertEquals(
                new TrendStatement(TrendStatement.Basis.CONTROL_CHART, Direction.INCREASING),
                TrendStatement.ofProportions(rising(12)));
        assertEquals(
                new TrendStatement(TrendStatement.Basis.TOO_FEW_PERIODS, Direction.NONE),
                TrendStatement.ofProportions(List.of()));
    }

    @Test
    void estimatesFollowTheSameRule() {
        double[] falling = IntStream.range(0, 12).mapToDouble(i -> 50 - 2 * i).toArray();
        double[] errors = IntStream.range(0, 12).mapToDouble(i -> 1).toArray();
        assertEquals(
                new TrendStatement(TrendStatement.Basis.CONTROL_CHART, Direction.DECREASING),
                TrendStatement.ofEstimates(falling, errors));
        assertEquals(
                new TrendStatement(TrendStatement.Basis.RECENT_MARKER, Direction.NONE),
                TrendStatement.ofEstimates(new double[] {1, 2, 3, 4, 5}, new double[5]));
    }

    @Test
    void overdispersedProportionsGiveNoDirection() {
        List<Proportion> wild = List.of(
                new Proportion(2900, 10000),
                new Proportion(3250, 10000),
                new Proportion(2980, 10000),
                new Proportion(3130, 10000),
                new Proportion(3200, 10000));
        assertEquals(
                Direction.INCREASING,
                RecentTrend.ofProportions(wild).orElseThrow().direction());
        assertEquals(
                new TrendStatement(TrendStatement.Basis.RECENT_MARKER, Direction.NONE),
                TrendStatement.ofProportions(wild));
    }

    @Test
    void refusesADirectionFromTooFewPeriods() {
        assertEquals(
                "expected no direction from too few periods",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new TrendStatement(TrendStatement.Basis.TOO_FEW_PERIODS, Direction.INCREASING))
                        .getMessage());
    }
}
