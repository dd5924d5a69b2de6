package se.tillsyn.analytics.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.tillsyn.analytics.release.ComparisonColumns;
import se.tillsyn.analytics.release.OfficeColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.StatementColumns;
import se.tillsyn.analytics.release.ValueColumns;

/**
 * How the columns of one published table are read when releases are compared: which name a row, which tell why a number
 * is missing, and which are numbers. Taken from the header, so that a table with a column more or less still compares.
 *
 * @param keys places of {@link #KEYS} in the header, -1 where it lacks one
 * @param numbers columns that are numbers, by name, in header order
 * @param tellsWhy whether a number's absence has a reason in the table itself
 */
record ComparedTable(List<Integer> keys, Map<String, Figure> numbers, boolean tellsWhy) {

    /** Columns that name a row; no table has all of them. */
    static final List<String> KEYS = List.of(
            RateColumns.TOPIC,
            RateColumns.REGION,
            RateColumns.PERIOD,
            RateColumns.AGE_GROUP,
            RateColumns.OPERATION_TYPE,
            OfficeColumns.OFFICE,
            StatementColumns.STATEMENT);

    static final int TOPIC = 0;
    static final int PERIOD = 2;

    /** What is said in words of a row beside its numbers. */
    private static final Set<String> WORDS = Set.of(
            RateColumns.SELECTION_BASIS,
            RateColumns.CASE_RATE_METHOD,
            RateColumns.SYNTHETIC,
            ValueColumns.VALUE_UNIT,
            ComparisonColumns.DENOMINATOR,
            ComparisonColumns.UNLIKE_BASIS,
            StatementColumns.PROGRAMME,
            StatementColumns.OBSERVED_UNIT,
            StatementColumns.EVIDENCE,
            StatementColumns.OUTCOME);

    /** First letters of the columns that a status column covers; the longest that fits decides. */
    private static final Map<String, String> COVERED = Map.of(
            "case", RateColumns.CASE_STATUS,
            "band", RateColumns.CASE_STATUS,
            "unit", RateColumns.UNIT_STATUS,
            "median", ValueColumns.MEDIAN_STATUS,
            "completed_median", ValueColumns.MEDIAN_STATUS,
            "p90", ValueColumns.P90_STATUS,
            "completed_p90", ValueColumns.P90_STATUS);

    /**
     * A column with a number.
     *
     * @param place its place in the header
     * @param status place of the column that tells why it is missing, or -1
     */
    record Figure(int place, int status) {}

    static ComparedTable of(List<String> header) {
        Map<String, Figure> numbers = new LinkedHashMap<>();
        boolean tellsWhy = false;
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (isStatus(name)) {
                tellsWhy = true;
            } else if (!KEYS.contains(name) && !WORDS.contains(name)) {
                numbers.put(name, new Figure(i, header.indexOf(statusOf(name, header))));
            }
        }
        return new ComparedTable(KEYS.stream().map(header::indexOf).toList(), numbers, tellsWhy);
    }

    List<String> keysOf(List<String> row) {
        List<String> values = new ArrayList<>(keys.size());
        for (int place : keys) {
            values.add(place < 0 ? "" : row.get(place));
        }
        return values;
    }

    private static boolean isStatus(String column) {
        return column.equals(ValueColumns.STATUS) || column.endsWith("_" + ValueColumns.STATUS);
    }

    private static String statusOf(String column, List<String> header) {
        String longest = "";
        for (String start : COVERED.keySet()) {
            if (column.startsWith(start) && start.length() > longest.length() && header.contains(COVERED.get(start))) {
                longest = start;
            }
        }
        String status = COVERED.get(longest);
        return status == null ? ValueColumns.STATUS : status;
    }
}
