package se.tillsyn.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Straight line through points by weighted least squares.
 *
 * <p>{@code b = Σ w (x − x̄)(y − ȳ) / Σ w (x − x̄)²} and {@code a = ȳ − b x̄} with weighted means. Unit of the slope: unit of
 * y per unit of x. No line when all points with weight share one x. A point of weight 0 is as if absent. Source: G. A.
 * F. Seber and A. J. Lee (2003), Linear Regression Analysis, 2nd edition, section 3.10, doi:10.1002/9780471722199.
 * Checked against base R (inequality_ordered_expected.csv, trend_recent_expected.csv).
 *
 * @param intercept value of the line at x = 0
 * @param slope change of y per unit of x
 * @param spread {@code Σ w (x − x̄)²}, more than 0
 * @param residual {@code Σ w (y − a − b x)²}
 * @param points number of points with weight
 */
public record FittedLine(double intercept, double slope, double spread, double residual, int points) {

    /**
     * Fits the line.
     *
     * @param x abscissae
     * @param y ordinates, as many
     * @param weight weights, as many, none negative; need not sum to 1
     * @return nothing when fewer than two different x have weight
     */
    public static Optional<FittedLine> through(double[] x, double[] y, double[] weight) {
        if (x.length != y.length || x.length != weight.length) {
            throw new IllegalArgumentException(
                    "expected as many x, y and weights, found " + x.length + ", " + y.length + " and " + weight.length);
        }
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        int points = 0;
        for (int i = 0; i < x.length; i++) {
            if (!(weight[i] >= 0) || !Double.isFinite(weight[i]) || !Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException("expected numbers and no negative weight, point " + (i + 1));
            }
            sum += weight[i];
            sumX += weight[i] * x[i];
            sumY += weight[i] * y[i];
            points += weight[i] > 0 ? 1 : 0;
        }
        if (!(sum > 0) || onlyOneX(x, weight)) {
            return Optional.empty();
        }
        double meanX = sumX / sum;
        double meanY = sumY / sum;
        double spread = 0;
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            spread += weight[i] * (x[i] - meanX) * (x[i] - meanX);
            products += weight[i] * (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = products / spread;
        double residual = 0;
        for (int i = 0; i < x.length; i++) {
            double left = y[i] - meanY - slope * (x[i] - meanX);
            residual += weight[i] * left * left;
        }
        return Optional.of(new FittedLine(meanY - slope * meanX, slope, spread, residual, points));
    }

    /** Value of the line. */
    public double at(double x) {
        return intercept + slope * x;
    }

    /** Standard error of the slope when each weight is 1/variance of its point: {@code 1/√spread}. */
    public double slopeErrorOfKnownVariances() {
        return 1 / Math.sqrt(spread);
    }

    /**
     * Standard error of the slope when the weights say only how the variances relate: {@code √(residual/(k − 2)/spread)};
     * none with fewer than three points.
     */
    public OptionalDouble slopeErrorOfResiduals() {
        return points < 3 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(residual / (points - 2) / spread));
    }

    private static boolean onlyOneX(double[] x, double[] weight) {
        double first = Double.NaN;
        for (int i = 0; i < x.length; i++) {
            if (weight[i] > 0) {
                if (Double.isNaN(first)) {
                    first = x[i];
                } else if (x[i] != first) {
                    return false;
                }
            }
        }
        return true;
    }
}
