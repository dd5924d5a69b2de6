package se.tillsyn.analytics.statistics.trend;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * Control chart of proportions: p chart, or Laney's p′ chart for large denominators.
 *
 * <p>Centre {@code p̄ = Σ x / Σ n}; limits {@code p̄ ∓ 3 σ_z √(p̄ (1 − p̄)/n_i)}, clipped to 0 and 1. The p chart has {@code
 * σ_z = 1}; p′ estimates it from the standardised rates {@code z_i = (p_i − p̄)/√(p̄ (1 − p̄)/n_i)} as mean moving range of
 * z over 1.128, so that variation between periods beyond the binomial's widens the limits (or less narrows them). Unit:
 * proportion. When no case or every case is deficient, both limits are the centre and no point signals. Periods without
 * cases must be left out by the caller.
 *
 * <p>p assumes independent cases at one rate: with thousands of cases it flags most points. Source: D. C. Montgomery
 * (2013), Introduction to Statistical Quality Control, 7th edition, section 7.2; D. B. Laney (2002), Improved control
 * charts for attributes, Quality Engineering 14, 531–537, doi:10.1081/QEN-120003555. Checked against qicharts2
 * (spc_pchart.csv).
 *
 * @param centre p̄
 * @param sigmaZ σ_z, at least 0
 * @param points one a period, in order
 * @param runs runs about the centre
 */
public record ProportionChart(double centre, double sigmaZ, List<Point> points, RunsAnalysis runs) {

    /** Mean moving range of two in standard deviations. */
    private static final double D2 = 1.128;

    private static final double SIGMAS = 3;

    public ProportionChart {
        points = List.copyOf(points);
    }

    /**
     * One period.
     *
     * @param rate 0 to 1
     * @param limits within 0 and 1
     * @param outside whether the rate is beyond a limit
     * @param cause the first of the NHS rules that it meets
     */
    public record Point(double rate, Interval limits, boolean outside, SpecialCause cause) {}

    /** p chart of at least one period. */
    public static ProportionChart plain(List<Proportion> periods) {
        return of(periods, centre(periods), 1);
    }

    /** Laney's p′ chart of at least two periods. */
    public static ProportionChart laney(List<Proportion> periods) {
        if (periods.size() < 2) {
            throw new IllegalArgumentException("expected at least two periods, found " + periods.size());
        }
        double centre = centre(periods);
        if (centre == 0 || centre == 1) {
            return of(periods, centre, 1);
        }
        double[] standardised = periods.stream()
                .mapToDouble(period -> (period.rate() - centre) / sigma(centre, period))
                .toArray();
        return of(
                periods,
                centre,
                MovingRange.mean(standardised, Screening.UNSCREENED).orElseThrow() / D2);
    }

    private static ProportionChart of(List<Proportion> periods, double centre, double sigmaZ) {
        int size = periods.size();
        double[] rates = new double[size];
        int[] sides = new int[size];
        boolean[] outside = new boolean[size];
        boolean[] close = new boolean[size];
        List<Interval> limits = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rates[i] = periods.get(i).rate();
            double far = SIGMAS * sigmaZ * sigma(centre, periods.get(i));
            double near = far * 2 / 3;
            sides[i] = rates[i] > centre ? 1 : rates[i] < centre ? -1 : 0;
            outside[i] = rates[i] > centre + far || rates[i] < centre - far;
            close[i] = !outside[i] && (rates[i] > centre + near || rates[i] < centre - near);
            limits.add(new Interval(Math.max(0, centre - far), Math.min(1, centre + far)));
        }
        List<SpecialCause> causes = NhsRules.causes(rates, sides, outside, close);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            points.add(new Point(rates[i], limits.get(i), outside[i], causes.get(i)));
        }
        return new ProportionChart(centre, sigmaZ, points, RunsAnalysis.about(centre, rates));
    }

    private static double centre(List<Proportion> periods) {
        long deficient = 0;
        long cases = 0;
        for (int i = 0; i < periods.size(); i++) {
            if (periods.get(i).cases() == 0) {
                throw new IllegalArgumentException("expected cases in every period, found none in period " + (i + 1));
            }
            deficient += periods.get(i).deficient();
            cases += periods.get(i).cases();
        }
        if (cases == 0) {
            throw new IllegalArgumentException("expected at least one period, found none");
        }
        return (double) deficient / cases;
    }

    private static double sigma(double centre, Proportion period) {
        return Math.sqrt(centre * (1 - centre) / period.cases());
    }
}
