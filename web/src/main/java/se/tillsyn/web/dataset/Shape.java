package se.tillsyn.web.dataset;

import java.util.List;

/**
 * How a kind of table becomes a dataset.
 *
 * @param id of the dataset, and beginning of its tables' names
 * @param keys what tells one row from another, in the dataset's order of dimensions
 * @param contents measures in order
 * @param byLevel whether there is a table for each level of regions, all of which make one dataset
 * @param stock whether counts are of a moment and not of a period
 */
record Shape(String id, List<Key> keys, List<Content> contents, boolean byLevel, boolean stock) {

    /** What a row is about. */
    enum Key {
        LEVEL(""),
        TOPIC("topic"),
        REGION("region"),
        AGE_GROUP("age_group"),
        OPERATION_TYPE("operation_type"),
        OFFICE("office"),
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
            new Shape("rates", CELL, Contents.RATES, true, false),
            new Shape("quarters", CELL, Contents.RATES, true, false),
            new Shape("latest", CELL, Contents.RATES, true, true),
            new Shape("waits", CELL, Contents.values("days"), true, false),
            new Shape("measured", CELL, Contents.values("topic-unit"), true, false),
            new Shape("followup", List.of(Key.TOPIC, Key.REGION, Key.PERIOD), Contents.FOLLOW_UP, true, false),
            new Shape("coverage", List.of(Key.REGION, Key.OPERATION_TYPE, Key.PERIOD), Contents.COVERAGE, true, false),
            new Shape("comparisons", List.of(Key.TOPIC, Key.REGION, Key.PERIOD), Contents.COMPARISONS, true, false),
            new Shape("inequality", List.of(Key.TOPIC, Key.LEVEL, Key.PERIOD), Contents.INEQUALITY, true, false),
            new Shape("trends", List.of(Key.TOPIC, Key.REGION, Key.WHOLE_TIME), Contents.TRENDS, true, false),
            new Shape("offices", List.of(Key.TOPIC, Key.OFFICE, Key.WHOLE_TIME), Contents.OFFICES, false, false));
}
