package se.tillsyn.analytics.disclosure.perturbation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.disclosure.perturbation.PerturbationTable.Outcome;

class PerturbationTableTest {

    private static final PerturbationTable TABLE = PerturbationTable.maximumEntropy(5, 3, 2);

    @Test
    void everyRowIsUnbiasedWithTheVarianceAndAvoidsSmallResults() {
        for (int count = 1; count < TABLE.rows().size(); count++) {
            double sum = 0;
            double mean = 0;
            double square = 0;
            for (Outcome outcome : TABLE.rows().get(count)) {
                sum += outcome.probability();
                mean += outcome.probability() * outcome.noise();
                square += outcome.probability() * outcome.noise() * outcome.noise();
                int result = count + outcome.noise();
                assertTrue(result == 0 || result > 2);
            }
            assertEquals(1, sum, 1e-12);
            assertEquals(0, mean, 1e-10);
            assertEquals(3, square, 1e-10);
        }
    }

    @Test
    void zeroStaysZero() {
        assertEquals(new PerturbationTable.Perturbed(0, 0, 0), TABLE.perturb(KeyedCount.NONE));
    }

    @Test
    void largeCountsUseTheLastRow() {
        KeyedCount large = new KeyedCount(1000, RandomKey.parse("0.5"));

        assertEquals(8, TABLE.perturb(large).row());
        assertTrue(Math.abs(TABLE.perturb(large).noise()) <= 5);
    }

    @Test
    void keysAddInAnyOrderWithoutDrift() {
        KeyedCount sum = KeyedCount.NONE;
        for (int i = 0; i < 10; i++) {
            sum = sum.plus(KeyedCount.ofRecord(RandomKey.parse("0.1")));
        }

        assertEquals(KeyedCount.NONE.key(), sum.key());
        assertEquals(10, sum.count());
        assertEquals("0.00000001", new RandomKey(1).toString());
    }

    @Test
    void refusesWhatCannotBe() {
        assertEquals(
                "random key: expected a decimal number with at most 8 decimals",
                assertThrows(IllegalArgumentException.class, () -> RandomKey.parse("0.123456789"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> RandomKey.parse("1"));
        assertThrows(IllegalArgumentException.class, () -> RandomKey.parse("x"));
        assertThrows(IllegalArgumentException.class, () -> new KeyedCount(-1, RandomKey.ZERO));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> PerturbationTable.maximumEntropy(5, 1, 2))
                .getMessage()
                .startsWith("perturbation table: expected noise that can have mean 0 and variance 1.0"));
        assertThrows(IllegalArgumentException.class, () -> PerturbationTable.maximumEntropy(0, 1, 0));
        assertThrows(
                IllegalArgumentException.class, () -> new PerturbationTable(List.of(List.of(new Outcome(-1, 1, 1)))));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PerturbationTable(List.of(List.of(new Outcome(0, 0.5, 0.5)))));
    }
}
