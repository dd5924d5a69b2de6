package se.tillsyn.analytics.statistics.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.tillsyn.analytics.statistics.FittedLine;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * Marker of the recent trend: has the indicator gone up or down over the last five periods?
 *
 * <p>For estimates with standard errors the slope is that of the line weighted by 1/se², and {@code X² = (slope/se of
 * slope)²}; for proportions the Cochran–Armitage X². A trend is marked when X² exceeds 9.5495 (1 degree of freedom, 99.8
 * %) and the slope keeps its sign in all five fits that leave one period out, so that no single period makes the trend.
 * Unit of the slope: unit of the value per period. Publish the direction, not a p-value: the two conditions together have
 * no simple level.
 *
 * <p>No marker for fewer than five periods, where a standard error is 0 or a period has no cases, or where all proportions
 * are 0 or all 1. Only the last five periods are read. Assumes independent estimates. Source: Public Health England
 * (2018), Fingertips: recent trends; for the tests see {@link ProportionTrend}. Checked against the tests of
 * fingertips-open and FingertipsNext (trend_recent_expected.csv).
 *
 * @param slope per period
 * @param chiSquare at least 0
 * @param steady whether the slope has one sign, also when any one period is left out
 */
public record RecentTrend(double slope, double chiSquare, boolean steady) {

    /** Periods that the marker reads. */
    public static final int PERIODS = 5;

    /** 99.8 % quantile of chi-square with one degree of freedom. */
    public static final double THRESHOLD = 9.54953570608324;

    public RecentTrend {
        if (!(chiSquare >= 0) || !Double.isFinite(slope)) {
            throw new IllegalArgumentException("expected a number and chiSquare >= 0");
        }
    }

    /**
     * Marker of estimates.
     *
     * @param values in time order
     * @param standardErrors as many, none negative
     */
    public static Optional<RecentTrend> ofEstimates(double[] values, double[] standardErrors) {
        if (values.length != standardErrors.length) {
            throw new IllegalArgumentException("expected as many values and standard errors, found " + values.length
                    + " and " + standardErrors.length);
        }
        double[] recent = last(values);
        double[] errors = last(standardErrors);
        if (recent.length < PERIODS || Arrays.stream(errors).anyMatch(error -> !(error > 0))) {
            return Optional.empty();
        }
        double[] weights =
                Arrays.stream(errors).map(error -> 1 / (error * error)).toArray();
        FittedLine line = line(recent, weights);
        double z = line.slope() / line.slopeErrorOfKnownVariances();
        return Optional.of(new RecentTrend(line.slope(), z * z, steady(line.slope(), recent, weights)));
    }

    /** Marker of proportions. */
    public static Optional<RecentTrend> ofProportions(List<Proportion> periods) {
        List<Proportion> recent = recent(periods);
        if (recent.size() < PERIODS || recent.stream().anyMatch(period -> period.cases() == 0)) {
            return Optional.empty();
        }
        double[] rates = recent.stream().mapToDouble(Proportion::rate).toArray();
        double[] cases = recent.stream().mapToDouble(Proportion::cases).toArray();
        return ProportionTrend.of(recent)
                .map(trend ->
                        new RecentTrend(trend.rateSlope(), trend.chiSquare(), steady(trend.rateSlope(), rates, cases)));
    }

    /** The periods that the marker reads: the last five, or all when there are fewer. */
    static List<Proportion> recent(List<Proportion> periods) {
        return periods.subList(Math.max(0, periods.size() - PERIODS), periods.size());
    }

    /**
     * The same trend where the cases vary more than the binomial says.
     *
     * @param dispersion at least 1
     */
    public RecentTrend scaledBy(double dispersion) {
        if (!(dispersion >= 1)) {
            throw new IllegalArgumentException("expected a dispersion of at least 1");
        }
        return new RecentTrend(slope, chiSquare / dispersion, steady);
    }

    /** Whether both conditions hold. */
    public boolean significant() {
        return steady && chiSquare > THRESHOLD;
    }

    /** What to publish. */
    public Direction direction() {
        return significant() ? Direction.of(slope) : Direction.NONE;
    }

    private static boolean steady(double slope, double[] values, double[] weights) {
        for (int left = 0; left < PERIODS; left++) {
            double[] others = weights.clone();
            others[left] = 0;
            if (!(line(values, others).slope() * slope > 0)) {
                return false;
            }
        }
        return true;
    }

    private static FittedLine line(double[] values, double[] weights) {
        return FittedLine.through(new double[] {1, 2, 3, 4, 5}, values, weights).orElseThrow();
    }

    private static double[] last(double[] values) {
        return Arrays.copyOfRange(values, Math.max(0, values.length - PERIODS), values.length);
    }
}
