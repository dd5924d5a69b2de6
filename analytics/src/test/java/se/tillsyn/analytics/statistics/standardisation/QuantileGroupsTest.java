package se.tillsyn.analytics.statistics.standardisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.statistics.standardisation.QuantileGroups.Order;

class QuantileGroupsTest {

    @Test
    void groupsAreEquallyLargeWhenTheyCanBe() {
        double[] values = IntStream.range(0, 50).asDoubleStream().toArray();
        assertEquals(
                10,
                QuantileGroups.assign(values, 10, Order.LOWEST_FIRST).stream()
                        .collect(Collectors.groupingBy(group -> group, Collectors.counting()))
                        .values()
                        .stream()
                        .filter(size -> size == 5)
                        .count());
    }

    @Test
    void equalValuesShareAGroupAndHighestFirstTurnsTheOrder() {
        double[] values = {1, 2, 2, 9};
        assertEquals(groups(1, 1, 1, 2), QuantileGroups.assign(values, 2, Order.LOWEST_FIRST));
        assertEquals(groups(2, 1, 1, 1), QuantileGroups.assign(values, 2, Order.HIGHEST_FIRST));
    }

    @Test
    void areasWithoutAValueHaveNoGroupAndDoNotCount() {
        double[] values = {1, Double.NaN, 2};
        assertEquals(
                List.of(OptionalInt.of(1), OptionalInt.empty(), OptionalInt.of(2)),
                QuantileGroups.assign(values, 2, Order.LOWEST_FIRST));
        assertEquals(
                List.of(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()),
                QuantileGroups.assign(values, 3, Order.LOWEST_FIRST));
        assertEquals(List.of(), QuantileGroups.assign(new double[0], 1, Order.LOWEST_FIRST));
    }

    @Test
    void refusesNoGroups() {
        assertThrows(IllegalArgumentException.class, () -> QuantileGroups.assign(new double[1], 0, Order.LOWEST_FIRST));
    }

    private static List<OptionalInt> groups(int... numbers) {
        return IntStream.of(numbers).mapToObj(OptionalInt::of).toList();
    }
}
