package se.tillsyn.analytics.statistics.inequality;

import java.util.List;
import java.util.OptionalDouble;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * Systematic component of variation between units.
 *
 * <p>{@code mean of ((O − E)² − E)/E²} with O deficient cases and E those expected at the common rate: the variance of the true
 * ratios O/E beyond Poisson noise. No unit; may be below 0 where there is less variation than chance makes. Units without
 * cases are left out; nothing without a deficient case. Assumes Poisson counts, so it is too low for high rates. Source: K.
 * McPherson, J. E. Wennberg, O. B. Hovind and P. Clifford (1982), Small-area variations in the use of common surgical
 * procedures, New England Journal of Medicine 307, 1310–1314, doi:10.1056/NEJM198211183072104. Checked against base R
 * (inequality_expected.csv).
 */
public final class SystematicComponent {

    private SystematicComponent() {}

    /** Component for deficient cases against their expectation at the common rate. */
    public static OptionalDouble of(List<Proportion> units) {
        List<Proportion> used = Pooled.withCases(units);
        double pooled = Pooled.rate(used);
        if (pooled == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (Proportion unit : used) {
            double expected = unit.cases() * pooled;
            double left = unit.deficient() - expected;
            sum += (left * left - expected) / (expected * expected);
        }
        return OptionalDouble.of(sum / used.size());
    }

    /**
     * What is estimated: mean squared distance of the true ratios from 1.
     *
     * @param units with cases, which weigh the common rate
     * @param rates true rate of each, not all 0
     */
    static double ofTrueRates(List<Proportion> units, double[] rates) {
        double cases = units.stream().mapToLong(Proportion::cases).sum();
        double common = rates[0];
        for (int j = 0; j < rates.length; j++) {
            common += units.get(j).cases() / cases * (rates[j] - rates[0]);
        }
        double sum = 0;
        for (double rate : rates) {
            double left = (rate - common) / common;
            sum += left * left;
        }
        return sum / rates.length;
    }
}
