package se.tillsyn.analytics.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

class AttackTest {

    private static final int DRAWS = 150;

    @Test
    void realBoundsAreThoseOfAnotherSolver() {
        for (int seed = 0; seed < DRAWS; seed++) {
            DrawnSystem drawn = DrawnSystem.of(seed);
            Expression target = target(seed, drawn);
            Bounds bounds = Attack.on(drawn.system()).realBounds(target);
            assertEquals(solved(drawn, target, 1), bounds.min(), 1e-5, "seed " + seed);
            assertEquals(-solved(drawn, target, -1), bounds.max(), 1e-5, "seed " + seed);
        }
    }

    private static double solved(DrawnSystem drawn, Expression target, int sign) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        for (int unknown = 0; unknown < drawn.truth().length; unknown++) {
            model.addVariable("x" + unknown).lower(0).upper(DrawnSystem.LARGEST);
        }
        int number = 0;
        for (Released figure : drawn.system().released()) {
            put(
                    figure.sum(),
                    1,
                    model.addExpression("released" + number++)
                            .lower(figure.min())
                            .upper(figure.max()));
        }
        put(target, sign, model.addExpression("target").weight(1));
        Optimisation.Result result = model.minimise();
        assertTrue(result.getState().isOptimal());
        return result.getValue();
    }

    private static void put(Expression sum, int sign, org.ojalgo.optimisation.Expression row) {
        for (int term = 0; term < sum.size(); term++) {
            row.set(sum.unknown(term), sign * sum.coefficient(term));
        }
    }

    @Test
    void wholeBoundsAreThoseOfAllTables() {
        for (int seed = 0; seed < DRAWS; seed++) {
            DrawnSystem drawn = DrawnSystem.of(seed);
            if (drawn.truth().length <= 5) {
                Expression target = target(seed, drawn);
                assertEquals(
                        enumerated(drawn, target), Attack.on(drawn.system()).wholeBounds(target), "seed " + seed);
            }
        }
    }

    private static Bounds enumerated(DrawnSystem drawn, Expression target) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double[] table = new double[drawn.truth().length];
        for (int code = 0; code < Math.pow(DrawnSystem.LARGEST + 1, table.length); code++) {
            int rest = code;
            for (int unknown = 0; unknown < table.length; unknown++) {
                table[unknown] = rest % (DrawnSystem.LARGEST + 1);
                rest /= DrawnSystem.LARGEST + 1;
            }
            if (drawn.system().released().stream().allMatch(figure -> {
                double value = figure.sum().valueAt(table);
                return figure.min() <= value && value <= figure.max();
            })) {
                min = Math.min(min, target.valueAt(table));
                max = Math.max(max, target.valueAt(table));
            }
        }
        return new Bounds(min, max);
    }

    private static Expression target(int seed, DrawnSystem drawn) {
        return DrawnSystem.sum(new SplittableRandom(1000 + seed), drawn.truth().length);
    }

    @Test
    void boundsNestAndHoldTheTruth() {
        for (int seed = 0; seed < DRAWS; seed++) {
            DrawnSystem drawn = DrawnSystem.of(seed);
            Attack attack = Attack.on(drawn.system());
            Expression target = target(seed, drawn);
            Bounds real = attack.realBounds(target);
            Bounds whole = attack.wholeBounds(target);
            double truth = target.valueAt(drawn.truth());
            assertTrue(real.min() <= whole.min() + 1e-6 && whole.max() <= real.max() + 1e-6);
            assertTrue(whole.min() <= truth && truth <= whole.max());
            if (attack.isDerivable(target)) {
                assertEquals(truth, real.min(), 1e-6);
                assertTrue(real.isExact());
            }
        }
    }

    @Test
    void aFurtherFigureNeverWidens() {
        for (int seed = 0; seed < DRAWS; seed++) {
            DrawnSystem drawn = DrawnSystem.of(seed);
            Expression target = target(seed, drawn);
            Expression more = target(seed + 7, drawn);
            Bounds before = Attack.on(drawn.system()).realBounds(target);
            Bounds after = Attack.on(drawn.system().with(List.of(Released.exactly(more, more.valueAt(drawn.truth())))))
                    .realBounds(target);
            assertTrue(after.min() >= before.min() - 1e-6 && after.max() <= before.max() + 1e-6);
        }
    }

    @Test
    void findsTheSameNarrowSumsAsTheirBounds() {
        for (int seed = 0; seed < DRAWS; seed++) {
            DrawnSystem drawn = DrawnSystem.of(seed);
            Attack attack = Attack.on(drawn.system());
            List<ProtectedSum> sums = IntStream.range(0, drawn.truth().length)
                    .mapToObj(unknown -> new ProtectedSum(Expression.of(unknown), 3))
                    .toList();
            List<ProtectedSum> narrow = sums.stream()
                    .filter(sum -> attack.wholeBounds(sum.sum()).width() < 3)
                    .toList();
            assertEquals(narrow, attack.tooNarrow(sums), "seed " + seed);
        }
    }

    @Test
    void aLoneWithheldCellIsDerivableAndAPairIsNot() {
        LinearSystem total = LinearSystem.ofCounts(3).with(List.of(Released.exactly(Expression.sum(0, 1, 2), 35)));
        LinearSystem oneLeft =
                total.with(List.of(Released.exactly(Expression.of(1), 12), Released.exactly(Expression.of(2), 20)));

        assertTrue(Attack.on(oneLeft).isDerivable(Expression.of(0)));
        assertFalse(Attack.on(total).isDerivable(Expression.of(0)));
        assertEquals(new Bounds(0, 35), Attack.on(total).realBounds(Expression.of(0)));
    }

    @Test
    void zeroTotalTellsItsPartsByTheirSignAlone() {
        Attack attack = Attack.on(LinearSystem.ofCounts(2).with(List.of(Released.exactly(Expression.sum(0, 1), 0))));

        assertFalse(attack.isDerivable(Expression.of(0)));
        assertTrue(attack.realBounds(Expression.of(0)).isExact());
    }

    @Test
    void aCountWithoutReleasedSumsIsUnlimited() {
        Attack attack = Attack.on(LinearSystem.ofCounts(1));

        assertEquals(new Bounds(0, Double.POSITIVE_INFINITY), attack.realBounds(Expression.of(0)));
        assertEquals(new Bounds(0, Double.POSITIVE_INFINITY), attack.wholeBounds(Expression.of(0)));
        assertEquals(List.of(), attack.tooNarrow(List.of(new ProtectedSum(Expression.of(0), 3))));
    }

    @Test
    void separatePartsAreSearchedApartAndAdded() {
        LinearSystem system = LinearSystem.ofCounts(4)
                .with(List.of(Released.exactly(Expression.sum(0, 1), 4), Released.exactly(Expression.sum(2, 3), 5)));

        assertEquals(new Bounds(0, 9), Attack.on(system).wholeBounds(Expression.sum(0, 2)));
        assertTrue(Attack.on(system).isDerivable(Expression.sum(0, 1, 2, 3)));
    }

    @Test
    void halvesAreNoCounts() {
        Expression twice = Expression.of(0).plus(Expression.of(0));
        LinearSystem system = LinearSystem.ofCounts(2)
                .with(List.of(new Released(twice, 3, 5), Released.exactly(Expression.sum(0, 1), 4)));

        assertEquals(new Bounds(1.5, 2.5), Attack.on(system).realBounds(Expression.of(0)));
        assertEquals(new Bounds(2, 2), Attack.on(system).wholeBounds(Expression.of(0)));
    }

    @Test
    void nothingIsKnownExactlyOfNothing() {
        Attack attack = Attack.on(LinearSystem.ofCounts(0));

        assertTrue(attack.isDerivable(Expression.sum()));
        assertEquals(new Bounds(0, 0), attack.realBounds(Expression.sum()));
    }

    @Test
    void refusesFiguresThatContradictEachOther() {
        LinearSystem different = LinearSystem.ofCounts(3)
                .with(List.of(
                        Released.exactly(Expression.sum(0, 1), 4),
                        Released.exactly(Expression.sum(1, 2), 4),
                        Released.exactly(Expression.sum(0, 2), 9)));
        LinearSystem halves = LinearSystem.ofCounts(3)
                .with(List.of(
                        Released.exactly(Expression.sum(0, 1), 1),
                        Released.exactly(Expression.sum(1, 2), 1),
                        Released.exactly(Expression.sum(0, 2), 1)));

        String message = "released figures: expected at least one table of counts that has them all, found none";
        assertEquals(
                message,
                assertThrows(ContradictionException.class, () -> Attack.on(different)
                                .realBounds(Expression.of(0)))
                        .getMessage());
        assertThrows(ContradictionException.class, () -> Attack.on(halves).wholeBounds(Expression.of(0)));
    }

    @Test
    void refusesUnknownsThatAreNotThere() {
        Attack attack = Attack.on(LinearSystem.ofCounts(2));

        assertEquals(
                "expression: expected unknowns below 2, found 5",
                assertThrows(IllegalArgumentException.class, () -> attack.isDerivable(Expression.of(5)))
                        .getMessage());
    }
}
