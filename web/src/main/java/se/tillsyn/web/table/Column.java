package se.tillsyn.web.table;

import se.tillsyn.analytics.release.LocalText;

/**
 * A column of a view's table.
 *
 * @param key name in files, the same in both languages: lower case, words parted by {@code _}
 * @param label heading on pages and in spreadsheets
 * @param kind what its cells hold
 * @param status key of the status column that says why a number is missing; several columns of one family share it. Empty
 *     for columns without numbers
 */
public record Column(String key, LocalText label, Kind kind, String status) {

    /** What the cells of a column hold. */
    public enum Kind {
        /** A code with its label: two columns in files, {@code key} and {@code key_name}. */
        CODE,
        /** Words without a code. */
        TEXT,
        /** True or false. */
        FLAG,
        /** A whole number. */
        COUNT,
        /** A proportion, 0 to 1. */
        PROPORTION,
        /** Any other number; its unit stands in the label. */
        NUMBER;

        boolean isNumber() {
            return this == COUNT || this == PROPORTION || this == NUMBER;
        }
    }

    public Column {
        if (kind.isNumber() == status.isEmpty()) {
            throw new IllegalArgumentException(
                    "column " + key + ": expected a status column for numbers and none for anything else");
        }
    }

    public static Column code(String key, LocalText label) {
        return new Column(key, label, Kind.CODE, "");
    }

    public static Column text(String key, LocalText label) {
        return new Column(key, label, Kind.TEXT, "");
    }

    public static Column flag(String key, LocalText label) {
        return new Column(key, label, Kind.FLAG, "");
    }

    public static Column count(String key, LocalText label, String status) {
        return new Column(key, label, Kind.COUNT, status);
    }

    public static Column proportion(String key, LocalText label, String status) {
        return new Column(key, label, Kind.PROPORTION, status);
    }

    public static Column number(String key, LocalText label, String status) {
        return new Column(key, label, Kind.NUMBER, status);
    }
}
