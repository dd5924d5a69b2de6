package se.tillsyn.analytics.statistics.wait;

import java.util.Arrays;
import java.util.OptionalDouble;
import se.tillsyn.analytics.statistics.RateInterval;

/**
 * Waiting times when some wait still: the share that waits longer than t days.
 *
 * <p>Kaplan–Meier: {@code S(t) = Π (1 − d_i/r_i)} over the days up to t on which {@code d_i} of {@code r_i} still at hand
 * stopped waiting; who is still waiting after just as many days counts as at hand. Standard error by Greenwood: {@code σ² =
 * Σ d_i/(r_i(r_i − d_i))} relative to S. The quantile of p is the first day on which {@code S ≤ 1 − p}; where the curve
 * runs level at exactly {@code 1 − p}, the middle of that stretch (its end is the last day known when no step follows).
 * Its limits are the same for the curve's lower and upper limits ({@link LimitScale}).
 *
 * <p>Unit: days, 0 or more. The quantile, or a limit, is empty when the curve does not fall so far: it is then longer
 * than anybody is known to have waited. Nobody, or nobody who stopped, gives no quantile. Where the curve reaches 0 its
 * standard error does not exist and that day is no limit.
 *
 * <p>Assumes that whether somebody waits still has nothing to do with how long they will. Source: E. L. Kaplan, P. Meier
 * (1958), Nonparametric estimation from incomplete observations, Journal of the American Statistical Association 53,
 * 457–481, doi:10.1080/01621459.1958.10501452; R. Brookmeyer, J. Crowley (1982), A confidence interval for the median
 * survival time, Biometrics 38, 29–41, doi:10.2307/2530286. Checked against survival (wait_km_expected.csv).
 */
public final class KaplanMeier {

    /** A curve closer than this to 1 − p runs level with it. */
    private static final double LEVEL = 1.5e-8;

    private final double[] days;
    private final double[] survival;
    private final double[] relativeVariance;
    private final double lastDay;

    private KaplanMeier(double[] days, double[] survival, double[] relativeVariance, double lastDay) {
        this.days = days;
        this.survival = survival;
        this.relativeVariance = relativeVariance;
        this.lastDay = lastDay;
    }

    /**
     * The curve.
     *
     * @param completed days of those who stopped waiting, any order
     * @param waiting days so far of those who wait still, any order
     */
    public static KaplanMeier of(double[] completed, double[] waiting) {
        double[] ended = sorted(completed);
        double[] open = sorted(waiting);
        double[] days = Arrays.stream(ended).distinct().toArray();
        double[] survival = new double[days.length];
        double[] relativeVariance = new double[days.length];
        double share = 1;
        double variance = 0;
        int gone = 0;
        int left = 0;
        for (int i = 0; i < days.length; i++) {
            while (left < open.length && open[left] < days[i]) {
                left++;
            }
            double atHand = ended.length - gone + open.length - left;
            int before = gone;
            while (gone < ended.length && ended[gone] == days[i]) {
                gone++;
            }
            double stopped = gone - before;
            share *= (atHand - stopped) / atHand;
            variance += stopped / (atHand * (atHand - stopped));
            survival[i] = share;
            relativeVariance[i] = variance;
        }
        double lastEnded = ended.length == 0 ? 0 : ended[ended.length - 1];
        double lastOpen = open.length == 0 ? 0 : open[open.length - 1];
        return new KaplanMeier(days, survival, relativeVariance, Math.max(lastEnded, lastOpen));
    }

    /**
     * A quantile with limits.
     *
     * @param p between 0 and 1
     * @param confidence two-sided level, between 0 and 1
     */
    public WaitQuantile quantile(double p, LimitScale scale, double confidence) {
        if (!(p > 0) || !(p < 1)) {
            throw new IllegalArgumentException("p: expected a number between 0 and 1");
        }
        double z = RateInterval.quantile(confidence);
        return new WaitQuantile(
                p, crossing(survival, 1 - p), crossing(limits(scale, -z), 1 - p), crossing(limits(scale, z), 1 - p));
    }

    /** The curve's limits by day; NaN where there is none. */
    private double[] limits(LimitScale scale, double z) {
        double[] limits = new double[days.length];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = survival[i] == 0 ? Double.NaN : scale.limit(survival[i], z * Math.sqrt(relativeVariance[i]));
        }
        return limits;
    }

    private OptionalDouble crossing(double[] curve, double level) {
        int first = firstAtMost(curve, level + LEVEL);
        if (first == curve.length) {
            return OptionalDouble.empty();
        }
        if (curve[first] < level - LEVEL) {
            return OptionalDouble.of(days[first]);
        }
        int next = firstAtMost(curve, level - LEVEL);
        return OptionalDouble.of((days[first] + (next == curve.length ? lastDay : days[next])) / 2);
    }

    private static int firstAtMost(double[] curve, double level) {
        int i = 0;
        while (i < curve.length && !(curve[i] <= level)) {
            i++;
        }
        return i;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (double value : sorted) {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("days: expected 0 or more");
            }
        }
        return sorted;
    }
}
