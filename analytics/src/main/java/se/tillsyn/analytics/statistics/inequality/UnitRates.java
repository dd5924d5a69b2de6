package se.tillsyn.analytics.statistics.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * Units as plain numbers, and every measure of their inequality with case weights: formulas as in {@link Disparity}, {@link
 * BetweenUnitSpread} and {@link SystematicComponent}, to the same bit, without standard errors. A bootstrap asks for all of
 * them thousands of times; what several of them need is worked out once, and nothing is made anew for a draw.
 */
final class UnitRates {

    private final long[] deficient;
    private final long[] cases;
    private final double[] rates;

    private double pooled;
    private double mean;
    private double highest;
    private double lowest;
    /** Lowest rate that rests on enough cases, else infinite. */
    private double best;

    private double variance;
    private double meanDifference;
    private double theil;
    private double tau;
    private double correctedVariance;
    private double systematic;

    /** @param size number of units, at least one */
    UnitRates(int size) {
        deficient = new long[size];
        cases = new long[size];
        rates = new double[size];
    }

    /** Counts of a unit, at least one case. */
    void set(int unit, long ofDeficient, long ofCases) {
        deficient[unit] = ofDeficient;
        cases[unit] = ofCases;
    }

    void set(int unit, Proportion counts) {
        set(unit, counts.deficient(), counts.cases());
    }

    /** Works out what all measures need; every unit has been set. */
    void workOut() {
        double allCases = takeRates();
        differences(allCases);
        spread(allCases);
    }

    /** The between-unit standard deviation without noise, for callers that need nothing else; every unit has been set. */
    double tau() {
        spread(takeRates());
        return tau;
    }

    private double takeRates() {
        long allDeficient = 0;
        long allCases = 0;
        highest = Double.NEGATIVE_INFINITY;
        lowest = Double.POSITIVE_INFINITY;
        best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rates.length; i++) {
            allDeficient += deficient[i];
            allCases += cases[i];
            rates[i] = (double) deficient[i] / cases[i];
            highest = Math.max(highest, rates[i]);
            lowest = Math.min(lowest, rates[i]);
            if (cases[i] >= InequalityMeasure.REFERENCE_CASES) {
                best = Math.min(best, rates[i]);
            }
        }
        pooled = (double) allDeficient / allCases;
        mean = 0;
        for (int i = 0; i < rates.length; i++) {
            mean += cases[i] / (double) allCases * rates[i];
        }
        return (double) allCases;
    }

    private void differences(double allCases) {
        variance = 0;
        meanDifference = 0;
        theil = 0;
        for (int i = 0; i < rates.length; i++) {
            double share = cases[i] / allCases;
            double left = rates[i] - mean;
            variance += share * left * left;
            meanDifference += share * Math.abs(left);
            if (rates[i] != 0) {
                double ratio = rates[i] / mean;
                theil += share * (ratio * Math.log(ratio));
            }
        }
    }

    private void spread(double allCases) {
        double squaredShares = 0;
        double ofPooled = 0;
        double noise = 0;
        double sum = 0;
        for (int i = 0; i < rates.length; i++) {
            double share = cases[i] / allCases;
            double p = rates[i];
            squaredShares += share * share;
            ofPooled += share * (p - pooled) * (p - pooled);
            noise += share * (1 - share) * p * (1 - p) / cases[i];
            double expected = cases[i] * pooled;
            double left = deficient[i] - expected;
            sum += (left * left - expected) / (expected * expected);
        }
        systematic = sum / rates.length;
        correctedVariance = ofPooled - noise;
        double binomial = pooled * (1 - pooled);
        if (rates.length < 2 || binomial == 0) {
            tau = 0;
        } else {
            double q = allCases * ofPooled / binomial;
            tau = Math.sqrt(Math.max(0, (q - (rates.length - 1)) / (allCases / binomial * (1 - squaredShares))));
        }
    }

    /** A measure; empty where it does not exist. */
    OptionalDouble value(InequalityMeasure measure) {
        return switch (measure) {
            case GAP -> OptionalDouble.of(highest - lowest);
            case RATIO -> unlessZero(lowest, highest / lowest);
            case DEVIATION -> OptionalDouble.of(Math.sqrt(variance));
            case COEFFICIENT_OF_VARIATION_PERCENT -> unlessZero(mean, 100 * Math.sqrt(variance) / mean);
            case DIFFERENCE_FROM_MEAN -> OptionalDouble.of(meanDifference);
            case INDEX_OF_DISPARITY_PERCENT -> unlessZero(mean, 100 * meanDifference / mean);
            case THEIL -> unlessZero(mean, theil);
            case SLOPE_INDEX ->
                SlopeIndex.ofRates(groups())
                        .map(index -> OptionalDouble.of(index.slope()))
                        .orElse(OptionalDouble.empty());
            case RELATIVE_INDEX ->
                SlopeIndex.ofRates(groups()).map(SlopeIndex::relative).orElse(OptionalDouble.empty());
            case ATTRIBUTABLE_RISK ->
                Double.isInfinite(best) ? OptionalDouble.empty() : OptionalDouble.of(pooled - best);
            case TAU -> OptionalDouble.of(tau);
            case CORRECTED_VARIANCE -> OptionalDouble.of(correctedVariance);
            case SYSTEMATIC_COMPONENT -> unlessZero(pooled, systematic);
        };
    }

    private static OptionalDouble unlessZero(double condition, double value) {
        return condition == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>(rates.length);
        for (int i = 0; i < rates.length; i++) {
            groups.add(Group.ofCases(new Proportion(deficient[i], cases[i])));
        }
        return groups;
    }
}
