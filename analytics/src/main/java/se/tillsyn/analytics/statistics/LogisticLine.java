package se.tillsyn.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Straight line through log odds: {@code ln(p/(1 − p)) = a + b s} for proportions at scores s.
 *
 * <p>Maximum likelihood of the binomial by iterated weighted least squares, from {@code (x + 0.5)/(n + 1)} until the deviance
 * changes by less than 1e-8 of itself plus 0.1. The variances use the weights of the last step, as statistical programs do, so that
 * they equal theirs also in the sixth figure. The slope is the change in log odds per unit of score. Numerator and denominator
 * may be fractional; a point without cases is as if absent.
 *
 * <p>There is no line when all scores are equal, when no case or every case is deficient, or when the scores separate the
 * deficient cases from the others (no deficient case has a lower score than another case, or none a higher one): the
 * likelihood then grows without bound.
 *
 * <p>Assumes independent cases; {@link #dispersion()} above 1 says that they vary more, {@link #robust()} holds variances that
 * do not need the assumption. Source: P. McCullagh and J. A. Nelder (1989), Generalized Linear Models, 2nd edition, sections
 * 2.5, 4.4 and 4.5, doi:10.1007/978-1-4899-3242-6; A. Albert and J. A. Anderson (1984), On the existence of maximum likelihood
 * estimates in logistic regression models, Biometrika 71, 1–10, doi:10.1093/biomet/71.1.1; J. G. MacKinnon and H. White (1985),
 * Some heteroskedasticity-consistent covariance matrix estimators with improved finite sample properties, Journal of
 * Econometrics 29, 305–325, doi:10.1016/0304-4076(85)90158-7. Checked against base R (trend_proportion_tests.csv,
 * inequality_ordered_expected.csv).
 *
 * @param intercept a
 * @param slope b
 * @param binomial variances when the cases are independent
 * @param robust variances from the residuals, before any factor for few points; see {@link #robustFactor()}
 * @param pearson Pearson's X², 0 or more
 * @param points number of points with cases
 */
public record LogisticLine(
        double intercept, double slope, Covariance binomial, Covariance robust, double pearson, int points) {

    private static final int MOST_STEPS = 100;
    private static final double SMALL_CHANGE = 1e-8;

    /**
     * Variances of intercept and slope.
     *
     * @param intercept variance of the intercept
     * @param both covariance
     * @param slope variance of the slope
     */
    public record Covariance(double intercept, double both, double slope) {

        /** Variance of {@code u·intercept + v·slope}. */
        public double ofSum(double u, double v) {
            return u * u * intercept + 2 * u * v * both + v * v * slope;
        }
    }

    /**
     * Fits the line.
     *
     * @param score scores
     * @param numerator deficient, as many, 0 to the denominator
     * @param denominator assessed, as many
     * @return nothing when the estimate does not exist
     */
    public static Optional<LogisticLine> through(double[] score, double[] numerator, double[] denominator) {
        check(score, numerator, denominator);
        return overlap(score, numerator, denominator)
                ? new Fit(score, numerator, denominator).line()
                : Optional.empty();
    }

    /** Proportion on the line, 0 to 1. */
    public double at(double score) {
        return inverseLogit(intercept + slope * score);
    }

    /** {@code X²/(k − 2)}, 1 where cases are independent; none with fewer than three points. */
    public OptionalDouble dispersion() {
        return points < 3 ? OptionalDouble.empty() : OptionalDouble.of(pearson / (points - 2));
    }

    /** {@code k/(k − 2)}, which makes the robust variances those called HC1; none with fewer than three points. */
    public OptionalDouble robustFactor() {
        return points < 3 ? OptionalDouble.empty() : OptionalDouble.of(points / (points - 2.0));
    }

    private static double inverseLogit(double eta) {
        return 1 / (1 + Math.exp(-eta));
    }

    private static void check(double[] score, double[] numerator, double[] denominator) {
        if (score.length != numerator.length || score.length != denominator.length) {
            throw new IllegalArgumentException("expected as many scores, numerators and denominators, found "
                    + score.length + ", " + numerator.length + " and " + denominator.length);
        }
        for (int i = 0; i < score.length; i++) {
            if (!Double.isFinite(score[i])
                    || !(numerator[i] >= 0)
                    || !(numerator[i] <= denominator[i])
                    || !Double.isFinite(denominator[i])) {
                throw new IllegalArgumentException("expected 0 <= numerator <= denominator, point " + (i + 1));
            }
        }
    }

    /** Whether the scores of deficient cases and of the others overlap, so that the estimate is finite. */
    private static boolean overlap(double[] score, double[] numerator, double[] denominator) {
        double lowestWith = Double.POSITIVE_INFINITY;
        double highestWith = Double.NEGATIVE_INFINITY;
        double lowestWithout = Double.POSITIVE_INFINITY;
        double highestWithout = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < score.length; i++) {
            if (numerator[i] > 0) {
                lowestWith = Math.min(lowestWith, score[i]);
                highestWith = Math.max(highestWith, score[i]);
            }
            if (numerator[i] < denominator[i]) {
                lowestWithout = Math.min(lowestWithout, score[i]);
                highestWithout = Math.max(highestWithout, score[i]);
            }
        }
        return lowestWith < highestWithout && lowestWithout < highestWith;
    }

    /** The iteration: fitted proportions, the weights that the last step used, and the coefficients. */
    private static final class Fit {

        private final double[] score;
        private final double[] numerator;
        private final double[] denominator;
        private final double[] fitted;
        private final double[] weight;
        private double a;
        private double b;

        private Fit(double[] score, double[] numerator, double[] denominator) {
            this.score = score;
            this.numerator = numerator;
            this.denominator = denominator;
            this.fitted = new double[score.length];
            this.weight = new double[score.length];
            for (int i = 0; i < score.length; i++) {
                fitted[i] = (numerator[i] + 0.5) / (denominator[i] + 1);
            }
        }

        private Optional<LogisticLine> line() {
            double before = deviance();
            for (int step = 0; step < MOST_STEPS; step++) {
                Optional<FittedLine> next = step();
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                a = next.get().intercept();
                b = next.get().slope();
                for (int i = 0; i < score.length; i++) {
                    fitted[i] = inverseLogit(a + b * score[i]);
                }
                double now = deviance();
                if (Math.abs(now - before) < SMALL_CHANGE * (Math.abs(now) + 0.1)) {
                    return Optional.of(result());
                }
                before = now;
            }
            return Optional.empty();
        }

        private Optional<FittedLine> step() {
            double[] working = new double[score.length];
            for (int i = 0; i < score.length; i++) {
                double variance = fitted[i] * (1 - fitted[i]);
                weight[i] = denominator[i] * variance;
                working[i] = weight[i] == 0
                        ? 0
                        : Math.log(fitted[i] / (1 - fitted[i]))
                                + (numerator[i] / denominator[i] - fitted[i]) / variance;
            }
            return FittedLine.through(score, working, weight);
        }

        private double deviance() {
            double deviance = 0;
            for (int i = 0; i < score.length; i++) {
                double expected = denominator[i] * fitted[i];
                deviance +=
                        term(numerator[i], expected) + term(denominator[i] - numerator[i], denominator[i] - expected);
            }
            return 2 * deviance;
        }

        private static double term(double observed, double expected) {
            return observed == 0 ? 0 : observed * Math.log(observed / expected);
        }

        private LogisticLine result() {
            double[] information = new double[3];
            double[] products = new double[3];
            double pearson = 0;
            int points = 0;
            for (int i = 0; i < score.length; i++) {
                if (denominator[i] > 0) {
                    double left = (numerator[i] / denominator[i] - fitted[i]) / (fitted[i] * (1 - fitted[i]));
                    add(information, weight[i], score[i]);
                    add(products, weight[i] * left * weight[i] * left, score[i]);
                    pearson += weight[i] * left * left;
                    points++;
                }
            }
            double determinant = information[0] * information[2] - information[1] * information[1];
            Covariance binomial = new Covariance(
                    information[2] / determinant, -information[1] / determinant, information[0] / determinant);
            return new LogisticLine(a, b, binomial, sandwich(binomial, products), pearson, points);
        }

        private static void add(double[] sums, double weight, double score) {
            sums[0] += weight;
            sums[1] += weight * score;
            sums[2] += weight * score * score;
        }

        /** {@code B R B} for the symmetric two-by-two matrices B and R. */
        private static Covariance sandwich(Covariance bread, double[] products) {
            double firstA = bread.intercept * products[0] + bread.both * products[1];
            double firstB = bread.intercept * products[1] + bread.both * products[2];
            double secondA = bread.both * products[0] + bread.slope * products[1];
            double secondB = bread.both * products[1] + bread.slope * products[2];
            return new Covariance(
                    firstA * bread.intercept + firstB * bread.both,
                    firstA * bread.both + firstB * bread.slope,
                    secondA * bread.both + secondB * bread.slope);
        }
    }
}
