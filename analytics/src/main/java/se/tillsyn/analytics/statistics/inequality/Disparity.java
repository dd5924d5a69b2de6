package se.tillsyn.analytics.statistics.inequality;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Measures of inequality between groups that have no order.
 *
 * <p>With rates e_j, weights w_j (made to sum to 1), {@code m = Σ w e}, {@code r = e/m}: gap {@code max − min}, ratio {@code
 * max/min}, between-group variance {@code BGV = Σ w (e − m)²}, its root BGSD and {@code CV = 100 BGSD/m}, mean differences
 * from the mean, the best or a reference rate, index of disparity {@code 100 · mean difference/m}, Theil's {@code T = Σ w r ln
 * r}, mean log deviation {@code −Σ w ln r}, Gini {@code Σ Σ w_i w_j |e_i − e_j|/(2m)}, Hoover {@code Σ w |r − 1|/2}, Atkinson
 * {@code 1 − exp(Σ w ln e)/m}. Units: of the rate for gap, BGSD and mean differences, its square for BGV, percent where the
 * name says so, else none.
 *
 * <p>Standard errors treat rates as independent and weights as known: of the gap {@code √(se_max² + se_min²)}; of the log
 * ratio {@code √((se/e)_max² + (se/e)_min²)}; of BGV {@code √(4 Σ w²(e − m)²se² + 2 (Σ w²(1 − w)²se⁴ + Σ_{i≠j} w_i² w_j² se_i²
 * se_j²))}; of T and the mean log deviation by the delta method, {@code ∂T/∂e = w (ln r − T)/m} and {@code ∂/∂e = w/m −
 * w/e}. They say nothing of the upward pull of noise on every one of these: see {@link BetweenUnitSpread}.
 *
 * <p>One group: gap, BGV and the like are 0, the ratio 1, the unweighted SD does not exist. A rate of 0: {@code 0 ln 0 = 0}
 * in T (whose standard error is then infinite unless that rate's is 0); ratio, mean log deviation do not exist, Atkinson is 1. All
 * rates 0: nothing relative to m exists. Equal highest or lowest rates: the larger standard error counts. No group, or no
 * weight: refused.
 *
 * <p>Source: S. Harper and J. Lynch (2005), Methods for Measuring Cancer Disparities, National Cancer Institute; H. Theil
 * (1967), Economics and Information Theory; A. B. Atkinson (1970), On the measurement of inequality, Journal of Economic
 * Theory 2, 244–263, doi:10.1016/0022-0531(70)90039-6. Checked against healthequal and base R (inequality_expected.csv).
 */
public final class Disparity {

    private Disparity() {}

    /** m, unit of the rate. */
    public static double mean(List<Group> groups, Weighting weighting) {
        return average(groups, weighting, Group::rate);
    }

    /** Largest minus smallest rate. */
    public static Estimate gap(List<Group> groups) {
        Group highest = highest(groups);
        Group lowest = lowest(groups);
        return Estimate.normal(
                highest.rate() - lowest.rate(), Math.hypot(highest.standardError(), lowest.standardError()));
    }

    /** Largest over smallest rate, limits on the log scale; none when the smallest is 0. */
    public static Optional<Estimate> ratio(List<Group> groups) {
        Group highest = highest(groups);
        Group lowest = lowest(groups);
        if (lowest.rate() == 0) {
            return Optional.empty();
        }
        return Optional.of(Estimate.logNormal(
                highest.rate() / lowest.rate(),
                Math.hypot(highest.standardError() / highest.rate(), lowest.standardError() / lowest.rate())));
    }

    /** BGV, square of the rate's unit. */
    public static Estimate betweenGroupVariance(List<Group> groups) {
        double mean = mean(groups, Weighting.WEIGHTED);
        double total = totalWeight(groups);
        double value = 0;
        double linear = 0;
        double square = 0;
        double sumSquares = 0;
        double sumFourth = 0;
        for (Group group : groups) {
            double w = group.weight() / total;
            double left = group.rate() - mean;
            double variance = group.standardError() * group.standardError();
            value += w * left * left;
            linear += w * w * left * left * variance;
            square += w * w * (1 - w) * (1 - w) * variance * variance;
            sumSquares += w * w * variance;
            sumFourth += w * w * w * w * variance * variance;
        }
        double crossed = Math.max(0, sumSquares * sumSquares - sumFourth);
        return Estimate.normal(value, Math.sqrt(4 * linear + 2 * (square + crossed)));
    }

    /** BGSD, root of BGV. */
    public static double betweenGroupDeviation(List<Group> groups) {
        return Math.sqrt(betweenGroupVariance(groups).value());
    }

    /** {@code 100 BGSD/m}; none when every rate is 0. */
    public static OptionalDouble coefficientOfVariationPercent(List<Group> groups) {
        return percentOf(betweenGroupDeviation(groups), mean(groups, Weighting.WEIGHTED));
    }

    /** Mean of |e − m|, where m is the weighted mean whatever the weighting of the differences. */
    public static double differenceFromMean(List<Group> groups, Weighting weighting) {
        return differenceFrom(mean(groups, Weighting.WEIGHTED), groups, weighting);
    }

    /** Mean of |e − best|. */
    public static double differenceFromBest(List<Group> groups, Favourable favourable, Weighting weighting) {
        return differenceFrom(best(groups, favourable), groups, weighting);
    }

    /** Mean of |e − reference|. */
    public static double differenceFrom(double reference, List<Group> groups, Weighting weighting) {
        return average(groups, weighting, group -> Math.abs(group.rate() - reference));
    }

    /** {@code 100 · mean |e − m| / m}; none when every rate is 0. */
    public static OptionalDouble indexOfDisparityPercent(List<Group> groups, Weighting weighting) {
        return percentOf(differenceFromMean(groups, weighting), mean(groups, Weighting.WEIGHTED));
    }

    /** Theil's T, 0 or more; none when every rate is 0. */
    public static Optional<Estimate> theil(List<Group> groups) {
        double mean = mean(groups, Weighting.WEIGHTED);
        if (mean == 0) {
            return Optional.empty();
        }
        double value = average(groups, Weighting.WEIGHTED, group -> ratioTimesLog(group.rate() / mean));
        double total = totalWeight(groups);
        double variance = 0;
        for (Group group : groups) {
            if (group.standardError() > 0) {
                double term =
                        group.weight() / total * (Math.log(group.rate() / mean) - value) / mean * group.standardError();
                variance += term * term;
            }
        }
        return Optional.of(Estimate.normal(value, Math.sqrt(variance)));
    }

    /** Mean log deviation, 0 or more; none when a group with weight has rate 0. */
    public static Optional<Estimate> meanLogDeviation(List<Group> groups) {
        double mean = mean(groups, Weighting.WEIGHTED);
        if (groups.stream().anyMatch(group -> group.rate() == 0 && group.weight() > 0)) {
            return Optional.empty();
        }
        double total = totalWeight(groups);
        double variance = 0;
        for (Group group : groups) {
            if (group.weight() > 0) {
                double w = group.weight() / total;
                double term = (w / mean - w / group.rate()) * group.standardError();
                variance += term * term;
            }
        }
        return Optional.of(Estimate.normal(sumOfPositiveLogs(groups, mean), Math.sqrt(variance)));
    }

    /**
     * {@code −Σ w ln r} over the groups with a rate above 0 only, with m and weights of all groups; says how the others differ, not
     * how far they are from 0. None when every rate is 0.
     */
    public static OptionalDouble meanLogDeviationOfPositive(List<Group> groups) {
        double mean = mean(groups, Weighting.WEIGHTED);
        return mean == 0 ? OptionalDouble.empty() : OptionalDouble.of(sumOfPositiveLogs(groups, mean));
    }

    /** Gini coefficient, 0 to 1; none when every rate is 0. */
    public static OptionalDouble gini(List<Group> groups) {
        double mean = mean(groups, Weighting.WEIGHTED);
        if (mean == 0) {
            return OptionalDouble.empty();
        }
        double total = totalWeight(groups);
        double below = 0;
        double sum = 0;
        for (Group group :
                groups.stream().sorted(Comparator.comparingDouble(Group::rate)).toList()) {
            double w = group.weight() / total;
            sum += w * group.rate() * (2 * below + w - 1);
            below += w;
        }
        return OptionalDouble.of(Math.max(0, sum / mean));
    }

    /** Share of deficient cases that would have to move for equal rates, 0 to 1; none when every rate is 0. */
    public static OptionalDouble hoover(List<Group> groups) {
        double mean = mean(groups, Weighting.WEIGHTED);
        return mean == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(differenceFromMean(groups, Weighting.WEIGHTED) / (2 * mean));
    }

    /** Atkinson index with aversion 1, 0 to 1; none when every rate is 0. */
    public static OptionalDouble atkinson(List<Group> groups) {
        if (mean(groups, Weighting.WEIGHTED) == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(meanLogDeviation(groups)
                .map(deviation -> -Math.expm1(-deviation.value()))
                .orElse(1.0));
    }

    /** Standard deviation of the rates, divisor J − 1, weights ignored; none for one group. */
    public static OptionalDouble standardDeviation(List<Group> groups) {
        if (groups.size() < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean(groups, Weighting.EQUAL);
        double squares = 0;
        for (Group group : groups) {
            squares += (group.rate() - mean) * (group.rate() - mean);
        }
        return OptionalDouble.of(Math.sqrt(squares / (groups.size() - 1)));
    }

    /** {@code 100 · standard deviation / mean}, both unweighted; none for one group or when every rate is 0. */
    public static OptionalDouble unweightedCoefficientOfVariationPercent(List<Group> groups) {
        OptionalDouble deviation = standardDeviation(groups);
        return deviation.isEmpty() ? deviation : percentOf(deviation.getAsDouble(), mean(groups, Weighting.EQUAL));
    }

    static double best(List<Group> groups, Favourable favourable) {
        return switch (favourable) {
            case HIGH -> highest(groups).rate();
            case LOW -> lowest(groups).rate();
        };
    }

    static double totalWeight(List<Group> groups) {
        double total = 0;
        for (Group group : groups) {
            total += group.weight();
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("expected at least one group with weight");
        }
        return total;
    }

    private static double average(List<Group> groups, Weighting weighting, ToDoubleFunction<Group> value) {
        double total = totalWeight(groups);
        double sum = 0;
        for (Group group : groups) {
            double share =
                    switch (weighting) {
                        case WEIGHTED -> group.weight() / total;
                        case EQUAL -> 1.0 / groups.size();
                    };
            sum += share * value.applyAsDouble(group);
        }
        return sum;
    }

    private static Group highest(List<Group> groups) {
        return groups.stream()
                .max(Comparator.comparingDouble(Group::rate).thenComparingDouble(Group::standardError))
                .orElseThrow(() -> new IllegalArgumentException("expected at least one group, found none"));
    }

    private static Group lowest(List<Group> groups) {
        return groups.stream()
                .min(Comparator.comparingDouble(Group::rate)
                        .thenComparing(
                                Comparator.comparingDouble(Group::standardError).reversed()))
                .orElseThrow(() -> new IllegalArgumentException("expected at least one group, found none"));
    }

    private static double sumOfPositiveLogs(List<Group> groups, double mean) {
        return average(groups, Weighting.WEIGHTED, group -> group.rate() == 0 ? 0 : -Math.log(group.rate() / mean));
    }

    private static double ratioTimesLog(double ratio) {
        return ratio == 0 ? 0 : ratio * Math.log(ratio);
    }

    private static OptionalDouble percentOf(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(100 * part / whole);
    }
}
