package se.tillsyn.web.dataset;

import java.util.List;

/**
 * How a kind of table becomes a dataset.
 *
 * @param id of the dataset
 * @param table beginning of its tables' names
 * @param keys what tells one row from another, in the dataset's order of dimensions
 * @param contents measures in order
 * @param byLevel whether there is a table for each level of regions, all of which make one dataset
 * @param stock whether counts are of a moment and not of a period
 * @param times which of the tables' rows belong to it
 */
record Shape(
        String id, String table, List<Key> keys, List<Content> contents, boolean byLevel, boolean stock, Times times) {

    /** Years and quarters stand in one table and are two datasets, since they are no parts of one series. */
    enum Times {
        YEARS,
        QUARTERS,
        WHOLE;

        boolean hold(String period) {
            return this == WHOLE || (this == QUARTERS) == (period.indexOf('Q') >= 0);
        }
    }

    /** What a row is about. */
    enum Key {
        LEVEL(""),
        TOPIC("topic"),
        REGION("region"),
        AGE_GROUP("age_group"),
        OPERATION_TYPE("operation_type"),
        OFFICE("office"),
        STATEMENT("statement"),
        PERIOD("period"),
        /** The whole time of the release: the table has no column for it. */
        WHOLE_TIME("");

        private final String column;

        Key(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    Shape {
        keys = List.copyOf(keys);
        contents = List.copyOf(contents);
    }

    private static final List<Key> CELL = List.of(Key.TOPIC, Key.REGION, Key.AGE_GROUP, Key.OPERATION_TYPE, Key.PERIOD);

    /** Every kind of table, in the order of the catalogue. */
    static final List<Shape> ALL = List.of(
            years("rates", CELL, Contents.RATES),
            new Shape("quarters", "quarters", CELL, Contents.RATES, true, false, Times.QUARTERS),
            new Shape("latest", "latest", CELL, Contents.RATES, true, true, Times.YEARS),
            years("waits", CELL, Contents.values("days")),
            quarters("waits", CELL, Contents.values("days")),
            years("measured", CELL, Contents.values("topic-unit")),
            quarters("measured", CELL, Contents.values("topic-unit")),
            years("followup", List.of(Key.TOPIC, Key.REGION, Key.PERIOD), Contents.FOLLOW_UP),
            years("coverage", List.of(Key.REGION, Key.OPERATION_TYPE, Key.PERIOD), Contents.COVERAGE),
            quarters("coverage", List.of(Key.REGION, Key.OPERATION_TYPE, Key.PERIOD), Contents.COVERAGE),
            years("comparisons", List.of(Key.TOPIC, Key.REGION, Key.PERIOD), Contents.COMPARISONS),
            years("inequality", List.of(Key.TOPIC, Key.LEVEL, Key.PERIOD), Contents.INEQUALITY),
            new Shape(
                    "trends",
                    "trends",
                    List.of(Key.TOPIC, Key.REGION, Key.WHOLE_TIME),
                    Contents.TRENDS,
                    true,
                    false,
                    Times.WHOLE),
            new Shape(
                    "waittrends",
                    "waittrends",
                    List.of(Key.TOPIC, Key.REGION, Key.WHOLE_TIME),
                    Contents.WAIT_TRENDS,
                    true,
                    false,
                    Times.WHOLE),
            new Shape(
                    "offices",
                    "offices",
                    List.of(Key.TOPIC, Key.OFFICE, Key.WHOLE_TIME),
                    Contents.OFFICES,
                    false,
                    false,
                    Times.WHOLE),
            new Shape(
                    "statements",
                    "statements",
                    List.of(Key.STATEMENT, Key.WHOLE_TIME),
                    Contents.STATEMENTS,
                    false,
                    false,
                    Times.WHOLE));

    private static Shape years(String table, List<Key> keys, List<Content> contents) {
        return new Shape(table, table, keys, contents, true, false, Times.YEARS);
    }

    private static Shape quarters(String table, List<Key> keys, List<Content> contents) {
        return new Shape(table + "_quarters", table, keys, contents, true, false, Times.QUARTERS);
    }

    /** Key of the shape's texts: quarters are told as years are. */
    String texts() {
        return times == Times.QUARTERS && !id.equals(table) ? table : id;
    }
}
