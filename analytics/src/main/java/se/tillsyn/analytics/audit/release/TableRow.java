package se.tillsyn.analytics.audit.release;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import se.tillsyn.analytics.release.OfficeColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.Status;

/**
 * A row of a published table.
 *
 * @param table name without ending
 * @param places place of each column
 * @param fields texts as published; empty for nothing
 */
record TableRow(String table, Map<String, Integer> places, List<String> fields) {

    /** Text of a column; empty where there is none, or the table lacks the column. */
    String text(String column) {
        Integer place = places.get(column);
        return place == null ? "" : fields.get(place);
    }

    boolean has(String column) {
        return !text(column).isEmpty();
    }

    /**
     * A count; 0 where there is none.
     *
     * @throws MalformedFigureException when it is no whole number of 0 or more
     */
    long count(String column) {
        String text = text(column);
        if (!text.isEmpty() && !text.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
            throw new MalformedFigureException(column);
        }
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedFigureException(column);
        }
    }

    /** @throws MalformedFigureException when it is no finite number */
    double number(String column) {
        return decimal(column).doubleValue();
    }

    /** The number with its decimals. */
    BigDecimal decimal(String column) {
        try {
            return new BigDecimal(text(column));
        } catch (NumberFormatException e) {
            throw new MalformedFigureException(column);
        }
    }

    Status status(String column) {
        try {
            return Status.ofCode(text(column));
        } catch (IllegalArgumentException e) {
            throw new MalformedFigureException(column);
        }
    }

    CellKey key() {
        String region = places.containsKey(RateColumns.REGION) ? text(RateColumns.REGION) : text(OfficeColumns.OFFICE);
        return new CellKey(
                text(RateColumns.TOPIC).intern(),
                region.intern(),
                text(RateColumns.PERIOD).intern(),
                text(RateColumns.AGE_GROUP).intern(),
                text(RateColumns.OPERATION_TYPE).intern());
    }
}
