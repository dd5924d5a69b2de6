package se.tillsyn.web.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.language.Language;

/**
 * The numbers of a view as one long table: one row per figure or per thing that is described.
 *
 * <p>In files the table is flat ({@link #fields}, {@link #records}): a code column becomes two, and each family of numbers
 * is followed by its status column, empty beside numbers and {@code c}, {@code u}, {@code x} or {@code z} without.
 *
 * @param name of the file, without ending: letters, digits, {@code -} and {@code _}
 * @param title what the table shows
 * @param columns in order
 * @param rows cells in the order of the columns
 */
public record ViewTable(String name, LocalText title, List<Column> columns, List<List<TableCell>> rows) {

    private static final String NAME_SUFFIX = "_name";

    public ViewTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<TableCell> row : rows) {
            check(columns, row);
        }
    }

    /** A column of the files. */
    public record Field(String key, LocalText label, Type type) {}

    /** Type of a field: {@code TEXT} holds strings, {@code FLAG} booleans, the others {@link java.math.BigDecimal}. */
    public enum Type {
        TEXT,
        FLAG,
        WHOLE,
        NUMBER
    }

    private static final LocalText STATUS = new LocalText("Status", "Status");

    /** Columns of the files, in order. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            fields.add(new Field(column.key(), column.label(), type(column.kind())));
            if (column.kind() == Column.Kind.CODE) {
                fields.add(new Field(column.key() + NAME_SUFFIX, column.label(), Type.TEXT));
            }
            if (endsFamily(i)) {
                fields.add(new Field(column.status(), STATUS, Type.TEXT));
            }
        }
        return fields;
    }

    /** The rows of the files: a value for each field, {@code null} where there is no number. */
    public List<List<@Nullable Object>> records(Language language) {
        List<List<@Nullable Object>> records = new ArrayList<>();
        for (List<TableCell> row : rows) {
            records.add(flat(row, language));
        }
        return records;
    }

    private List<@Nullable Object> flat(List<TableCell> row, Language language) {
        List<@Nullable Object> flat = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            TableCell cell = row.get(i);
            if (cell instanceof TableCell.Coded coded) {
                flat.add(coded.code());
                flat.add(language.of(coded.label()));
            } else if (cell instanceof TableCell.Words words) {
                flat.add(language.of(words.text()));
            } else if (cell instanceof TableCell.Flag flag) {
                flat.add(flag.value());
            } else if (cell instanceof TableCell.Value value) {
                flat.add(value.value());
            } else {
                flat.add(null);
            }
            if (endsFamily(i)) {
                flat.add(statusOf(columns, row, columns.get(i).status()).code());
            }
        }
        return flat;
    }

    /** Whether the status column follows this one: the last of its family. */
    private boolean endsFamily(int index) {
        String status = columns.get(index).status();
        return !status.isEmpty()
                && columns.subList(index + 1, columns.size()).stream()
                        .noneMatch(later -> later.status().equals(status));
    }

    private static Type type(Column.Kind kind) {
        return switch (kind) {
            case CODE, TEXT -> Type.TEXT;
            case FLAG -> Type.FLAG;
            case COUNT -> Type.WHOLE;
            case PROPORTION, NUMBER -> Type.NUMBER;
        };
    }

    /** The status of a row's family: that of its first number, which is what the others belong to. */
    private static Status statusOf(List<Column> columns, List<TableCell> row, String family) {
        for (int i = 0; i < row.size(); i++) {
            if (columns.get(i).status().equals(family)) {
                return row.get(i) instanceof TableCell.Without none ? none.status() : Status.VALUE;
            }
        }
        return Status.VALUE;
    }

    private static void check(List<Column> columns, List<TableCell> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("a row has " + row.size() + " cells, expected " + columns.size());
        }
        for (int i = 0; i < row.size(); i++) {
            Column column = columns.get(i);
            if (!suits(column.kind(), row.get(i))) {
                throw new IllegalArgumentException("a cell of " + column.key() + " is not of the column's kind");
            }
            boolean number = row.get(i) instanceof TableCell.Value;
            if (number && statusOf(columns, row, column.status()) != Status.VALUE) {
                throw new IllegalArgumentException(
                        "a number of " + column.key() + " stands in a family that is withheld");
            }
        }
    }

    private static boolean suits(Column.Kind kind, TableCell cell) {
        return switch (kind) {
            case CODE -> cell instanceof TableCell.Coded;
            case TEXT -> cell instanceof TableCell.Words;
            case FLAG -> cell instanceof TableCell.Flag;
            case COUNT, PROPORTION, NUMBER -> cell instanceof TableCell.Value || cell instanceof TableCell.Without;
        };
    }
}
