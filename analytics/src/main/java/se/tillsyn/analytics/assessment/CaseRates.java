package se.tillsyn.analytics.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.statistics.ClusteredRate;
import se.tillsyn.analytics.statistics.IntraClassCorrelation;

/**
 * Case rates with limits that allow for files drawn within operations. The nation's cells tell by themselves how much alike
 * the files of an operation are; smaller regions have too few operations for that (their own variance covers the truth in
 * 83 of 100 instead of 95, see the truth test) and borrow the likeness of the nation's files on the topic in the period.
 */
public final class CaseRates {

    private final String top;
    private final Map<String, OptionalDouble> correlations = new HashMap<>();

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
                correlations.put(key(cell), IntraClassCorrelation.of(cell.cases()));
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
        OptionalDouble correlation = correlations.getOrDefault(key(cell), OptionalDouble.empty());
        return cell.level().equals(top) || correlation.isEmpty()
                ? ClusteredRate.of(cell.cases(), confidence)
                : ClusteredRate.ofKnownCorrelation(cell.cases(), correlation.getAsDouble(), confidence);
    }

    private static String key(DeficiencyCell cell) {
        return cell.topic() + ' ' + cell.period();
    }
}
