package se.tillsyn.analytics.statistics.trend;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.statistics.LogisticLine;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * Linear trend of a proportion over periods.
 *
 * <p>Cochran–Armitage test with scores s = 1 to k: {@code X² = (Σ x_i (s_i − s̄))² / (p̄ (1 − p̄) Σ n_i (s_i − s̄)²)} with
 * {@code s̄ = Σ n s/Σ n}, 1 degree of freedom, without the factor (N − 1)/N; and the slope per period in log odds by
 * maximum likelihood. Where the cases vary more than the binomial says, Pearson's dispersion is above 1 and the standard
 * error is multiplied by its root (quasi-binomial).
 *
 * <p>No trend when no case or every case is deficient, or when fewer than two periods have cases. Periods without cases
 * keep their place but carry nothing. No slope where a period separates the deficient cases from the rest; no dispersion
 * with fewer than three periods. Assumes independent cases. Source: P. Armitage (1955), Tests for linear trends in proportions
 * and frequencies, Biometrics 11, 375–386, doi:10.2307/3001775; W. G. Cochran (1954), Some methods for strengthening the
 * common χ² tests, Biometrics 10, 417–451, doi:10.2307/3001616. Checked against base R (trend_proportion_tests.csv).
 *
 * @param chiSquare X², at least 0
 * @param p two-sided, 0 to 1
 * @param rateSlope weighted least squares slope of the rate per period; has the sign of the trend
 * @param line slope in log odds; absent where it does not exist
 */
public record ProportionTrend(
        double chiSquare,
        double p,
        double rateSlope,
        @Nullable LogisticLine line) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Tests the trend; nothing where there can be none. */
    public static Optional<ProportionTrend> of(List<Proportion> periods) {
        double[] scores = new double[periods.size()];
        double[] deficient = new double[periods.size()];
        double[] cases = new double[periods.size()];
        double sumCases = 0;
        double sumDeficient = 0;
        double sumScores = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i + 1;
            deficient[i] = periods.get(i).deficient();
            cases[i] = periods.get(i).cases();
            sumCases += cases[i];
            sumDeficient += deficient[i];
            sumScores += cases[i] * scores[i];
        }
        if (sumDeficient == 0 || sumDeficient == sumCases) {
            return Optional.empty();
        }
        double rate = sumDeficient / sumCases;
        double products = 0;
        double spread = 0;
        for (int i = 0; i < scores.length; i++) {
            double score = scores[i] - sumScores / sumCases;
            products += (deficient[i] - cases[i] * rate) * score;
            spread += cases[i] * score * score;
        }
        if (periods.stream().filter(period -> period.cases() > 0).count() < 2) {
            return Optional.empty();
        }
        double chiSquare = products * products / (rate * (1 - rate) * spread);
        return Optional.of(new ProportionTrend(
                chiSquare,
                2 * NORMAL.survivalProbability(Math.sqrt(chiSquare)),
                products / spread,
                LogisticLine.through(scores, deficient, cases).orElse(null)));
    }

    /** Slope in log odds per period. */
    public OptionalDouble slope() {
        return line == null ? OptionalDouble.empty() : OptionalDouble.of(line.slope());
    }

    /** Standard error of the slope when the cases are independent. */
    public OptionalDouble standardError() {
        return line == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(line.binomial().slope()));
    }

    /** Two-sided p of the slope by Wald's test with {@link #standardError()}. */
    public OptionalDouble slopeP() {
        return line == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(2
                        * NORMAL.survivalProbability(Math.abs(line.slope())
                                / Math.sqrt(line.binomial().slope())));
    }

    /** Pearson's X² over its degrees of freedom, k − 2. */
    public OptionalDouble dispersion() {
        return line == null ? OptionalDouble.empty() : line.dispersion();
    }

    /** Standard error of the slope times the root of the dispersion. */
    public OptionalDouble quasiStandardError() {
        OptionalDouble dispersion = dispersion();
        return dispersion.isEmpty()
                ? dispersion
                : OptionalDouble.of(standardError().orElseThrow() * Math.sqrt(dispersion.getAsDouble()));
    }
}
