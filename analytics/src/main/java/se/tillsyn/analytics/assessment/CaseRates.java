package se.tillsyn.analytics.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.statistics.ClusteredRate;
import se.tillsyn.analytics.statistics.RateInterval;

/**
 * Case rates with limits that allow for files drawn within operations.
 *
 * <p>The nation's cells of many operations tell by themselves how much alike the files of an operation are. All others have
 * too few operations for that (their own variance covers the truth in 83 of 100 instead of 95, see the truth test) and
 * borrow the likeness of files and the unevenness of operations from the nation's files on the topic in the period. Their
 * limits follow from published numbers alone, the nation's and their own files and operations: limits by their own
 * variance, or by the squares of their operations' files, would tell how the files lie on single operations.
 */
public final class CaseRates {

    private final String top;
    private final Map<String, Likeness> likeness = new HashMap<>();

    /**
     * Rates of one view.
     *
     * @param cells all cells of the view
     * @param top level of the nation
     */
    public CaseRates(List<DeficiencyCell> cells, String top) {
        this.top = top;
        for (DeficiencyCell cell : cells) {
            if (cell.level().equals(top)
                    && cell.ageGroup().equals(RateColumns.TOTAL)
                    && cell.operationType().equals(RateColumns.TOTAL)) {
                Likeness found = Likeness.of(cell.cases());
                if (found != null) {
                    likeness.put(key(cell), found);
                }
            }
        }
    }

    /**
     * Rate of a cell.
     *
     * @param cell with at least one file
     * @param confidence two-sided level, between 0 and 1
     */
    public ClusteredRate of(DeficiencyCell cell, double confidence) {
        return cell.level().equals(top) && cell.cases().clusters() >= Likeness.MANY_OPERATIONS
                ? ClusteredRate.of(cell.cases(), confidence)
                : ofPart(cell, confidence);
    }

    /**
     * Rate of a cell, or of what is left of one, from published numbers alone.
     *
     * @param cell with at least one file
     * @param confidence two-sided level, between 0 and 1
     */
    public ClusteredRate ofPart(DeficiencyCell cell, double confidence) {
        long cases = cell.cases().cases();
        long deficient = cell.cases().deficient();
        Likeness borrowed = likenessOf(cell);
        if (borrowed != null) {
            return ClusteredRate.ofKnownLikeness(
                    deficient,
                    cases,
                    Math.max(1, cell.units()),
                    borrowed.unevenness(),
                    borrowed.correlation(),
                    confidence);
        }
        double rate = (double) deficient / cases;
        return new ClusteredRate(
                rate,
                0,
                (double) cases,
                RateInterval.wilson((double) deficient, (double) cases, confidence),
                ClusteredRate.Method.PLAIN);
    }

    private @Nullable Likeness likenessOf(DeficiencyCell cell) {
        return likeness.get(key(cell));
    }

    private static String key(DeficiencyCell cell) {
        return cell.topic() + ' ' + cell.period();
    }
}
