package se.tillsyn.analytics.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Row echelon form of equations modulo a prime, kept sparse: short equations first, pivots in the columns that stand in
 * the fewest equations. Arithmetic is exact.
 */
final class ModularEchelon {

    /** A row that starts with its pivot: coefficient 1 in {@code columns[0]}, none in pivots of earlier rows. */
    private static final class Row {
        private final int[] columns;
        private final long[] values;

        Row(int[] columns, long[] values) {
            this.columns = columns;
            this.values = values;
        }
    }

    private final long prime;
    private final int[] rankOfColumn;
    private final int[] uses;
    private final List<Row> rows = new ArrayList<>();
    private final long[] work;
    private final BitSet touched;

    private ModularEchelon(int columns, long prime) {
        this.prime = prime;
        this.rankOfColumn = new int[columns];
        this.uses = new int[columns];
        this.work = new long[columns];
        this.touched = new BitSet(columns);
        Arrays.fill(rankOfColumn, -1);
    }

    /**
     * Eliminates.
     *
     * @param columns number of unknowns
     * @param equations left-hand sides
     * @param prime less than 2 to the power of 31, so that products fit
     */
    static ModularEchelon of(int columns, List<Expression> equations, long prime) {
        ModularEchelon echelon = new ModularEchelon(columns, prime);
        for (Expression equation : equations) {
            for (int term = 0; term < equation.size(); term++) {
                echelon.uses[equation.unknown(term)]++;
            }
        }
        equations.stream().sorted(Comparator.comparingInt(Expression::size)).forEach(echelon::add);
        return echelon;
    }

    /** Number of independent equations. */
    int rank() {
        return rows.size();
    }

    private void add(Expression equation) {
        BitSet pending = new BitSet(rows.size());
        for (int term = 0; term < equation.size(); term++) {
            put(equation.unknown(term), residue(equation.coefficient(term), prime), pending);
        }
        // Rows hold no pivot of an earlier row, so one pass by rank removes all pivots.
        for (int rank = pending.nextSetBit(0); rank >= 0; rank = pending.nextSetBit(rank + 1)) {
            Row row = rows.get(rank);
            long factor = work[row.columns[0]];
            if (factor != 0) {
                for (int i = 0; i < row.columns.length; i++) {
                    int column = row.columns[i];
                    put(column, (work[column] + (prime - factor) * row.values[i]) % prime, pending);
                }
            }
        }
        keep();
    }

    private void put(int column, long value, BitSet pending) {
        work[column] = value;
        touched.set(column);
        if (rankOfColumn[column] >= 0) {
            pending.set(rankOfColumn[column]);
        }
    }

    private void keep() {
        int[] columns = touched.stream().filter(column -> work[column] != 0).toArray();
        if (columns.length > 0) {
            int best = 0;
            for (int i = 1; i < columns.length; i++) {
                if (uses[columns[i]] < uses[columns[best]]) {
                    best = i;
                }
            }
            int pivot = columns[best];
            columns[best] = columns[0];
            columns[0] = pivot;
            long inverse = BigInteger.valueOf(work[pivot])
                    .modInverse(BigInteger.valueOf(prime))
                    .longValueExact();
            long[] values = new long[columns.length];
            for (int i = 0; i < columns.length; i++) {
                values[i] = work[columns[i]] * inverse % prime;
            }
            rankOfColumn[pivot] = rows.size();
            rows.add(new Row(columns, values));
        }
        touched.stream().forEach(column -> work[column] = 0);
        touched.clear();
    }

    /** Unknowns that no equation is solved for. */
    int[] freeColumns() {
        return IntStream.range(0, rankOfColumn.length)
                .filter(column -> rankOfColumn[column] < 0)
                .toArray();
    }

    /** Rows in which each column stands without being the pivot. */
    List<List<Integer>> rowsByColumn() {
        List<List<Integer>> byColumn = new ArrayList<>();
        for (int column = 0; column < rankOfColumn.length; column++) {
            byColumn.add(new ArrayList<>());
        }
        for (int rank = 0; rank < rows.size(); rank++) {
            int[] columns = rows.get(rank).columns;
            for (int i = 1; i < columns.length; i++) {
                byColumn.get(columns[i]).add(rank);
            }
        }
        return byColumn;
    }

    /**
     * The solution of the equations with right-hand sides 0 in which one free unknown is 1 and the others are 0.
     *
     * @param free the free unknown
     * @param rowsByColumn as {@link #rowsByColumn()} gives it
     * @return values other than 0 by unknown
     */
    Map<Integer, Long> kernelVector(int free, List<List<Integer>> rowsByColumn) {
        Map<Integer, Long> vector = new TreeMap<>(Map.of(free, 1L));
        BitSet pending = new BitSet(rows.size());
        rowsByColumn.get(free).forEach(pending::set);
        for (int rank = pending.length() - 1; rank >= 0; rank = pending.previousSetBit(rank - 1)) {
            Row row = rows.get(rank);
            long sum = 0;
            for (int i = 1; i < row.columns.length; i++) {
                sum = (sum + row.values[i] * vector.getOrDefault(row.columns[i], 0L)) % prime;
            }
            if (sum != 0) {
                vector.put(row.columns[0], prime - sum);
                rowsByColumn.get(row.columns[0]).forEach(pending::set);
            }
        }
        return vector;
    }

    /** A random solution of the equations with right-hand sides 0. */
    long[] randomKernelVector(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] vector = new long[rankOfColumn.length];
        for (int column = 0; column < vector.length; column++) {
            if (rankOfColumn[column] < 0) {
                vector[column] = random.nextLong(prime);
            }
        }
        for (int rank = rows.size() - 1; rank >= 0; rank--) {
            Row row = rows.get(rank);
            long sum = 0;
            for (int i = 1; i < row.columns.length; i++) {
                sum = (sum + row.values[i] * vector[row.columns[i]]) % prime;
            }
            vector[row.columns[0]] = (prime - sum) % prime;
        }
        return vector;
    }

    /** The decimal number that the double stands for, as an element of the field. */
    static long residue(double number, long prime) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Math.floorMod((long) number, prime);
        }
        BigDecimal decimal = new BigDecimal(Double.toString(number));
        BigInteger modulus = BigInteger.valueOf(prime);
        BigInteger scale = BigInteger.TEN.modPow(BigInteger.valueOf(decimal.scale()), modulus);
        return decimal.unscaledValue()
                .multiply(scale.modInverse(modulus))
                .mod(modulus)
                .longValueExact();
    }
}
