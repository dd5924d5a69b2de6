package se.tillsyn.analytics.statistics.funnel;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import se.tillsyn.analytics.statistics.SampleQuantile;

/** How outlying units are kept from deciding the variance between units. */
public enum Trimming {
    /** Scores beyond the quantiles (type 7) of the share and 1 − the share are moved to them. */
    WINSORISE {
        @Override
        List<OptionalDouble> apply(double[] scores, double share) {
            double[] sorted = scores.clone();
            Arrays.sort(sorted);
            double low = SampleQuantile.of(sorted, share);
            double high = SampleQuantile.of(sorted, 1 - share);
            return DoubleStream.of(scores)
                    .mapToObj(score -> OptionalDouble.of(Math.max(low, Math.min(high, score))))
                    .toList();
        }
    },

    /**
     * Scores in the first and last of {@code 1/share} equal groups by rank are left out: those with {@code rank/(share ·
     * (J + 1))} below 1 or at least {@code 1/share − 1}. Ties share their mean rank.
     */
    TRUNCATE {
        @Override
        List<OptionalDouble> apply(double[] scores, double share) {
            double groups = 1 / share;
            return DoubleStream.of(scores)
                    .mapToObj(score -> {
                        double group = Math.floor(meanRank(scores, score) * groups / (scores.length + 1));
                        return group > 0 && group < groups - 1 ? OptionalDouble.of(score) : OptionalDouble.empty();
                    })
                    .toList();
        }
    };

    /** The scores that are used, in the same order; empty where one is left out. */
    abstract List<OptionalDouble> apply(double[] scores, double share);

    private static double meanRank(double[] scores, double score) {
        int below = 0;
        int equal = 0;
        for (double other : scores) {
            below += other < score ? 1 : 0;
            equal += other == score ? 1 : 0;
        }
        return below + (equal + 1) / 2.0;
    }
}
