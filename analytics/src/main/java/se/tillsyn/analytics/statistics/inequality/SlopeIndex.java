package se.tillsyn.analytics.statistics.inequality;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.SampleQuantile;

/**
 * Slope and relative index of inequality over ordered groups.
 *
 * <p>Fits a line to the groups' values against the middle of their place in the ordered population, {@code r_j = Σ_{i<j}
 * a_i + a_j/2} with {@code a_j} the share of group j, by least squares weighted with {@code a_j}. With the line at 0
 * (the very bottom) called B and at 1 (the very top) T: slope index {@code T − B}, relative index {@code T/B}. When the
 * line is fitted on a log or logit scale, B and T are taken back to the indicator first.
 *
 * <p>Unit: that of the indicator for the slope index; none for the relative index. Needs at least two groups. All values
 * equal give 0 and 1. A value that the scale does not know (0 or 1 on the logit scale) is refused. Where a straight line is
 * not above 0 at the bottom, or below 0 at the top, its ratio means nothing: {@link #relative}.
 *
 * <p>Assumes that the value changes along a line over the ranks. Source: J. P. Mackenbach,
 * A. E. Kunst (1997), Measuring the magnitude of socio-economic inequalities in health, Social Science &amp; Medicine 44,
 * 757–771, doi:10.1016/S0277-9536(96)00073-1. Checked against PHEindicatormethods (sii_expected.csv) and
 * base R (inequality_ordered_expected.csv).
 *
 * @param slope T − B
 * @param ratio T/B
 * @param bottom B
 */
public record SlopeIndex(double slope, double ratio, double bottom) {

    /** Draws behind {@link #limits}. */
    public static final int DRAWS = 100_000;

    /**
     * Limits of both indices.
     *
     * @param slope contains the slope index but for the error of simulation
     * @param ratio contains the relative index but for the error of simulation
     */
    public record Limits(Interval slope, Interval ratio) {

        /** In another unit, as {@link SlopeIndex#times}. */
        public Limits times(double factor) {
            return factor < 0
                    ? new Limits(
                            new Interval(slope.upper() * factor, slope.lower() * factor),
                            new Interval(1 / ratio.upper(), 1 / ratio.lower()))
                    : new Limits(slope.times(factor), ratio);
        }
    }

    /**
     * Index of groups.
     *
     * @param groups at least two, from the bottom to the top
     * @param line scale on which the line is fitted
     */
    public static SlopeIndex of(List<OrderedGroup> groups, ModelScale line) {
        Design design = Design.of(groups);
        double[] values =
                groups.stream().mapToDouble(group -> line.to(group.value())).toArray();
        return design.fit(values, line);
    }

    /** Index of rates by a straight line; nothing with fewer than two groups with weight. */
    public static Optional<SlopeIndex> ofRates(List<Group> groups) {
        List<OrderedGroup> weighted = groups.stream()
                .filter(group -> group.weight() > 0)
                .map(group -> new OrderedGroup(group.weight(), group.rate(), group.standardError()))
                .toList();
        return weighted.size() < 2 ? Optional.empty() : Optional.of(of(weighted, ModelScale.IDENTITY));
    }

    /** The relative index where it means something: with a line above 0 at the bottom and not below it at the top. */
    public OptionalDouble relative() {
        return bottom > 0 && bottom + slope >= 0 ? OptionalDouble.of(ratio) : OptionalDouble.empty();
    }

    /**
     * Limits by simulation: each value is drawn {@value #DRAWS} times around itself with its standard error, the line
     * fitted to each draw, and the quantiles taken of the indices. The same seed gives the same limits; another seed
     * moves them by about 1 % of their width.
     *
     * @param groups as {@link #of}
     * @param errors scale of the standard errors, on which values are drawn
     * @param line scale on which the line is fitted
     * @param confidence two-sided level, between 0 and 1
     * @param seed of the draws
     */
    public static Limits limits(
            List<OrderedGroup> groups, ModelScale errors, ModelScale line, double confidence, long seed) {
        double tail = RateInterval.tail(confidence);
        Design design = Design.of(groups);
        Random random = new Random(seed);
        double[] slopes = new double[DRAWS];
        double[] ratios = new double[DRAWS];
        double[] centres =
                groups.stream().mapToDouble(group -> errors.to(group.value())).toArray();
        double[] values = new double[groups.size()];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int j = 0; j < values.length; j++) {
                double drawn = centres[j] + groups.get(j).standardError() * random.nextGaussian();
                values[j] = errors == line ? drawn : line.to(errors.from(drawn));
            }
            SlopeIndex index = design.fit(values, line);
            slopes[draw] = index.slope;
            ratios[draw] = index.ratio;
        }
        return new Limits(middle(slopes, tail), middle(ratios, tail));
    }

    /**
     * The index in another unit. A negative factor, for an indicator of which more is better, also turns the relative
     * index round.
     *
     * @param factor not 0
     */
    public SlopeIndex times(double factor) {
        if (factor == 0 || !Double.isFinite(factor)) {
            throw new IllegalArgumentException("factor: expected a number other than 0");
        }
        return new SlopeIndex(slope * factor, factor < 0 ? 1 / ratio : ratio, bottom * factor);
    }

    private static Interval middle(double[] draws, double tail) {
        Arrays.sort(draws);
        return new Interval(SampleQuantile.of(draws, tail), SampleQuantile.of(draws, 1 - tail));
    }

    /** Shares and mid-ranks of the groups, the same for every draw. */
    private static final class Design {

        private final double[] shares;
        private final double[] ranks;
        private final double meanRank;
        private final double spread;

        private Design(double[] shares, double[] ranks, double meanRank, double spread) {
            this.shares = shares;
            this.ranks = ranks;
            this.meanRank = meanRank;
            this.spread = spread;
        }

        static Design of(List<OrderedGroup> groups) {
            if (groups.size() < 2) {
                throw new IllegalArgumentException("groups: expected at least two");
            }
            double all = groups.stream().mapToDouble(OrderedGroup::population).sum();
            double[] shares = new double[groups.size()];
            double[] ranks = new double[groups.size()];
            double before = 0;
            for (int j = 0; j < shares.length; j++) {
                shares[j] = groups.get(j).population() / all;
                ranks[j] = before + shares[j] / 2;
                before += shares[j];
            }
            double mean = 0;
            for (int j = 0; j < shares.length; j++) {
                mean += shares[j] * ranks[j];
            }
            double spread = 0;
            for (int j = 0; j < shares.length; j++) {
                spread += shares[j] * (ranks[j] - mean) * (ranks[j] - mean);
            }
            return new Design(shares, ranks, mean, spread);
        }

        SlopeIndex fit(double[] values, ModelScale line) {
            double mean = 0;
            double product = 0;
            for (int j = 0; j < values.length; j++) {
                mean += shares[j] * values[j];
                product += shares[j] * (ranks[j] - meanRank) * values[j];
            }
            double slope = product / spread;
            double start = mean - slope * meanRank;
            double bottom = line.from(start);
            double top = line.from(start + slope);
            return new SlopeIndex(top - bottom, top / bottom, bottom);
        }
    }
}
