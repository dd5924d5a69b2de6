package se.tillsyn.analytics.disclosure.perturbation;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.analytics.disclosure.perturbation.PerturbationTable.Outcome;

/**
 * The distribution of maximum entropy on some whole numbers with mean 0 and a given variance: {@code p(v)} proportional to
 * {@code exp(a v + b v²)}, with a and b from Newton's method on the convex dual {@code log Σ exp(a v + b v²) − b V}.
 */
final class MaximumEntropy {

    private static final int MOST_STEPS = 500;
    private static final double REACHED = 1e-12;

    private MaximumEntropy() {}

    /** @throws IllegalArgumentException when no distribution on the numbers has mean 0 and the variance */
    static List<Outcome> of(List<Integer> numbers, double variance) {
        double a = 0;
        double b = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] p = distribution(numbers, a, b);
            double mean = moment(numbers, p, 1);
            double square = moment(numbers, p, 2);
            double first = mean;
            double second = square - variance;
            if (Math.abs(first) < REACHED && Math.abs(second) < REACHED * Math.max(1, variance)) {
                return outcomes(numbers, p);
            }
            double aa = square - mean * mean;
            double ab = moment(numbers, p, 3) - mean * square;
            double bb = moment(numbers, p, 4) - square * square;
            double determinant = aa * bb - ab * ab;
            if (!(determinant > 0)) {
                break;
            }
            double da = (bb * first - ab * second) / determinant;
            double db = (aa * second - ab * first) / determinant;
            double decrease = da * first + db * second;
            double length = 1;
            double now = dual(numbers, a, b, variance);
            while (length > 1e-10
                    && dual(numbers, a - length * da, b - length * db, variance)
                            > now - 1e-4 * length * decrease + 1e-15) {
                length /= 2;
            }
            a -= length * da;
            b -= length * db;
        }
        throw new IllegalArgumentException("perturbation table: expected noise that can have mean 0 and variance "
                + variance + ", found noise " + numbers);
    }

    private static double largestExponent(List<Integer> numbers, double a, double b) {
        return numbers.stream()
                .mapToDouble(v -> a * v + b * v * v)
                .max()
                .orElseThrow(() -> new IllegalArgumentException("perturbation table: expected some noise"));
    }

    private static double dual(List<Integer> numbers, double a, double b, double variance) {
        double largest = largestExponent(numbers, a, b);
        double sum = 0;
        for (int v : numbers) {
            sum += Math.exp(a * v + b * v * v - largest);
        }
        return Math.log(sum) + largest - b * variance;
    }

    private static double[] distribution(List<Integer> numbers, double a, double b) {
        double largest = largestExponent(numbers, a, b);
        double[] p = new double[numbers.size()];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double v = numbers.get(i);
            p[i] = Math.exp(a * v + b * v * v - largest);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    private static double moment(List<Integer> numbers, double[] p, int power) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] * Math.pow(numbers.get(i), power);
        }
        return sum;
    }

    private static List<Outcome> outcomes(List<Integer> numbers, double[] p) {
        List<Outcome> outcomes = new ArrayList<>();
        double upTo = 0;
        for (int i = 0; i < p.length; i++) {
            upTo = i == p.length - 1 ? 1 : upTo + p[i];
            outcomes.add(new Outcome(numbers.get(i), p[i], upTo));
        }
        return outcomes;
    }
}
