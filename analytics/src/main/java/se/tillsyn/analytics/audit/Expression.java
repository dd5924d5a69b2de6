package se.tillsyn.analytics.audit;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sum of unknown counts, each with a coefficient. A published total is one with the coefficients 1.
 *
 * <p>A coefficient is understood as the decimal number that {@link Double#toString(double)} writes.
 */
public final class Expression {

    private final int[] unknowns;
    private final double[] coefficients;

    private Expression(int[] unknowns, double[] coefficients) {
        this.unknowns = unknowns;
        this.coefficients = coefficients;
    }

    /** One unknown alone. */
    public static Expression of(int unknown) {
        return sum(unknown);
    }

    /**
     * The plain sum of some unknowns.
     *
     * @param unknowns numbers of the unknowns, 0 or more, each once
     */
    public static Expression sum(int... unknowns) {
        int[] sorted = unknowns.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] < 0 || (i > 0 && sorted[i] == sorted[i - 1])) {
                throw new IllegalArgumentException("expression: expected different unknowns with numbers from 0");
            }
        }
        double[] ones = new double[sorted.length];
        Arrays.fill(ones, 1);
        return new Expression(sorted, ones);
    }

    /**
     * A sum with coefficients.
     *
     * @param coefficients coefficient of each unknown, finite; unknowns with coefficient 0 are left out
     */
    public static Expression of(Map<Integer, Double> coefficients) {
        TreeMap<Integer, Double> sorted = new TreeMap<>(coefficients);
        sorted.values().removeIf(coefficient -> coefficient == 0);
        if (!sorted.isEmpty() && sorted.firstKey() < 0) {
            throw new IllegalArgumentException("expression: expected unknowns with numbers from 0");
        }
        if (!sorted.values().stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("expression: expected finite coefficients");
        }
        return new Expression(
                sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
                sorted.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The sum of both. */
    public Expression plus(Expression other) {
        return combined(other, 1);
    }

    /** This less the other. */
    public Expression minus(Expression other) {
        return combined(other, -1);
    }

    private Expression combined(Expression other, int sign) {
        Map<Integer, Double> sum = new TreeMap<>();
        for (int i = 0; i < unknowns.length; i++) {
            sum.put(unknowns[i], coefficients[i]);
        }
        for (int i = 0; i < other.unknowns.length; i++) {
            sum.merge(other.unknowns[i], sign * other.coefficients[i], Double::sum);
        }
        return of(sum);
    }

    /** The same sum over unknowns whose numbers are higher by {@code distance}, 0 or more. */
    public Expression shifted(int distance) {
        return new Expression(
                Arrays.stream(unknowns).map(unknown -> unknown + distance).toArray(), coefficients);
    }

    /** The sum when the unknowns have these values. */
    public double valueAt(double[] values) {
        double sum = 0;
        for (int i = 0; i < unknowns.length; i++) {
            sum += coefficients[i] * values[unknowns[i]];
        }
        return sum;
    }

    /** Number of unknowns in the sum. */
    int size() {
        return unknowns.length;
    }

    int unknown(int term) {
        return unknowns[term];
    }

    double coefficient(int term) {
        return coefficients[term];
    }
}
