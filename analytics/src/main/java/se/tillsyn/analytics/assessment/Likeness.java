package se.tillsyn.analytics.assessment;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.IntraClassCorrelation;

/**
 * How much alike the files of one operation are in the nation, and how uneven operations, as lent to cells of few operations.
 *
 * @param correlation ρ, 0 to 1
 * @param unevenness J·Σn²/(Σn)², from 1
 */
record Likeness(double correlation, double unevenness) {

    /** Fewest operations of a cell whose own files tell how alike they are. */
    static final int MANY_OPERATIONS = 10;

    /** {@code null} where the nation's files cannot tell. */
    static @Nullable Likeness of(ClusterSums nation) {
        if (nation.clusters() < MANY_OPERATIONS) {
            return null;
        }
        OptionalDouble correlation = IntraClassCorrelation.of(nation);
        return correlation.isEmpty()
                ? null
                : new Likeness(correlation.getAsDouble(), IntraClassCorrelation.unevenness(nation));
    }

    /**
     * Number of independent files that tell as much.
     *
     * @param cases at least one
     * @param operations 0 counts as one
     */
    double effectiveCases(long cases, long operations) {
        return IntraClassCorrelation.effectiveCases(cases, Math.max(1, operations), unevenness, correlation);
    }
}
