package se.tillsyn.analytics.audit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Small square tables whose row and column sums are published: every number that a cell can have is counted out beside. */
class NearbyTablesTest {

    private static final int SIDE = 3;
    private static final int CELLS = SIDE * SIDE;
    private static final int MOST = 4;

    @Test
    void findsTheNumbersThatACellCanHaveAndNoOthers() {
        SplittableRandom random = new SplittableRandom(7);
        int possible = 0;
        for (int draw = 0; draw < 60; draw++) {
            long[][] table = {drawn(random), drawn(random)};
            Lattice lattice = lattice();
            Ranges ranges = ranges(lattice, table);
            NearbyTables nearby = new NearbyTables(lattice, ranges, table);
            for (int measure : List.of(Ranges.DEFICIENT, Ranges.MET)) {
                List<long[]> all = tablesWithSumsOf(table[measure]);
                for (int cell = 0; cell < CELLS; cell++) {
                    int at = cell;
                    TreeSet<Long> numbers = new TreeSet<>();
                    all.forEach(some -> numbers.add(some[at]));
                    for (long wanted = -1; wanted <= numbers.last() + 1; wanted++) {
                        assertEquals(numbers.contains(wanted), nearby.find(measure, cell, wanted, 1000));
                        if (numbers.contains(wanted)) {
                            assertFits(all, tableOf(nearby, table[measure]), cell, wanted);
                            possible++;
                        }
                    }
                }
            }
        }
        assertTrue(possible > 60 * 2 * CELLS * 2, "drawn tables hold more than one number a cell: " + possible);
    }

    private static void assertFits(List<long[]> all, long[] found, int cell, long wanted) {
        assertEquals(wanted, found[cell]);
        long[] inside = Arrays.copyOf(found, CELLS);
        assertTrue(all.stream().anyMatch(some -> Arrays.equals(some, inside)));
    }

    private static long[] tableOf(NearbyTables nearby, long[] before) {
        long[] found = before.clone();
        for (int i = 0; i < nearby.changed(); i++) {
            found[nearby.changed(i)] = nearby.number(nearby.changed(i));
        }
        return found;
    }

    @Test
    void mendsRealTablesToWholeOnes() {
        SplittableRandom random = new SplittableRandom(11);
        for (int draw = 0; draw < 60; draw++) {
            long[][] table = {drawn(random), drawn(random)};
            Lattice lattice = lattice();
            Ranges ranges = ranges(lattice, table);

            long[][] mended = NearbyTables.mended(lattice, ranges, evenly(table[0]), evenly(table[1]));

            assertNotNull(mended);
            for (int measure = 0; measure < 2; measure++) {
                long[] inside = Arrays.copyOf(mended[measure], CELLS);
                assertTrue(tablesWithSumsOf(table[measure]).stream().anyMatch(some -> Arrays.equals(some, inside)));
            }
        }
    }

    @Test
    void findsNoTableWhereThereIsNone() {
        long[][] table = {new long[CELLS + 2 * SIDE], new long[CELLS + 2 * SIDE]};
        Lattice lattice = lattice();
        Ranges ranges = new Ranges(lattice);
        for (int sum = 0; sum < SIDE; sum++) {
            // Rows come to 1 each and columns to 2.
            ranges.narrow(Ranges.DEFICIENT, CELLS + sum, 1, 1);
            ranges.narrow(Ranges.DEFICIENT, CELLS + SIDE + sum, 2, 2);
        }

        assertNull(NearbyTables.mended(lattice, ranges, evenly(table[0]), evenly(table[1])));
    }

    /** As much in every cell of a row as in the others. */
    private static double[] evenly(long[] table) {
        double[] guide = new double[table.length];
        for (int i = 0; i < guide.length; i++) {
            guide[i] = i < CELLS ? table[CELLS + i / SIDE] / (double) SIDE : table[i];
        }
        return guide;
    }

    /** Cells row by row, then sums of rows, then of columns. */
    private static long[] drawn(SplittableRandom random) {
        long[] table = new long[CELLS + 2 * SIDE];
        for (int cell = 0; cell < CELLS; cell++) {
            table[cell] = random.nextInt(MOST);
            table[CELLS + cell / SIDE] += table[cell];
            table[CELLS + SIDE + cell % SIDE] += table[cell];
        }
        return table;
    }

    private static Lattice lattice() {
        List<@Nullable RateCell> cells = new ArrayList<>(Collections.nCopies(CELLS + 2 * SIDE, null));
        List<Lattice.Sum> sums = new ArrayList<>();
        for (int side = 0; side < SIDE; side++) {
            List<Integer> row = new ArrayList<>();
            List<Integer> column = new ArrayList<>();
            for (int other = 0; other < SIDE; other++) {
                row.add(side * SIDE + other);
                column.add(other * SIDE + side);
            }
            sums.add(new Lattice.Sum(CELLS + side, row, Lattice.ZERO, "rows"));
            sums.add(new Lattice.Sum(CELLS + SIDE + side, column, Lattice.ZERO, "columns"));
        }
        return new Lattice(cells, sums, Map.of(), List.of());
    }

    /** Sums are published. */
    private static Ranges ranges(Lattice lattice, long[][] table) {
        Ranges ranges = new Ranges(lattice);
        for (int measure = 0; measure < 2; measure++) {
            for (int sum = CELLS; sum < table[measure].length; sum++) {
                ranges.narrow(measure, sum, table[measure][sum], table[measure][sum]);
            }
        }
        return ranges;
    }

    /** Four cells leave one way for the others. */
    private static List<long[]> tablesWithSumsOf(long[] table) {
        List<long[]> all = new ArrayList<>();
        long[] row = Arrays.copyOfRange(table, CELLS, CELLS + SIDE);
        long[] column = Arrays.copyOfRange(table, CELLS + SIDE, CELLS + 2 * SIDE);
        for (long a = 0; a <= row[0]; a++) {
            for (long b = 0; a + b <= row[0]; b++) {
                for (long c = 0; c <= row[1]; c++) {
                    for (long d = 0; c + d <= row[1]; d++) {
                        long[] some = {a, b, row[0] - a - b, c, d, row[1] - c - d, 0, 0, 0};
                        for (int at = 0; at < SIDE; at++) {
                            some[2 * SIDE + at] = column[at] - some[at] - some[SIDE + at];
                        }
                        if (Arrays.stream(some).allMatch(number -> number >= 0)) {
                            all.add(some);
                        }
                    }
                }
            }
        }
        return all;
    }
}
