package se.tillsyn.analytics.statistics.inequality;

import java.util.List;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * True rates that units may have had, for a given standard deviation between them.
 *
 * <p>Observed rates lie further apart than the true ones, by the noise of few cases. So that they lie apart by σ, each rate's
 * distance from the common rate p̄ is shrunk by its own noise, {@code d_j = (p_j − p̄)·√(σ²/(σ² + p̄(1 − p̄)/n_j))}, and all
 * distances are then multiplied by one factor that makes {@code Σ c_j d_j²/(1 − Σ c_j²) = σ²}, c_j the shares of cases: rates
 * shrunk so that their spread, and not each by itself, is right. Rates end at 0 and 1, so that σ is not reached where it is too
 * wide for them. Units that were all alike are put above and below in turn. Unit: proportion.
 *
 * <p>Source: T. A. Louis (1984), Estimating a population of parameter values using Bayes and empirical Bayes methods,
 * Journal of the American Statistical Association 79, 393–398, doi:10.1080/01621459.1984.10478062.
 */
final class RatesApart {

    /** Steps of a search by halving: to 2e-4, a fiftieth of a percentage point. */
    static final int HALVINGS = 12;

    private final long[] cases;
    private final double[] shares;
    private final double[] left;
    private final double pooled;
    private final double unevenness;
    private final double observedVariance;

    /** @param units at least one, each with cases; some but not all cases deficient */
    RatesApart(List<Proportion> units) {
        int size = units.size();
        cases = units.stream().mapToLong(Proportion::cases).toArray();
        shares = new double[size];
        left = new double[size];
        pooled = Pooled.rate(units);
        double all = units.stream().mapToLong(Proportion::cases).sum();
        double squares = 0;
        double variance = 0;
        for (int j = 0; j < size; j++) {
            shares[j] = cases[j] / all;
            left[j] = units.get(j).rate() - pooled;
            squares += shares[j] * shares[j];
            variance += shares[j] * left[j] * left[j];
        }
        unevenness = 1 - squares;
        observedVariance = variance;
        if (variance == 0) {
            for (int j = 0; j < size; j++) {
                left[j] = j % 2 == 0 ? 1 : -1;
            }
        }
    }

    /** Cases of each unit. */
    long[] cases() {
        return cases.clone();
    }

    /**
     * Rates that lie apart by a standard deviation.
     *
     * @param deviation σ, 0 to 1
     */
    double[] at(double deviation) {
        double[] rates = new double[left.length];
        double mean = 0;
        for (int j = 0; j < rates.length; j++) {
            rates[j] = left[j] / Math.sqrt(deviation * deviation + pooled * (1 - pooled) / cases[j]);
            mean += shares[j] * rates[j];
        }
        double variance = 0;
        for (int j = 0; j < rates.length; j++) {
            rates[j] -= mean;
            variance += shares[j] * rates[j] * rates[j];
        }
        double factor = deviation == 0 || variance == 0 ? 0 : deviation / Math.sqrt(variance / unevenness);
        for (int j = 0; j < rates.length; j++) {
            rates[j] = Math.max(0, Math.min(1, pooled + factor * rates[j]));
        }
        return rates;
    }

    /** Variance of rates around their mean, weighed by cases: what BGV_c of {@link BetweenUnitSpread} estimates. */
    double variance(double[] rates) {
        // From the first rate, so that the variance of equal rates is 0 and not what rounding leaves.
        double mean = rates[0];
        for (int j = 0; j < rates.length; j++) {
            mean += shares[j] * (rates[j] - rates[0]);
        }
        double variance = 0;
        for (int j = 0; j < rates.length; j++) {
            variance += shares[j] * (rates[j] - mean) * (rates[j] - mean);
        }
        return variance;
    }

    /** Standard deviation of rates, {@code √(variance/(1 − Σ c²))}: what τ of {@link BetweenUnitSpread} estimates. */
    double deviation(double[] rates) {
        return Math.sqrt(variance(rates) / unevenness);
    }

    /** Rates whose variance and noise together are expected to make the observed variance; all alike where noise suffices. */
    double[] fitting() {
        if (expectedVariance(at(0)) >= observedVariance) {
            return at(0);
        }
        double low = 0;
        double high = 1;
        for (int step = 0; step < 2 * HALVINGS; step++) {
            double middle = (low + high) / 2;
            if (expectedVariance(at(middle)) < observedVariance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return at(high);
    }

    private double expectedVariance(double[] rates) {
        double variance = variance(rates);
        for (int j = 0; j < rates.length; j++) {
            variance += shares[j] * (1 - shares[j]) * rates[j] * (1 - rates[j]) / cases[j];
        }
        return variance;
    }
}
