package se.tillsyn.analytics.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What travels between tasks arrives as it was, and can be added to. */
class TransportTest {

    @Test
    void rowsArriveAsTheyWereInSeveralPieces() throws Exception {
        for (int size : new int[] {0, 1, 64, 10_923, 40_000}) {
            LongRows rows = new LongRows(3);
            for (int i = 0; i < size; i++) {
                rows.add(i, -7L * i, Long.MIN_VALUE + i);
            }

            LongRows arrived = sent(rows);
            arrived.add(1, 2, 3);

            assertEquals(size + 1, arrived.rows());
            for (int i = 0; i < size; i++) {
                assertEquals(i, arrived.at(i, 0));
                assertEquals(-7L * i, arrived.at(i, 1));
                assertEquals(Long.MIN_VALUE + i, arrived.at(i, 2));
            }
            assertEquals(3, arrived.at(size, 2));
        }
    }

    @Test
    void sumsArriveAsTheyWere() throws Exception {
        long[] amounts = {0, 1, 127, 128, 16_383, 16_384, 1L << 40, Long.MAX_VALUE};
        SplittableRandom random = new SplittableRandom(11);
        CellSums sums = new CellSums();
        Map<Long, long[]> expected = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            long key = random.nextLong(1L << CellKey.FREE_SHIFT);
            int which = random.nextInt(CellSums.MARKS + 1);
            long amount = amounts[random.nextInt(amounts.length)];
            sums.add(key, which, amount);
            expected.computeIfAbsent(key, any -> new long[CellSums.MARKS + 1])[which] += amount;
        }

        CellSums arrived = sent(sums);

        assertEquals(expected.size(), arrived.size());
        expected.forEach((key, amountsOfCell) -> {
            int cell = arrived.find(key);
            assertTrue(cell >= 0);
            for (int which = 0; which < amountsOfCell.length; which++) {
                assertEquals(amountsOfCell[which], arrived.sum(cell, which));
            }
        });
        assertEquals(0, sent(new CellSums()).size());
    }

    @Test
    void valuesAreCountedByCellInTheirOrder() throws Exception {
        SplittableRandom random = new SplittableRandom(12);
        ValueCounts left = new ValueCounts();
        ValueCounts right = new ValueCounts();
        Map<Long, Map<Double, long[]>> expected = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            long key = random.nextLong(40);
            double value = (random.nextInt(200) - 20) / 4.0;
            boolean whole = random.nextBoolean();
            (random.nextBoolean() ? left : right).add(key, value, whole ? 1 : 0, whole ? 0 : 1);
            expected.computeIfAbsent(key, any -> new TreeMap<>())
                    .computeIfAbsent(value, any -> new long[2])[whole ? 0 : 1]++;
        }

        ValueCounts arrived = sent(left);
        arrived.merge(sent(right));

        Map<Long, List<CountedValue>> inOrder = new TreeMap<>();
        expected.forEach((key, values) -> inOrder.put(
                key,
                values.entrySet().stream()
                        .map(value -> new CountedValue(value.getKey(), value.getValue()[0], value.getValue()[1]))
                        .toList()));
        assertEquals(
                List.copyOf(inOrder.entrySet()), List.copyOf(arrived.byCell().entrySet()));
    }

    @SuppressWarnings("unchecked")
    private static <T> T sent(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
