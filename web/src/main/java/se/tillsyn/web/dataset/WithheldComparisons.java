package se.tillsyn.web.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import se.tillsyn.analytics.release.ComparisonColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.release.TableColumn;
import se.tillsyn.web.release.TableColumns;

/**
 * Comparisons that a release does not make because the counts behind them are withheld: those of regions and years whose rate
 * over all ages and operation types, the one that the topic's comparisons are of, has the status "suppressed". Nothing is
 * told that the table of rates does not tell.
 */
final class WithheldComparisons {

    private static final String UNITS = "units";
    private static final List<Shape.Key> CELL = List.of(Shape.Key.TOPIC, Shape.Key.REGION, Shape.Key.PERIOD);

    private final List<Dimension> dimensions;
    private final long[] strides;
    private final LongStream.Builder keys = LongStream.builder();

    /**
     * @param dimensions of the comparisons
     * @param strides what a step in each of them adds to a packed key
     */
    WithheldComparisons(List<Dimension> dimensions, long[] strides) {
        this.dimensions = List.copyOf(dimensions);
        this.strides = strides;
    }

    /** Adds those of one level. */
    void add(TableColumns comparisons, TableColumns rates) {
        Map<String, String> statusColumns = statusColumns(comparisons);
        TableColumn.Texts ages = rates.texts(RateColumns.AGE_GROUP);
        TableColumn.Texts types = rates.texts(RateColumns.OPERATION_TYPE);
        List<TableColumn.Texts> cell =
                CELL.stream().map(key -> rates.texts(key.column())).toList();
        Map<String, TableColumn.Texts> statuses = new HashMap<>();
        for (String column : List.of(RateColumns.CASE_STATUS, RateColumns.UNIT_STATUS)) {
            statuses.put(column, rates.texts(column));
        }
        for (int row = 0; row < rates.rows(); row++) {
            boolean whole =
                    ages.text(row).equals(RateColumns.TOTAL) && types.text(row).equals(RateColumns.TOTAL);
            TableColumn.Texts status =
                    whole ? statuses.get(statusColumns.get(cell.get(0).text(row))) : null;
            if (status != null && status.text(row).equals(Status.SUPPRESSED.code())) {
                add(cell, row);
            }
        }
    }

    /** Which status tells of the rate that a topic's comparisons are of. */
    private static Map<String, String> statusColumns(TableColumns comparisons) {
        TableColumn.Texts topics = comparisons.texts(RateColumns.TOPIC);
        TableColumn.Texts denominators = comparisons.texts(ComparisonColumns.DENOMINATOR);
        Map<String, String> columns = new HashMap<>();
        for (int row = 0; row < comparisons.rows(); row++) {
            boolean units = denominators.text(row).equals(UNITS);
            columns.put(topics.text(row), units ? RateColumns.UNIT_STATUS : RateColumns.CASE_STATUS);
        }
        return columns;
    }

    private void add(List<TableColumn.Texts> cell, int row) {
        long packed = 0;
        for (int i = 0; i < CELL.size(); i++) {
            int at = at(Dimensions.code(CELL.get(i)));
            OptionalInt place = dimensions.get(at).indexOf(cell.get(i).text(row));
            if (place.isEmpty()) {
                return;
            }
            packed += strides[at] * place.getAsInt();
        }
        keys.add(packed);
    }

    private int at(String code) {
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException("comparisons: expected the dimension " + code);
    }

    /** Their packed keys. */
    long[] keys() {
        return keys.build().toArray();
    }
}
