package se.tillsyn.analytics.statistics.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;

/**
 * How much more units differ than chance allows, and control limits that allow for it.
 *
 * <p>Each unit's figure Y and the target Y0 are put on a scale where the standard error s depends on the unit's size only
 * ({@link IndicatorScale}); {@code z = (Y − Y0)/s}. Outlying scores are trimmed ({@link Trimming}). Dispersion {@code φ =
 * Σ z²/J} over the J scores used; variance between units {@code τ² = max(0, (Jφ − (J − 1))/(Σw − Σw²/Σw))} with {@code w =
 * 1/s²}, and 0 when {@code Jφ < J − 1}. Limits: {@code Y0 ∓ z √(s² + τ²)}, taken back to the indicator. The variance is
 * added, φ multiplies nothing.
 *
 * <p>Units: φ has none, 1 means as by chance; τ² is on the scale. Needs two units with a denominator; units without one
 * must be left out before. With all units alike τ² is 0. Whether limits may be adjusted at all is {@link FunnelRule}'s
 * matter.
 *
 * <p>Assumes independent units whose true figures spread alike around the target. The target is that of all units, from
 * true counts. Source: D. J. Spiegelhalter (2005), Handling over-dispersion of performance indicators, Quality and Safety
 * in Health Care 14, 347–351, doi:10.1136/qshc.2005.013755. Checked against FunnelPlotR
 * (funnel_overdispersion_units.csv, funnel_overdispersion_summary.csv).
 *
 * @param scale kind of figure
 * @param target reference on the indicator's scale
 * @param phi φ, 0 or more
 * @param tau2 τ², 0 or more
 * @param scores by unit, in the order given
 */
public record Overdispersion(IndicatorScale scale, double target, double phi, double tau2, List<Score> scores) {

    /** Share trimmed at each end unless said otherwise. */
    public static final double TRIMMED_SHARE = 0.1;

    public Overdispersion {
        scores = List.copyOf(scores);
        if (!(phi >= 0) || !(tau2 >= 0)) {
            throw new IllegalArgumentException("expected phi and tau2 of 0 or more");
        }
    }

    /**
     * A unit on the scale.
     *
     * @param transformed Y
     * @param standardError s, more than 0
     * @param z score without the variance between units
     * @param trimmed score as used for φ; empty when left out
     * @param adjustedZ score with the variance between units
     */
    public record Score(double transformed, double standardError, double z, OptionalDouble trimmed, double adjustedZ) {}

    /**
     * Overdispersion of proportions, scores winsorised at a tenth.
     *
     * @param numerators deficient, by unit
     * @param denominators assessed, by unit, each more than 0
     */
    public static Overdispersion ofProportions(long[] numerators, long[] denominators) {
        return of(
                Arrays.stream(numerators).asDoubleStream().toArray(),
                Arrays.stream(denominators).asDoubleStream().toArray(),
                IndicatorScale.PROPORTION,
                Trimming.WINSORISE,
                TRIMMED_SHARE);
    }

    /**
     * Overdispersion of any kind of figure.
     *
     * @param numerators by unit, 0 or more
     * @param denominators by unit, more than 0
     * @param share of the scores trimmed at each end, more than 0 and less than ½
     */
    public static Overdispersion of(
            double[] numerators, double[] denominators, IndicatorScale scale, Trimming trimming, double share) {
        check(numerators, denominators, scale, share);
        double target = scale.target(
                Arrays.stream(numerators).sum(), Arrays.stream(denominators).sum());
        double centre = scale.reference(target);
        int units = numerators.length;
        double[] transformed = new double[units];
        double[] errors = new double[units];
        double[] z = new double[units];
        for (int j = 0; j < units; j++) {
            transformed[j] = scale.transform(numerators[j], denominators[j]);
            errors[j] = scale.error(numerators[j], denominators[j]);
            z[j] = (transformed[j] - centre) / errors[j];
        }
        List<OptionalDouble> trimmed = trimming.apply(z, share);
        double phi = phi(trimmed);
        double tau2 = tau2(trimmed, errors, phi);
        List<Score> scores = new ArrayList<>(units);
        for (int j = 0; j < units; j++) {
            double adjusted = (transformed[j] - centre) / Math.sqrt(errors[j] * errors[j] + tau2);
            scores.add(new Score(transformed[j], errors[j], z[j], trimmed.get(j), adjusted));
        }
        return new Overdispersion(scale, target, phi, tau2, scores);
    }

    private static double phi(List<OptionalDouble> trimmed) {
        double sum = 0;
        int used = 0;
        for (OptionalDouble score : trimmed) {
            if (score.isPresent()) {
                sum += score.getAsDouble() * score.getAsDouble();
                used++;
            }
        }
        return used == 0 ? 0 : sum / used;
    }

    private static double tau2(List<OptionalDouble> trimmed, double[] errors, double phi) {
        double weights = 0;
        double squares = 0;
        int used = 0;
        for (int j = 0; j < errors.length; j++) {
            if (trimmed.get(j).isPresent()) {
                double weight = 1 / (errors[j] * errors[j]);
                weights += weight;
                squares += weight * weight;
                used++;
            }
        }
        if (used < 2 || used * phi < used - 1) {
            return 0;
        }
        return Math.max(0, (used * phi - (used - 1)) / (weights - squares / weights));
    }

    /** Units whose score was used. */
    public int unitsUsed() {
        return (int)
                scores.stream().filter(score -> score.trimmed().isPresent()).count();
    }

    /**
     * Limits of a unit of a given size.
     *
     * @param denominator more than 0
     * @param confidence two-sided level, between 0 and 1
     * @return on the indicator's scale; contain the target
     */
    public Interval limits(double denominator, double confidence) {
        if (!(denominator > 0)) {
            throw new IllegalArgumentException("denominator: expected more than 0");
        }
        return limitsAtError(scale.error(target * denominator, denominator), confidence);
    }

    /**
     * Limits of a unit whose standard error on the scale is given.
     *
     * @param standardError s, 0 or more
     * @param confidence two-sided level, between 0 and 1
     */
    public Interval limitsAtError(double standardError, double confidence) {
        double spread = RateInterval.quantile(confidence) * Math.sqrt(standardError * standardError + tau2);
        double centre = scale.reference(target);
        return new Interval(scale.back(centre - spread), scale.back(centre + spread));
    }

    private static void check(double[] numerators, double[] denominators, IndicatorScale scale, double share) {
        if (numerators.length != denominators.length || numerators.length < 2) {
            throw new IllegalArgumentException("expected numerator and denominator of at least two units");
        }
        if (!(share > 0) || !(share < 0.5)) {
            throw new IllegalArgumentException("share: expected more than 0 and less than 0.5");
        }
        for (int j = 0; j < numerators.length; j++) {
            if (!(numerators[j] >= 0) || !(denominators[j] > 0)) {
                throw new IllegalArgumentException("expected numerators of 0 or more, denominators of more than 0");
            }
            if (scale == IndicatorScale.PROPORTION && numerators[j] > denominators[j]) {
                throw new IllegalArgumentException("expected numerators of at most the denominator");
            }
        }
    }
}
