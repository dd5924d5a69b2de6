package se.tillsyn.analytics.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinearSystemTest {

    private static final long PRIME = 2_147_483_647L;

    @Test
    void expressionsAddTermByTerm() {
        Expression sum =
                Expression.sum(0, 2).plus(Expression.of(Map.of(2, 1.5))).minus(Expression.of(0));

        assertEquals(25, sum.valueAt(new double[] {100, 100, 10}));
        assertEquals(25, sum.shifted(1).valueAt(new double[] {7, 100, 100, 10}));
        assertEquals(1, sum.size());
    }

    @Test
    void refusesBadExpressions() {
        String message = "expression: expected different unknowns with numbers from 0";
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Expression.sum(1, 1))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Expression.of(-1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Expression.of(Map.of(-1, 1.0)));
        assertEquals(
                "expression: expected finite coefficients",
                assertThrows(IllegalArgumentException.class, () -> Expression.of(Map.of(1, Double.NaN)))
                        .getMessage());
    }

    @Test
    void refusesCrossedLimits() {
        assertThrows(IllegalArgumentException.class, () -> new Bounds(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Released(Expression.of(0), Double.NaN, 1));
        assertThrows(
                IllegalArgumentException.class, () -> LinearSystem.ofCounts(1).withLimits(0, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new ProtectedSum(Expression.of(0), 0));
    }

    @Test
    void randomSolutionVanishesOnEveryEquation() {
        List<Expression> equations =
                List.of(Expression.sum(0, 1, 2, 3), Expression.sum(0, 1), Expression.of(Map.of(1, 0.5, 2, -2.0)));
        ModularEchelon echelon = ModularEchelon.of(5, equations, PRIME);
        long[] vector = echelon.randomKernelVector(1);

        assertEquals(3, echelon.rank());
        for (Expression equation : equations) {
            long sum = 0;
            for (int term = 0; term < equation.size(); term++) {
                sum = (sum + ModularEchelon.residue(equation.coefficient(term), PRIME) * vector[equation.unknown(term)])
                        % PRIME;
            }
            assertEquals(0, sum);
        }
        assertTrue(vector[4] != 0 && vector[0] != 0);
        assertArrayEquals(vector, ModularEchelon.of(5, equations, PRIME).randomKernelVector(1));
    }

    @Test
    void dependentEquationsAddNoRank() {
        List<Expression> equations = List.of(Expression.sum(0, 1), Expression.sum(1, 2), Expression.sum(0, 1, 2));

        assertEquals(3, ModularEchelon.of(3, equations, PRIME).rank());
        assertEquals(
                2,
                ModularEchelon.of(3, List.of(Expression.sum(0, 1), Expression.sum(0, 1), Expression.of(2)), PRIME)
                        .rank());
    }

    @Test
    void decimalsAreFractionsOfTheField() {
        long tenth = ModularEchelon.residue(0.1, PRIME);

        assertEquals(1, tenth * 10 % PRIME);
        assertEquals(PRIME - 3, ModularEchelon.residue(-3, PRIME));
        assertEquals(ModularEchelon.residue(-0.7, PRIME), (PRIME - 7) * tenth % PRIME);
    }

    @Test
    void sumsFollowWhateverTheCountsAre() {
        LinearSpan span = LinearSpan.of(LinearSystem.ofCounts(3)
                .with(List.of(
                        Released.exactly(Expression.sum(0, 1), 5),
                        Released.exactly(Expression.sum(1, 2), 5),
                        new Released(Expression.of(0), 1, 2))));

        assertTrue(span.contains(Expression.of(0).minus(Expression.of(2))));
        assertFalse(span.contains(Expression.of(0)));
    }

    @Test
    void limitsPassFromSumToSum() {
        Propagation limits = Propagation.of(LinearSystem.ofCounts(4)
                .with(List.of(
                        Released.exactly(Expression.sum(0, 1), 0),
                        Released.exactly(Expression.sum(1, 2), 7),
                        new Released(Expression.sum(2, 3), Double.NEGATIVE_INFINITY, 9))));

        assertTrue(limits.isFixed(0) && limits.isFixed(2));
        assertEquals(7, limits.lower(2));
        assertEquals(2, limits.upper(3));
    }
}
