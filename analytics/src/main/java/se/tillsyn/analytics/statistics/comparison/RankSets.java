package se.tillsyn.analytics.statistics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * Ranks of units with confidence sets.
 *
 * <p>Each ordered pair of units is tested one-sidedly for "the first is higher". With {@code B_j} units shown to be higher than j
 * and {@code W_j} shown to be lower, the set of j is {@code 1 + B_j} to {@code J − W_j}. Simultaneous sets test all J(J − 1)
 * pairs as one family: with the stated confidence every unit's true rank lies in its set. Marginal sets test the 2(J − 1)
 * pairs of one unit: they hold for a unit chosen before looking, not for all at once.
 *
 * <ul>
 *   <li>Rates: {@code z = (p_j − p_k)/√(v_j + v_k)} with {@code p = (x + 0.5)/(n + 1)} and {@code v = p(1 − p)/(n + 1)}, which
 *       exist at 0/n and n/n; family by Holm, or by step-down resampling of the largest z, which uses that pairs share units.
 *   <li>Counts: given the pair's sum, x_j is binomial with one half; exact tail {@code P(X ≥ x_j)}; family by Holm.
 * </ul>
 *
 * <p>Rank 1 is the highest rate or count. Ties: equal units share the smallest of their ranks and are never shown to differ.
 * One unit: its set is 1 to 1. Units without cases must be left out by the caller. Assumes independent units, and independent cases
 * for rates. Source: M. Mogstad, J. P. Romano, A. M. Shaikh and D. Wilhelm (2024), Inference for ranks with applications to
 * mobility across neighbourhoods and academic achievement across countries, Review of Economic Studies 91, 476–518,
 * doi:10.1093/restud/rdad006; J. P. Romano and M. Wolf (2005), Exact and approximate stepdown methods for multiple hypothesis
 * testing, Journal of the American Statistical Association 100, 94–108, doi:10.1198/016214504000000539. Checked against csranks
 * and base R (rank_confidence_rates.csv, rank_confidence_counts.csv).
 *
 * @param sets one for each unit, in the order given
 */
public record RankSets(List<RankSet> sets) {

    /** Draws of the resampling. */
    public static final int DRAWS = 10_000;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public RankSets {
        sets = List.copyOf(sets);
    }

    /** Whether the first of a pair is shown to be higher. */
    private interface Shown {
        boolean higher(int first, int second);
    }

    /**
     * Simultaneous sets of rates, family by Holm.
     *
     * @param units each with at least one case
     * @param confidence above one half, below 1
     */
    public static RankSets ofRates(List<Proportion> units, double confidence) {
        checkConfidence(confidence);
        Rates rates = Rates.of(units);
        return of(rates.p, holm(rates.size(), confidence, (j, k) -> NORMAL.survivalProbability(rates.z(j, k))));
    }

    /**
     * Simultaneous sets of rates, family by step-down resampling. Deterministic for a seed; another seed may move a limit by 1.
     *
     * @param units each with at least one case
     * @param confidence above one half, below 1
     * @param seed fixed by the release and the measure
     */
    public static RankSets ofRatesByResampling(List<Proportion> units, double confidence, long seed) {
        checkConfidence(confidence);
        Rates rates = Rates.of(units);
        return of(rates.p, new StepDown(rates, confidence, seed).shown());
    }

    /** Simultaneous sets of counts. */
    public static RankSets ofCounts(long[] counts, double confidence) {
        checkConfidence(confidence);
        return of(doubles(counts), holm(counts.length, confidence, (j, k) -> upperTail(counts[j], counts[k])));
    }

    /** Marginal sets of counts: each unit's set holds on its own. */
    public static RankSets marginalOfCounts(long[] counts, double confidence) {
        checkConfidence(confidence);
        int units = counts.length;
        boolean[][] higher = new boolean[units][units];
        boolean[][] lower = new boolean[units][units];
        for (int j = 0; j < units; j++) {
            double[] p = new double[2 * units];
            Arrays.fill(p, Double.NaN);
            for (int k = 0; k < units; k++) {
                if (k != j) {
                    p[k] = upperTail(counts[j], counts[k]);
                    p[units + k] = upperTail(counts[k], counts[j]);
                }
            }
            double[] adjusted = AdjustedP.holm(p);
            for (int k = 0; k < units; k++) {
                lower[j][k] = adjusted[k] <= 1 - confidence;
                higher[j][k] = adjusted[units + k] <= 1 - confidence;
            }
        }
        return of(doubles(counts), (j, k) -> higher[j][k], (j, k) -> lower[j][k]);
    }

    /** Whether a list in order of rank may be shown: the median set allows at most half of the ranks. */
    public boolean leagueTableAllowed() {
        int[] widths = sets.stream().mapToInt(RankSet::width).sorted().toArray();
        if (widths.length == 0) {
            return false;
        }
        int half = widths.length / 2;
        double median = widths.length % 2 == 1 ? widths[half] : (widths[half - 1] + widths[half]) / 2.0;
        return median <= widths.length / 2.0;
    }

    private static RankSets of(double[] values, Shown higher) {
        return of(values, (j, k) -> higher.higher(k, j), higher);
    }

    /** Sets from "k is higher than j" and "j is higher than k". */
    private static RankSets of(double[] values, Shown above, Shown below) {
        List<RankSet> sets = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            int rank = 1;
            int lower = 1;
            int upper = values.length;
            for (int k = 0; k < values.length; k++) {
                rank += values[k] > values[j] ? 1 : 0;
                lower += k != j && above.higher(j, k) ? 1 : 0;
                upper -= k != j && below.higher(j, k) ? 1 : 0;
            }
            sets.add(new RankSet(rank, lower, upper));
        }
        return new RankSets(sets);
    }

    /** One-sided p of "the first is higher". */
    private interface PairTest {
        double p(int first, int second);
    }

    private static Shown holm(int units, double confidence, PairTest test) {
        double[] p = new double[units * units];
        for (int j = 0; j < units; j++) {
            for (int k = 0; k < units; k++) {
                p[j * units + k] = j == k ? Double.NaN : test.p(j, k);
            }
        }
        double[] adjusted = AdjustedP.holm(p);
        return (j, k) -> adjusted[j * units + k] <= 1 - confidence;
    }

    /** P(X ≥ x) for X binomial (x + y, one half); a first that is not higher needs no number, its p is above one half. */
    private static double upperTail(long x, long y) {
        if (x <= y) {
            return 1;
        }
        return BinomialDistribution.of(Math.toIntExact(x + y), 0.5).survivalProbability(Math.toIntExact(x) - 1);
    }

    private static void checkConfidence(double confidence) {
        if (!(confidence > 0.5) || !(confidence < 1)) {
            throw new IllegalArgumentException("confidence: expected a number between 0.5 and 1");
        }
    }

    private static double[] doubles(long[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0) {
                throw new IllegalArgumentException("expected counts of 0 or more, unit " + (i + 1));
            }
        }
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    /** Rates that exist at 0/n and n/n, with their variances. */
    private static final class Rates {

        private final double[] p;
        private final double[] variance;

        private Rates(double[] p, double[] variance) {
            this.p = p;
            this.variance = variance;
        }

        private static Rates of(List<Proportion> units) {
            double[] p = new double[units.size()];
            double[] variance = new double[units.size()];
            for (int i = 0; i < p.length; i++) {
                if (units.get(i).cases() == 0) {
                    throw new IllegalArgumentException("expected cases in every unit, found none in unit " + (i + 1));
                }
                ShrunkRate shrunk = ShrunkRate.of(units.get(i));
                p[i] = shrunk.rate();
                variance[i] = shrunk.variance();
            }
            return new Rates(p, variance);
        }

        private int size() {
            return p.length;
        }

        private double z(int j, int k) {
            return (p[j] - p[k]) / error(j, k);
        }

        private double error(int j, int k) {
            return Math.sqrt(variance[j] + variance[k]);
        }
    }

    /** Pairs shown to differ, found in steps: those that are found leave the family, and the bound falls. */
    private static final class StepDown {

        private static final Quantile PERCENTILE = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

        private final Rates rates;
        private final double confidence;
        private final double[][] draws;
        private final boolean[][] found;

        private StepDown(Rates rates, double confidence, long seed) {
            this.rates = rates;
            this.confidence = confidence;
            this.draws = draws(rates, seed);
            this.found = new boolean[rates.size()][rates.size()];
        }

        private Shown shown() {
            int before = -1;
            int now = 0;
            while (now > before && now < rates.size() * (rates.size() - 1)) {
                double bound = bound();
                before = now;
                for (int j = 0; j < rates.size(); j++) {
                    for (int k = 0; k < rates.size(); k++) {
                        if (k != j && !found[j][k] && rates.z(j, k) > bound) {
                            found[j][k] = true;
                            now++;
                        }
                    }
                }
            }
            return (j, k) -> found[j][k];
        }

        /** Quantile of the largest standardised difference among the pairs not yet found. */
        private double bound() {
            double[] largest = new double[DRAWS];
            Arrays.fill(largest, Double.NEGATIVE_INFINITY);
            for (int j = 0; j < rates.size(); j++) {
                for (int k = 0; k < rates.size(); k++) {
                    if (k != j && !found[j][k]) {
                        double[] first = draws[j];
                        double[] second = draws[k];
                        double scale = 1 / rates.error(j, k);
                        for (int draw = 0; draw < DRAWS; draw++) {
                            largest[draw] = Math.max(largest[draw], (first[draw] - second[draw]) * scale);
                        }
                    }
                }
            }
            return PERCENTILE.evaluate(largest, confidence);
        }

        private static double[][] draws(Rates rates, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] draws = new double[rates.size()][DRAWS];
            for (double[] unit : draws) {
                for (int draw = 0; draw < DRAWS; draw++) {
                    unit[draw] = NORMAL.inverseCumulativeProbability(random.nextDouble(0x1p-54, 1));
                }
            }
            for (int j = 0; j < draws.length; j++) {
                double deviation = Math.sqrt(rates.variance[j]);
                for (int draw = 0; draw < DRAWS; draw++) {
                    draws[j][draw] *= deviation;
                }
            }
            return draws;
        }
    }
}
